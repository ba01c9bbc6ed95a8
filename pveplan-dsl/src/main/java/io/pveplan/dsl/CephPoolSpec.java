package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.CephPool;

/**
 * Scope of a Ceph pool.
 *
 * @since 0.1
 */
public final class CephPoolSpec extends Scope {

  final CephPool.Builder pool = CephPool.builder();

  CephPoolSpec(Definition definition, String name) {
    super(definition, PlanPath.of("ceph", "pool", name));
    pool.name(name).declaredAt(line);
  }

  /** Sets the number of copies, 1 to 7; 3 when not set. */
  public CephPoolSpec size(int size) {
    set(() -> pool.size(size));
    return this;
  }

  /** Sets how many copies must be there for writing, 1 to 7; 2 when not set. */
  public CephPoolSpec minSize(int size) {
    set(() -> pool.minSize(size));
    return this;
  }

  /** Makes no storage of the same name with it. */
  public CephPoolSpec withoutStorage() {
    set(() -> pool.addStorages(false));
    return this;
  }
}

package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.CephPool;
import java.util.Objects;

/**
 * Scope of a Ceph pool.
 *
 * <pre>{@code
 * c.cephPool("fast", p -> p.size(3).minSize(2));
 * c.cephPool("wide", p -> p.size(8)); // refused: is outside 1 to 7
 * }</pre>
 *
 * @since 0.1
 */
public final class CephPoolSpec extends Scope {

  final CephPool.Builder pool = CephPool.builder();

  CephPoolSpec(Definition definition, String name) {
    super(definition, PlanPath.of("ceph", "pool", Objects.requireNonNull(name, "name")));
    pool.name(name).declaredAt(line);
  }

  /** Sets the number of copies, 1 to 7; 3 when not set. */
  public CephPoolSpec size(int size) {
    set("size", size, pool::size);
    return this;
  }

  /** Sets how many copies must be there for writing, 1 to 7; 2 when not set. */
  public CephPoolSpec minSize(int size) {
    set("minSize", size, pool::minSize);
    return this;
  }

  /** Makes no storage of the same name with it. */
  public CephPoolSpec withoutStorage() {
    set("addStorages", false, pool::addStorages);
    return this;
  }
}

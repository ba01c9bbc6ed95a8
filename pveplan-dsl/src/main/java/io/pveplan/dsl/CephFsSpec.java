package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.unit.DataSize;
import java.util.Objects;

/**
 * Scope of a file system on Ceph.
 *
 * <pre>{@code
 * c.cephFs("files", p -> p.pgNum(64).plannedData(tib(2)));
 * c.cephFs("more-files", p -> p.pgNum(4)); // refused: is outside 8 to 32768
 * }</pre>
 *
 * @since 0.1
 */
public final class CephFsSpec extends Scope {

  final CephFileSystem.Builder fileSystem = CephFileSystem.builder();

  CephFsSpec(Definition definition, String name) {
    super(definition, PlanPath.of("ceph", "fs", Objects.requireNonNull(name, "name")));
    fileSystem.name(name).declaredAt(line);
  }

  /** Sets the placement groups of its data pool, 8 to 32768; 128 when not set. */
  public CephFsSpec pgNum(int number) {
    set("pgNum", number, fileSystem::pgNum);
    return this;
  }

  /** Sets the CRUSH rule of its pools; the one that Ceph makes itself when not set. */
  public CephFsSpec crushRule(CrushRuleRef rule) {
    set("crushRule", rule, it -> fileSystem.crushRule(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sets how many metadata servers work at the same time; 1 when not set. */
  public CephFsSpec activeServers(int number) {
    set("activeServers", number, fileSystem::activeServers);
    return this;
  }

  /** Says how much data is going to lie in it, without copies. */
  public CephFsSpec plannedData(DataSize size) {
    set("plannedData", size, fileSystem::plannedData);
    return this;
  }

  /** Makes no storage of the same name with it. */
  public CephFsSpec withoutStorage() {
    set("addStorage", false, fileSystem::addStorage);
    return this;
  }
}

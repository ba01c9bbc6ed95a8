package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;

/**
 * Scope of a planned move of a guest.
 *
 * <pre>{@code
 * c.migrate(web, nodeB, m -> m.online().withLocalDisks().targetStorage(vmDisks));
 * c.migrate(db, NodeRef.named("pve9"), m -> m.online()); // refused: there is no node
 * }</pre>
 *
 * @since 0.1
 */
public final class MigrationSpec extends Scope {

  final Migration.Builder migration = Migration.builder();

  MigrationSpec(Definition definition, GuestRef guest, NodeRef target) {
    super(definition, PlanPath.of("migration", guest.toString(), target.name()));
    migration.guest(StandIn.VMID).target(target.name()).declaredAt(line);
    require("guest", guest, it -> migration.guest(Vmid.of(it.vmid())));
  }

  /** Lets the guest go on running meanwhile. */
  public MigrationSpec online() {
    set("online", true, migration::online);
    return this;
  }

  /** Copies disks along that only its node has. */
  public MigrationSpec withLocalDisks() {
    set("withLocalDisks", true, migration::withLocalDisks);
    return this;
  }

  /** Says that the guest does not run at that time. */
  public MigrationSpec stopped() {
    set("running", false, migration::running);
    return this;
  }

  /** Puts its local disks on another storage. */
  public MigrationSpec targetStorage(StorageRef storage) {
    set(
        "targetStorage",
        storage,
        it -> migration.targetStorage(NameFormat.STORAGE_ID.require(it.name())));
    return this;
  }
}

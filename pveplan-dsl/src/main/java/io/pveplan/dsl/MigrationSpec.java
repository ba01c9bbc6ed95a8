package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Migration;

/**
 * Scope of a planned move of a guest.
 *
 * @since 0.1
 */
public final class MigrationSpec extends Scope {

  final Migration.Builder migration = Migration.builder();

  MigrationSpec(Definition definition, GuestRef guest, NodeRef target) {
    super(definition, PlanPath.of("migration", guest.toString(), target.name()));
    migration.target(target.name()).declaredAt(line);
  }

  /** Lets the guest go on running meanwhile. */
  public MigrationSpec online() {
    set(() -> migration.online(true));
    return this;
  }

  /** Copies disks along that only its node has. */
  public MigrationSpec withLocalDisks() {
    set(() -> migration.withLocalDisks(true));
    return this;
  }

  /** Says that the guest does not run at that time. */
  public MigrationSpec stopped() {
    set(() -> migration.running(false));
    return this;
  }

  /** Puts its local disks on another storage. */
  public MigrationSpec targetStorage(StorageRef storage) {
    set(() -> migration.targetStorage(NameFormat.STORAGE_ID.require(storage.name())), storage);
    return this;
  }
}

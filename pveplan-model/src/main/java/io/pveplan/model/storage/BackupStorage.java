package io.pveplan.model.storage;

import io.pveplan.model.backup.Retention;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What storages have that can hold backups (the options of these plugins in pve-storage,
 * src/PVE/Storage).
 *
 * @since 0.1
 */
public interface BackupStorage {

  /** How many backups of a guest are kept, unless the job says otherwise; all when absent. */
  Optional<Retention> pruneBackups();

  /**
   * How many protected backups a guest may have; -1 for any number. When absent it is 5, and any
   * number for users who may allocate the storage.
   */
  OptionalInt maxProtectedBackups();
}

package io.pveplan.rules.storage;

import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.Optional;

/** Where the volumes of a storage lie, so that two storages at one place can be told. */
final class StoragePlace {

  private StoragePlace() {}

  /** The place as a phrase; nothing for types of which two at one place do no harm. */
  static Optional<String> of(Storage storage) {
    if (storage instanceof ZfsPoolStorage zfs) {
      return Optional.of("ZFS " + zfs.pool());
    }
    if (storage instanceof DirStorage dir) {
      return Optional.of("directory " + dir.directory());
    }
    if (storage instanceof BtrfsStorage btrfs) {
      return Optional.of("directory " + btrfs.directory());
    }
    if (storage instanceof LvmStorage lvm) {
      return Optional.of("volume group " + lvm.vgname());
    }
    if (storage instanceof LvmThinStorage thin) {
      return Optional.of("thin pool " + thin.vgname() + "/" + thin.thinPool());
    }
    return served(storage);
  }

  private static Optional<String> served(Storage storage) {
    if (storage instanceof NfsStorage nfs) {
      return Optional.of("export " + nfs.export() + " of " + nfs.server());
    }
    if (storage instanceof CifsStorage cifs) {
      return Optional.of(
          "share " + cifs.share() + cifs.subdir().orElse("") + " of " + cifs.server());
    }
    if (storage instanceof ZfsOverIscsiStorage zfs) {
      return Optional.of("ZFS " + zfs.pool() + " of " + zfs.server());
    }
    return storage instanceof RbdStorage rbd
        ? Optional.of("Ceph pool " + rbd.pool())
        : Optional.empty();
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.List;
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
      return Optional.of("directory " + plain(dir.directory()));
    }
    if (storage instanceof BtrfsStorage btrfs) {
      return Optional.of("directory " + plain(btrfs.directory()));
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
    if (storage instanceof IscsiStorage iscsi) {
      return Optional.of("iSCSI target " + iscsi.target());
    }
    if (storage instanceof IscsiDirectStorage direct) {
      return Optional.of("iSCSI target " + direct.target());
    }
    return ofCeph(storage);
  }

  // The default is the Ceph of the nodes themselves, and its first file system.
  private static Optional<String> ofCeph(Storage storage) {
    if (storage instanceof RbdStorage rbd) {
      String namespace = rbd.namespace().map(it -> "/" + it).orElse("");
      return Optional.of("Ceph pool " + rbd.pool() + namespace + at(rbd.monitors()));
    }
    return storage instanceof CephFsStorage fs
        ? Optional.of("CephFS "
            + fs.fileSystem().orElse("of the nodes")
            + fs.subdir().orElse("")
            + at(fs.monitors()))
        : Optional.empty();
  }

  private static String at(List<String> monitors) {
    return monitors.isEmpty() ? "" : " of " + String.join(", ", monitors);
  }

  // pve-storage strips slashes at the end (src/PVE/Storage/DirPlugin.pm, check_config).
  private static String plain(String directory) {
    return directory.length() > 1 && directory.endsWith("/")
        ? plain(directory.substring(0, directory.length() - 1))
        : directory;
  }
}

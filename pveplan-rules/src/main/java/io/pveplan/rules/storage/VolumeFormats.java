package io.pveplan.rules.storage;

import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;

/** In which format disks lie on a storage, and how a snapshot of one is made. */
final class VolumeFormats {

  private VolumeFormats() {}

  /** Whether a snapshot on a storage is a volume of its own. */
  static boolean volumeChain(Storage storage) {
    return storage instanceof FileStorage files
        ? files.snapshotAsVolumeChain()
        : storage instanceof LvmStorage lvm && lvm.snapshotAsVolumeChain();
  }

  /**
   * The format of a disk of a virtual machine: its own, or the default of its storage (pve-storage,
   * src/PVE/Storage/Plugin.pm and LVMPlugin.pm, get_formats).
   */
  static DiskFormat of(GuestVolume disk, Storage storage) {
    if (disk.format().isPresent()) {
      return disk.format().get();
    }
    if (storage instanceof FileStorage files) {
      return files.format().orElse(DiskFormat.RAW);
    }
    boolean chain = storage instanceof LvmStorage && volumeChain(storage);
    return chain ? DiskFormat.QCOW2 : DiskFormat.RAW;
  }
}

package io.pveplan.model.storage;

import io.pveplan.model.guest.GuestVolume;

/**
 * In which format volumes of guests lie on a storage, and how a snapshot of one is made.
 *
 * <pre>{@code
 * VolumeFormats.of(disk, nas);        // QCOW2, if the disk or the storage says so
 * VolumeFormats.volumeChain(nas);     // false without snapshotAsVolumeChain
 * }</pre>
 *
 * @since 0.1
 */
public final class VolumeFormats {

  private VolumeFormats() {}

  /** Whether a snapshot on a storage is a volume of its own. */
  public static boolean volumeChain(Storage storage) {
    return storage instanceof FileStorage files
        ? files.snapshotAsVolumeChain()
        : storage instanceof LvmStorage lvm && lvm.snapshotAsVolumeChain();
  }

  /**
   * The format of a volume. A disk of a virtual machine has its own, or the default of its storage
   * (pve-storage, src/PVE/Storage/Plugin.pm and LVMPlugin.pm, get_formats); a cloud-init drive is
   * qcow2 where that can be (qemu-server, src/PVE/API2/Qemu.pm, create_disks); those of containers
   * are never anything but raw here (pve-container, src/PVE/LXC.pm, alloc_disk).
   *
   * @param volume a volume of a guest, not an ISO image
   * @param storage the storage it lies on
   */
  public static DiskFormat of(GuestVolume volume, Storage storage) {
    if (volume.content() == ContentType.ROOTDIR) {
      return DiskFormat.RAW;
    }
    if (volume.kind() == GuestVolume.Kind.CLOUD_INIT) {
      boolean files = storage instanceof FileStorage || storage instanceof BtrfsStorage;
      return files || volumeChain(storage) ? DiskFormat.QCOW2 : DiskFormat.RAW;
    }
    if (volume.format().isPresent()) {
      return volume.format().get();
    }
    if (storage instanceof FileStorage files) {
      return files.format().orElse(DiskFormat.RAW);
    }
    boolean chain = storage instanceof LvmStorage && volumeChain(storage);
    return chain ? DiskFormat.QCOW2 : DiskFormat.RAW;
  }
}

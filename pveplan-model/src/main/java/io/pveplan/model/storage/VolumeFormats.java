package io.pveplan.model.storage;

import io.pveplan.model.guest.GuestVolume;

/**
 * In which format volumes of guests lie on a storage, and how a snapshot of one is made.
 *
 * <pre>{@code
 * GuestVolume disk = plan.placement().volumes(vm).get(0);
 * VolumeFormats.of(disk, nas);            // QCOW2, if the disk, its image or the storage says so
 * VolumeFormats.ofCopy(QCOW2, tank);      // RAW: a pool of ZFS has no files
 * VolumeFormats.volumeChain(nas);         // false without snapshotAsVolumeChain
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
   * The format of a volume. A disk of a virtual machine has its own, that of what it is a copy of,
   * or the default of its storage (pve-storage, src/PVE/Storage/Plugin.pm and LVMPlugin.pm,
   * get_formats); a cloud-init drive is qcow2 where that can be (qemu-server,
   * src/PVE/API2/Qemu.pm, create_disks); those of containers are never anything but raw here
   * (pve-container, src/PVE/LXC.pm, alloc_disk).
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
    return usual(storage);
  }

  /**
   * The format of a copy, for which none is named: that of what it is copied from where the storage
   * can have it, else the default of the storage (qemu-server, src/PVE/QemuServer.pm,
   * resolve_dst_disk_format). So it is for the disks of a full clone and for those made from an
   * image.
   *
   * @param source format of what is copied
   * @param storage where the copy goes to
   */
  public static DiskFormat ofCopy(DiskFormat source, Storage storage) {
    return takes(storage, source) ? source : usual(storage);
  }

  /**
   * The format of a disk of a linked clone: files are continued in qcow2, whatever their own format
   * (pve-storage, src/PVE/Storage/Plugin.pm, clone_image); others keep theirs.
   *
   * @param base format of the disk of the template
   * @param storage where both are
   */
  public static DiskFormat ofLinkedClone(DiskFormat base, Storage storage) {
    return storage instanceof FileStorage ? DiskFormat.QCOW2 : base;
  }

  private static DiskFormat usual(Storage storage) {
    if (storage instanceof FileStorage files) {
      return files.format().orElse(DiskFormat.RAW);
    }
    boolean chain = storage instanceof LvmStorage && volumeChain(storage);
    return chain ? DiskFormat.QCOW2 : DiskFormat.RAW;
  }

  // pve-storage, get_formats and the plugindata of the plugins in src/PVE/Storage.
  private static boolean takes(Storage storage, DiskFormat format) {
    return switch (format) {
      case RAW -> true;
      case QCOW2 -> storage instanceof FileStorage || volumeChain(storage);
      case VMDK -> storage instanceof FileStorage;
    };
  }
}

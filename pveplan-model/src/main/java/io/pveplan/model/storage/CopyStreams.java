package io.pveplan.model.storage;

/**
 * What is copied from one storage to another while nothing uses it: it goes as a stream that the one
 * storage writes and the other reads (pve-storage, src/PVE/Storage.pm, storage_migrate, and
 * volume_export_formats and volume_import_formats of the plugins in src/PVE/Storage).
 *
 * <p>A pool of ZFS writes and reads streams of ZFS, and nothing else. What is raw goes between all
 * others that keep disks; what is qcow2 or vmdk goes as it is, with the snapshots it may hold, to
 * files only, but neither from a directory with volume chains nor from or to Btrfs, which knows
 * neither. The base images of a template go to no volume group, which knows their names not
 * (LVMPlugin.pm, parse_volname).
 *
 * <pre>{@code
 * CopyStreams.lead(RAW, false, false, lvm, nas);      // true
 * CopyStreams.lead(QCOW2, false, false, btrfs, nas);  // false: Btrfs reads and writes raw only
 * }</pre>
 *
 * @since 0.1
 */
public final class CopyStreams {

  private CopyStreams() {}

  /**
   * Whether there is such a stream.
   *
   * @param format format of the volume
   * @param snapshots whether the guest has snapshots
   * @param base whether it is a base image, as the disks of a template are where there are such
   * @param from storage of one node, which holds the volume
   * @param to storage that it goes to, the same one on another node included
   */
  public static boolean lead(
      DiskFormat format, boolean snapshots, boolean base, Storage from, Storage to) {
    if (from instanceof ZfsPoolStorage) {
      return to instanceof ZfsPoolStorage;
    }
    if (format != DiskFormat.RAW) {
      return from instanceof DirStorage dir
          && !dir.snapshotAsVolumeChain()
          && to instanceof FileStorage;
    }
    if (snapshots && from instanceof BtrfsStorage) {
      return to instanceof BtrfsStorage;
    }
    return to instanceof FileStorage
        || to instanceof BtrfsStorage
        || (to instanceof LvmStorage && !base)
        || to instanceof LvmThinStorage
        || to instanceof RbdStorage;
  }
}

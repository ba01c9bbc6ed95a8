package io.pveplan.model.storage;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * What storages have that keep each disk as a file: directories, NFS and CIFS (the options of these
 * plugins in pve-storage, src/PVE/Storage).
 *
 * @since 0.1
 */
public interface FileStorage {

  /** Format of disks whose own is not told; raw when absent. */
  Optional<DiskFormat> format();

  /** What is set aside for a new disk; metadata when absent. */
  Optional<Preallocation> preallocation();

  /**
   * Whether a snapshot of a disk in qcow2 is a file of its own that the disk continues. Proxmox VE
   * 9 only, a technology preview there, and not to be changed once the storage is defined.
   */
  @Value.Default
  default boolean snapshotAsVolumeChain() {
    return false;
  }
}

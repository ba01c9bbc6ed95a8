package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;

/**
 * How the node reads and writes a disk ({@code aio}).
 *
 * @since 0.1
 */
public enum DiskAio {
  /** By io_uring; what Proxmox VE takes for most storages when nothing is said. */
  IO_URING("io_uring"),

  /** By the asynchronous calls of Linux; not together with the cache of the node. */
  NATIVE("native"),

  /** By a pool of threads. */
  THREADS("threads");

  private final String text;

  DiskAio(String text) {
    this.text = text;
  }

  /**
   * What Proxmox VE takes for a disk where nothing is said: io_uring but for storages on which that
   * hangs (qemu-server, src/PVE/QemuServer/Drive.pm, storage_allows_io_uring_default).
   *
   * @param disk a disk of a virtual machine
   * @param storage the storage it lies on
   */
  public static DiskAio usual(GuestDisk disk, Storage storage) {
    boolean direct = disk.cache()
        .filter(it -> it != DiskCache.NONE && it != DiskCache.DIRECTSYNC)
        .isEmpty();
    boolean mapped = storage instanceof RbdStorage rbd && rbd.krbd();
    boolean hangs =
        storage instanceof LvmStorage || storage instanceof CifsStorage || mapped && !direct;
    if (!hangs) {
      return IO_URING;
    }
    return direct ? NATIVE : THREADS;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}

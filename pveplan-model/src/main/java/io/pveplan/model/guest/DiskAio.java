package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

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

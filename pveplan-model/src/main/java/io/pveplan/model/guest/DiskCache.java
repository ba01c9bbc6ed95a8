package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How the node caches what a disk holds ({@code cache}).
 *
 * @since 0.1
 */
public enum DiskCache {
  /** Past the cache of the node; what Proxmox VE takes when nothing is said. */
  NONE("none"),

  /** Past the cache, and each write waits until it is on the disk. */
  DIRECTSYNC("directsync"),

  /** Reads are cached, each write waits until it is on the disk. */
  WRITETHROUGH("writethrough"),

  /** Reads and writes are cached; the guest asks when they are to be on the disk. */
  WRITEBACK("writeback"),

  /** As writeback, and what the guest asks for is ignored: a power failure loses data. */
  UNSAFE("unsafe");

  private final String text;

  DiskCache(String text) {
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

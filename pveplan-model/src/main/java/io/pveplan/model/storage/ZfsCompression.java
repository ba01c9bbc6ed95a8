package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a ZFS pool compresses what is written, as the disks API of Proxmox VE takes it (pve-storage,
 * src/PVE/API2/Disks/ZFS.pm).
 *
 * @since 0.1
 */
public enum ZfsCompression {
  /** What ZFS holds for the best: lz4. */
  ON("on"),

  /** Nothing is compressed. */
  OFF("off"),

  /** Dense and slow. */
  GZIP("gzip"),

  /** Fast. */
  LZ4("lz4"),

  /** Older than lz4, and slower. */
  LZJB("lzjb"),

  /** Runs of zeros only. */
  ZLE("zle"),

  /** Denser than lz4, and slower. */
  ZSTD("zstd");

  private final String text;

  ZfsCompression(String text) {
    this.text = text;
  }

  /** The value of the property. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}

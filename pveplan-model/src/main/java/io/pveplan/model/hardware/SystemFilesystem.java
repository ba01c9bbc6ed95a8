package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * File system that Proxmox VE is installed on.
 *
 * @since 0.1
 */
public enum SystemFilesystem {
  /** ext4 on LVM. */
  EXT4("ext4"),

  /** XFS on LVM. */
  XFS("xfs"),

  /** A ZFS pool. */
  ZFS("zfs"),

  /** Btrfs. */
  BTRFS("btrfs");

  private final String text;

  SystemFilesystem(String text) {
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

package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Layout of a ZFS pool, as the disks API of Proxmox VE names it.
 *
 * @since 0.1
 */
public enum ZfsRaid {
  /** One disk. */
  SINGLE("single"),

  /** All disks hold the same. */
  MIRROR("mirror"),

  /** Pairs of mirrored disks. */
  RAID10("raid10"),

  /** One disk may fail. */
  RAIDZ("raidz"),

  /** Two disks may fail. */
  RAIDZ2("raidz2"),

  /** Three disks may fail. */
  RAIDZ3("raidz3");

  private final String text;

  ZfsRaid(String text) {
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

package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Layout of a ZFS pool, as the disks API of Proxmox VE names it. The fewest disks are those that it
 * asks for (pve-storage, src/PVE/API2/Disks/ZFS.pm).
 *
 * @since 0.1
 */
public enum ZfsRaid {
  /** One disk. */
  SINGLE("single", 0, 1),

  /** All disks hold the same. */
  MIRROR("mirror", 0, 2),

  /** Pairs of mirrored disks. */
  RAID10("raid10", 0, 4),

  /** One disk may fail. */
  RAIDZ("raidz", 1, 3),

  /** Two disks may fail. */
  RAIDZ2("raidz2", 2, 4),

  /** Three disks may fail. */
  RAIDZ3("raidz3", 3, 5),

  /** One disk may fail; spares are spread over all disks. */
  DRAID("draid", 1, 3),

  /** Two disks may fail; spares are spread over all disks. */
  DRAID2("draid2", 2, 4),

  /** Three disks may fail; spares are spread over all disks. */
  DRAID3("draid3", 3, 5);

  private final String text;
  private final int parity;
  private final int fewestDisks;

  ZfsRaid(String text, int parity, int fewestDisks) {
    this.text = text;
    this.parity = parity;
    this.fewestDisks = fewestDisks;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Number of parity sectors in each row; 0 for mirrors and single disks. */
  public int parity() {
    return parity;
  }

  /** Number of disks below which the disks API refuses it. */
  public int fewestDisks() {
    return fewestDisks;
  }

  /** Whether it is one of the dRAID layouts. */
  public boolean draid() {
    return this == DRAID || this == DRAID2 || this == DRAID3;
  }

  @Override
  public String toString() {
    return text;
  }
}

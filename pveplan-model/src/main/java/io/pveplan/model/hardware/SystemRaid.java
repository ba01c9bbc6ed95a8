package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How the installer lays the system out over several disks.
 *
 * @since 0.1
 */
public enum SystemRaid {
  /** No disk may fail; also the layout of a single disk. */
  RAID0("raid0"),

  /** All disks hold the same. */
  RAID1("raid1"),

  /** Pairs of mirrored disks. */
  RAID10("raid10"),

  /** One disk may fail; ZFS only. */
  RAIDZ1("raidz-1"),

  /** Two disks may fail; ZFS only. */
  RAIDZ2("raidz-2"),

  /** Three disks may fail; ZFS only. */
  RAIDZ3("raidz-3");

  private final String text;

  SystemRaid(String text) {
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

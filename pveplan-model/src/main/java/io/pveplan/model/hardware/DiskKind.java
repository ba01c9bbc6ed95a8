package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a disk is made of.
 *
 * @since 0.1
 */
public enum DiskKind {
  /** Rotating. */
  HDD("hdd"),

  /** Flash behind SATA or SAS. */
  SSD("ssd"),

  /** Flash on PCI Express. */
  NVME("nvme");

  private final String text;

  DiskKind(String text) {
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

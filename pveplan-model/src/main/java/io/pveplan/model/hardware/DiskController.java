package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a controller makes of a disk.
 *
 * @since 0.1
 */
public enum DiskController {
  /** Passes the disk on as it is: host bus adapter, IT mode, or a plain port. */
  HBA("hba"),

  /** Hides the disk in an array of its own, of one disk even. */
  RAID("raid");

  private final String text;

  DiskController(String text) {
    this.text = text;
  }

  /** The spelling of the JSON form. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}

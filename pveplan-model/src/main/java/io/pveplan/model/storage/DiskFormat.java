package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Format of a disk of a virtual machine.
 *
 * @since 0.1
 */
public enum DiskFormat {
  /** The bare blocks. What a storage without files knows, and the default of all. */
  RAW("raw"),

  /** The format of QEMU, which can hold snapshots and grows with what is written. */
  QCOW2("qcow2"),

  /** The format of VMware. */
  VMDK("vmdk");

  private final String text;

  DiskFormat(String text) {
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

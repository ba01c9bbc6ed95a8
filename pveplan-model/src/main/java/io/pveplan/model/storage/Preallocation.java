package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How much of a disk image is allocated when it is made (pve-storage, src/PVE/Storage/Plugin.pm).
 *
 * @since 0.1
 */
public enum Preallocation {
  /** Nothing. */
  OFF("off"),

  /** The tables of a qcow2 image. Proxmox VE does so unless told otherwise. */
  METADATA("metadata"),

  /** The whole image, reserved and not written. */
  FALLOC("falloc"),

  /** The whole image, written. */
  FULL("full");

  private final String text;

  Preallocation(String text) {
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

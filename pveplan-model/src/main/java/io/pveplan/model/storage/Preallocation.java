package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a storage of files sets aside when it makes a disk (pve-storage,
 * src/PVE/Storage/Plugin.pm).
 *
 * @since 0.1
 */
public enum Preallocation {
  /** Nothing. */
  OFF("off"),

  /** The tables of qcow2; nothing for raw. The default. */
  METADATA("metadata"),

  /** The space, without writing to it. */
  FALLOC("falloc"),

  /** The space, written with zeros. */
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

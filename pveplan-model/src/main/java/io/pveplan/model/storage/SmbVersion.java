package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Version of the SMB protocol, as the CIFS plugin takes it (pve-storage, src/PVE/Storage/CIFSPlugin.pm).
 *
 * @since 0.1
 */
public enum SmbVersion {
  /** The highest that both sides know, from 2.1 on. */
  NEGOTIATED("default"),

  /** SMB 2.0. */
  V2_0("2.0"),

  /** SMB 2.1. */
  V2_1("2.1"),

  /** SMB 3.0 or later. */
  V3("3"),

  /** SMB 3.0. */
  V3_0("3.0"),

  /** SMB 3.1.1. */
  V3_11("3.11");

  private final String text;

  SmbVersion(String text) {
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

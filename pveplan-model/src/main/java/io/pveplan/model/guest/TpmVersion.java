package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Version of a virtual TPM.
 *
 * @since 0.1
 */
public enum TpmVersion {
  /** The old one; no Windows 11 takes it. */
  V1_2("v1.2"),

  /** The one to take. */
  V2_0("v2.0");

  private final String text;

  TpmVersion(String text) {
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

package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Maker of a processor. Guests do not move online between makers.
 *
 * @since 0.1
 */
public enum CpuVendor {
  /** Intel. */
  INTEL("Intel"),

  /** AMD. */
  AMD("AMD");

  private final String text;

  CpuVendor(String text) {
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

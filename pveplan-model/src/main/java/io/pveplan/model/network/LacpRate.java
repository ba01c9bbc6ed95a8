package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How often LACP partners speak: every 30 s or every second. A dead path is noticed after 90 s or 3
 * s.
 *
 * @since 0.1
 */
public enum LacpRate {
  /** Every 30 seconds; the default. */
  SLOW("slow"),

  /** Every second; needed where Corosync runs over the bond. */
  FAST("fast");

  private final String text;

  LacpRate(String text) {
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

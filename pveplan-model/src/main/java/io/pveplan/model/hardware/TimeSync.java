package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What keeps the clock of a node right.
 *
 * @since 0.1
 */
public enum TimeSync {
  /** The chrony that Proxmox VE brings; the default. */
  CHRONY("chrony"),

  /** Nothing. */
  OFF("off");

  private final String text;

  TimeSync(String text) {
    this.text = text;
  }

  /** The spelling in a plan. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}

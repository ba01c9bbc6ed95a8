package io.pveplan.model.ceph;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the placement group autoscaler does about a pool.
 *
 * @since 0.1
 */
public enum AutoscaleMode {
  /** It changes the number. */
  ON("on"),

  /** Nothing. */
  OFF("off"),

  /** It says what it would do. */
  WARN("warn");

  private final String text;

  AutoscaleMode(String text) {
    this.text = text;
  }

  /** The spelling that the commands take. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}

package io.pveplan.model.ha;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether HA resources belong together.
 *
 * @since 0.1
 */
public enum Affinity {
  /** On the same node. */
  POSITIVE("positive"),

  /** Each on another node. */
  NEGATIVE("negative");

  private final String text;

  Affinity(String text) {
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

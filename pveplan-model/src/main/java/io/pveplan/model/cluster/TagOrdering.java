package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How the web interface sorts the tags of a guest.
 *
 * @since 0.1
 */
public enum TagOrdering {
  /** As in the configuration of the guest. */
  CONFIG("config"),

  /** By the alphabet; the default. */
  ALPHABETICAL("alphabetical");

  private final String text;

  TagOrdering(String text) {
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

package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How the tree of the web interface draws the tags of guests.
 *
 * @since 0.1
 */
public enum TagShape {
  /** The whole tag. */
  FULL("full"),

  /** A circle of its color; the default. */
  CIRCLE("circle"),

  /** A small rectangle of its color. */
  DENSE("dense"),

  /** Nothing. */
  NONE("none");

  private final String text;

  TagShape(String text) {
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

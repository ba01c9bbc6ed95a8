package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a node is there for. Roles may be combined.
 *
 * @since 0.1
 */
public enum NodeRole {
  /** Carries most of the guests. */
  COMPUTE("compute"),

  /** Carries OSDs, ZFS pools or exported storage. */
  STORAGE("storage"),

  /** Carries the interface, the API and cluster services. */
  MANAGEMENT("management");

  private final String text;

  NodeRole(String text) {
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

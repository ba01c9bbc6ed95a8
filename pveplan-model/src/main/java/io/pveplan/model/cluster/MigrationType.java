package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How the memory of a migrating guest travels.
 *
 * @since 0.1
 */
public enum MigrationType {
  /** Through an SSH tunnel; the default. */
  SECURE("secure"),

  /** Unencrypted, for private networks only. */
  INSECURE("insecure");

  private final String text;

  MigrationType(String text) {
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

package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which tags users without Sys.Modify on / may give to guests.
 *
 * @since 0.1
 */
public enum UserTags {
  /** None. */
  NONE("none"),

  /** Those of a list. */
  LIST("list"),

  /** Those of a list, and those that are in use. */
  EXISTING("existing"),

  /** Any; the default. */
  FREE("free");

  private final String text;

  UserTags(String text) {
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

package io.pveplan.model.backup;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What happens to a guest during its backup.
 *
 * @since 0.1
 */
public enum BackupMode {
  /** It goes on running. */
  SNAPSHOT("snapshot"),

  /** It is suspended. */
  SUSPEND("suspend"),

  /** It is stopped. */
  STOP("stop");

  private final String text;

  BackupMode(String text) {
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

package io.pveplan.model.ha;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Wanted state of an HA resource.
 *
 * @since 0.1
 */
public enum HaState {
  /** Running; started elsewhere when its node fails. */
  STARTED("started"),

  /** Not running, but moved when its node fails. */
  STOPPED("stopped"),

  /** Not running and not moved. */
  DISABLED("disabled"),

  /** Left alone. */
  IGNORED("ignored");

  private final String text;

  HaState(String text) {
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

package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Size and form of the variables of UEFI firmware.
 *
 * @since 0.1
 */
public enum EfiType {
  /** The old form, without Secure Boot. */
  SMALL("2m"),

  /** The form that Secure Boot needs; the one to take. */
  LARGE("4m");

  private final String text;

  EfiType(String text) {
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

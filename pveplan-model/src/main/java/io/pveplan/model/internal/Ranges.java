package io.pveplan.model.internal;

import io.pveplan.model.InvalidValueException;
import java.time.Duration;

/** Refuses numbers outside of what the product takes. */
public final class Ranges {

  private Ranges() {}

  /** Refuses a number outside of a range that no rule of the catalogue names. */
  public static void require(String what, long value, long least, long most) {
    require(what, value, least, most, "");
  }

  /** Refuses a number outside of a range, naming the rule. */
  public static void require(String what, long value, long least, long most, String rule) {
    if (value < least || value > most) {
      throw new InvalidValueException(
          what + " " + value + " is outside " + least + " to " + most,
          "Use a number from " + least + " to " + most + ".",
          rule);
    }
  }

  /** Refuses a time that runs backwards. */
  public static void requireNotNegative(String what, Duration time) {
    if (time.isNegative()) {
      throw new InvalidValueException(
          what + " " + time + " is negative", "Use a time of zero or more.");
    }
  }
}

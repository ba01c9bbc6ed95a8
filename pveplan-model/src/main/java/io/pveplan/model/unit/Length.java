package io.pveplan.model.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a cable. The one notation uses meters where that leaves a whole number, else
 * centimeters.
 *
 * <pre>{@code
 * Length.meters(3);       // 3m
 * Length.parse("50cm");   // 50cm
 * Length.parse("200cm");  // 2m
 * Length.parse("3");      // refused: of what?
 * }</pre>
 *
 * @param centimeters number of centimeters, 1 to 10000000: no cable without repeaters is longer
 *     than 100 km
 * @since 0.1
 */
public record Length(int centimeters) implements Comparable<Length> {

  private static final int CENTIMETERS_OF_METER = 100;
  private static final int MOST = 10_000_000;
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,7})(cm|m)");

  /**
   * Refuses lengths that no cable has.
   *
   * @param centimeters number of centimeters
   * @throws InvalidValueException if the number is out of range
   */
  public Length {
    if (centimeters < 1 || centimeters > MOST) {
      throw outside(centimeters + "cm");
    }
  }

  /**
   * {@return a length in meters}
   *
   * @param number 1 to 100000
   * @throws InvalidValueException if the number is out of range
   */
  public static Length meters(int number) {
    return of(number, "m");
  }

  /**
   * {@return a length in centimeters}
   *
   * @param number 1 to 10000000
   * @throws InvalidValueException if the number is out of range
   */
  public static Length centimeters(int number) {
    return new Length(number);
  }

  /**
   * {@return the length with this text}
   *
   * @param text a whole number and m or cm, no blank between
   * @throws InvalidValueException if the text is no such length, or out of range
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Length parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a length",
          "Write a whole number from 1 and m or cm: 3m, 50cm.");
    }
    return of(Integer.parseInt(parts.group(1)), parts.group(2));
  }

  private static Length of(int number, String unit) {
    if (unit.equals("m") && (number < 1 || number > MOST / CENTIMETERS_OF_METER)) {
      throw outside(number + unit);
    }
    return new Length(unit.equals("m") ? number * CENTIMETERS_OF_METER : number);
  }

  private static InvalidValueException outside(String text) {
    return new InvalidValueException(
        "length " + text + " is outside 1cm to 100000m", "Use a length from 1cm to 100000m.");
  }

  /** By number of centimeters. */
  @Override
  public int compareTo(Length other) {
    return Integer.compare(centimeters, other.centimeters);
  }

  /** A whole number and the larger unit that allows one: {@code 3m}, {@code 50cm}. */
  @JsonValue
  @Override
  public String toString() {
    return centimeters % CENTIMETERS_OF_METER == 0
        ? centimeters / CENTIMETERS_OF_METER + "m"
        : centimeters + "cm";
  }
}

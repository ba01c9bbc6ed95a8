package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;

/**
 * The number of a guest: 100 to 999999999 (rule GST-001). Virtual machines, containers and
 * templates of a cluster share these numbers (rule GST-002).
 *
 * <pre>{@code
 * Vmid.of(200);
 * Vmid.of(99); // refused: the numbers below 100 are reserved
 * }</pre>
 *
 * @param value the number, 100 to 999999999
 * @since 0.1
 */
public record Vmid(@JsonValue int value) implements Comparable<Vmid> {

  private static final int LOWEST = 100;
  private static final int HIGHEST = 999_999_999;

  /**
   * Refuses other numbers.
   *
   * @param value the number
   * @throws InvalidValueException if the number is below 100 or above 999999999
   */
  public Vmid {
    if (value < LOWEST || value > HIGHEST) {
      throw new InvalidValueException(
          value + " is not a VMID", "Use a number from 100 to 999999999.", "GST-001");
    }
  }

  /**
   * {@return the VMID with this number}
   *
   * @param value the number, 100 to 999999999
   * @throws InvalidValueException if the number is below 100 or above 999999999
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Vmid of(int value) {
    return new Vmid(value);
  }

  /** By number. */
  @Override
  public int compareTo(Vmid other) {
    return Integer.compare(value, other.value);
  }

  /** The number in decimal. */
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}

package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;

/**
 * The MTU of an interface of a node in bytes: 1280 to 65520, as Proxmox's API takes it (rule
 * NET-013).
 *
 * <pre>{@code
 * Mtu.of(9000);
 * Mtu.of(900); // refused: below 1280, the least that IPv6 works with
 * }</pre>
 *
 * @param value bytes, 1280 to 65520
 * @since 0.1
 */
public record Mtu(@JsonValue int value) implements Comparable<Mtu> {

  private static final int LOWEST = 1280;
  private static final int HIGHEST = 65520;

  /**
   * Refuses other numbers.
   *
   * @param value bytes
   * @throws InvalidValueException if the number is below 1280 or above 65520
   */
  public Mtu {
    if (value < LOWEST || value > HIGHEST) {
      throw new InvalidValueException(
          value + " is not an MTU that Proxmox takes",
          "Use 1500, 9000 or another number from 1280 to 65520.",
          "NET-013");
    }
  }

  /**
   * {@return the MTU of this many bytes}
   *
   * @param value bytes, 1280 to 65520
   * @throws InvalidValueException if the number is below 1280 or above 65520
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Mtu of(int value) {
    return new Mtu(value);
  }

  /** By size. */
  @Override
  public int compareTo(Mtu other) {
    return Integer.compare(value, other.value);
  }

  /** The number in decimal. */
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}

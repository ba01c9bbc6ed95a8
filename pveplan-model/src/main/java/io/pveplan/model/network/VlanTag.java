package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;

/**
 * A VLAN tag as in IEEE 802.1Q: 1 to 4094 (rule NET-014).
 *
 * <pre>{@code
 * VlanTag.of(110);
 * VlanTag.of(4095); // refused: reserved by the standard
 * }</pre>
 *
 * @param value the number, 1 to 4094
 * @since 0.1
 */
public record VlanTag(@JsonValue int value) implements Comparable<VlanTag> {

  static final String RULE = "NET-014";

  private static final int LOWEST = 1;
  private static final int HIGHEST = 4094;

  /**
   * Refuses other numbers.
   *
   * @param value the number
   * @throws InvalidValueException if the number is below 1 or above 4094
   */
  public VlanTag {
    if (value < LOWEST || value > HIGHEST) {
      throw new InvalidValueException(
          value + " is not a VLAN tag", "Use a tag from 1 to 4094.", RULE);
    }
  }

  /**
   * {@return the tag with this number}
   *
   * @param value the number, 1 to 4094
   * @throws InvalidValueException if the number is below 1 or above 4094
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VlanTag of(int value) {
    return new VlanTag(value);
  }

  /** By number. */
  @Override
  public int compareTo(VlanTag other) {
    return Integer.compare(value, other.value);
  }

  /** The number in decimal. */
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}

package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unicast MAC address of a network card: six pairs of hexadecimal digits with colons between.
 *
 * <p>Read in any case; its one notation is upper case, as Proxmox writes the cards of guests.
 * Proxmox refuses multicast addresses, those with an odd first byte (rule GST-014).
 *
 * <pre>{@code
 * MacAddress.parse("BC:24:11:00:02:00");
 * MacAddress.parse("BD:24:11:00:02:00"); // refused: multicast
 * }</pre>
 *
 * @since 0.1
 */
public final class MacAddress implements Comparable<MacAddress> {

  private static final String RULE = "GST-014";
  private static final Pattern TEXT = Pattern.compile("[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}");

  private final String text;

  private MacAddress(String text) {
    this.text = text;
  }

  /**
   * {@return the address with this text}
   *
   * @param text six pairs of hexadecimal digits with colons between, any case
   * @throws InvalidValueException if the text is no such address, or a multicast address
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MacAddress parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a MAC address",
          "Write six pairs of hexadecimal digits with colons between: BC:24:11:00:02:00.",
          RULE);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    if (Character.digit(upper.charAt(1), 16) % 2 != 0) {
      throw new InvalidValueException(
          text + " is a multicast address",
          "Use a unicast address: the second digit is 0, 2, 4, 6, 8, A, C or E.",
          RULE);
    }
    return new MacAddress(upper);
  }

  /** {@return the address in lower case, as {@code .link} files and cloud-init want it} */
  public String lowerCase() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** By number. */
  @Override
  public int compareTo(MacAddress other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MacAddress that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The address in upper case. */
  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}

package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.math.BigInteger;
import java.util.Comparator;

/**
 * Addresses from a first to a last one, both included: {@code 10.150.10.50-10.150.10.200}.
 *
 * <p>A range that starts behind its end can be written and is empty: rule SDN-022 reports it with
 * its place in the plan.
 *
 * <pre>{@code
 * AddressRange.parse("10.150.10.50-10.150.10.200");
 * AddressRange.parse("10.150.10.50-2001:db8::1"); // refused: two families
 * }</pre>
 *
 * @param start the first address
 * @param end the last address, of the same family
 * @since 0.1
 */
public record AddressRange(IpAddress start, IpAddress end) implements Comparable<AddressRange> {

  private static final Comparator<AddressRange> ORDER =
      Comparator.comparing(AddressRange::start).thenComparing(AddressRange::end);

  /**
   * Refuses addresses of two families.
   *
   * @param start the first address
   * @param end the last address
   * @throws InvalidValueException if one address is IPv4 and the other IPv6
   */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public AddressRange {
    if (start.isV4() != end.isV4()) {
      throw new InvalidValueException(
          start + "-" + end + " mixes IPv4 and IPv6", "Use two addresses of one family.");
    }
  }

  /**
   * {@return the range with this text}
   *
   * @param text first address, dash, last address, no blanks
   * @throws InvalidValueException if the text is no such range
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AddressRange parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not an address range",
          "Write the first and the last address with a dash between: 10.0.0.10-10.0.0.99.");
    }
    return new AddressRange(
        IpAddress.parse(text.substring(0, dash)), IpAddress.parse(text.substring(dash + 1)));
  }

  /**
   * {@return whether the address lies in the range; never in an empty range or one of the other
   * family}
   *
   * @param address any address
   */
  public boolean contains(IpAddress address) {
    return start.compareTo(address) <= 0 && address.compareTo(end) <= 0;
  }

  /** {@return how many addresses it has; none or fewer in one that starts behind its end} */
  public BigInteger size() {
    return end.library().getValue().subtract(start.library().getValue()).add(BigInteger.ONE);
  }

  /**
   * {@return whether it is a single address}
   */
  public boolean isSingle() {
    return start.equals(end);
  }

  /**
   * {@return whether an address lies in both ranges; never if one of them is empty}
   *
   * @param other any range
   */
  public boolean overlaps(AddressRange other) {
    IpAddress later = start.compareTo(other.start) >= 0 ? start : other.start;
    return contains(later) && other.contains(later);
  }

  /** By first address, then by last. */
  @Override
  public int compareTo(AddressRange other) {
    return ORDER.compare(this, other);
  }

  /** First address, dash, last address. */
  @JsonValue
  @Override
  public String toString() {
    return start + "-" + end;
  }
}

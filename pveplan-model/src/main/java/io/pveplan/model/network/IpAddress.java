package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A single IPv4 or IPv6 address, without prefix length and without zone.
 *
 * <p>Each address has one notation: IPv4 as four decimal numbers without leading zeros, IPv6 in
 * lower case and compressed as RFC 5952, section 4, has it. Every other notation is refused and the
 * advice names the right one.
 *
 * <pre>{@code
 * IpAddress.parse("10.0.0.1");
 * IpAddress.parse("2001:db8::1");
 * IpAddress.parse("2001:DB8:0::1"); // refused: Write 2001:db8::1.
 * }</pre>
 *
 * @since 0.1
 */
public final class IpAddress implements Comparable<IpAddress> {

  // Longest text of an IPv6 address: eight groups with an embedded IPv4 address (INET6_ADDRSTRLEN
  // less the zero byte).
  private static final int LONGEST = 45;

  private static final String EXAMPLES = "Write an address like 10.0.0.1 or 2001:db8::1.";

  private static final IPAddressStringParameters ONE_ADDRESS =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .allow_inet_aton(false)
          .getIPv4AddressParametersBuilder()
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private final IPAddress address;

  private IpAddress(IPAddress address) {
    this.address = address;
  }

  /**
   * {@return the address with this text}
   *
   * @param text an address in its one notation
   * @throws InvalidValueException if the text is no address, or not in its one notation
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static IpAddress parse(String text) {
    IPAddress read = text.length() > LONGEST ? null : read(text);
    if (read == null) {
      throw notAnAddress(text);
    }
    IpAddress found = new IpAddress(read);
    if (!found.toString().equals(text)) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not the usual notation of this address",
          "Write " + found + ".");
    }
    return found;
  }

  /**
   * {@return the address with this text; nothing for any other text, such as the name of a server}
   *
   * <pre>{@code
   * IpAddress.tryParse("172.20.50.5");     // the address
   * IpAddress.tryParse("nas.example.net"); // empty
   * }</pre>
   *
   * @param text any text
   */
  public static Optional<IpAddress> tryParse(String text) {
    IPAddress read = text.length() > LONGEST ? null : read(text);
    return Optional.ofNullable(read)
        .map(IpAddress::new)
        .filter(found -> found.toString().equals(text));
  }

  static IpAddress of(IPAddress address) {
    return new IpAddress(address.withoutPrefixLength());
  }

  private static @Nullable IPAddress read(String text) {
    IPAddress read = new IPAddressString(text, ONE_ADDRESS).getAddress();
    return read == null || read.isMultiple() ? null : read;
  }

  private static InvalidValueException notAnAddress(String text) {
    int end = text.length() > LONGEST ? -1 : Math.max(text.indexOf('/'), text.indexOf('%'));
    if (end > 0) {
      IPAddress bare = read(text.substring(0, end));
      if (bare != null) {
        String extra = text.charAt(end) == '/' ? "a prefix length" : "a zone";
        return new InvalidValueException(
            "\"" + Visible.ascii(text) + "\" is not a single address: it has " + extra,
            "Write " + of(bare) + ".");
      }
    }
    return new InvalidValueException(
        "\"" + Visible.ascii(text) + "\" is not an IP address", EXAMPLES);
  }

  /** {@return whether this is an IPv4 address} */
  public boolean isV4() {
    return address.isIPv4();
  }

  /** {@return whether this is an IPv6 address} */
  public boolean isV6() {
    return address.isIPv6();
  }

  /**
   * {@return whether this is an address of one link only: {@code fe80::/10} (RFC 4291), {@code
   * 169.254.0.0/16} (RFC 3927)}
   */
  public boolean isLinkLocal() {
    return address.isLinkLocal();
  }

  // IPv4: neither of "this network", nor of the host itself, nor multicast. IPv6: global, unique
  // local or link-local unicast (RFC 4291, RFC 4193).
  boolean isOfHost() {
    byte[] bytes = address.getBytes();
    int first = Byte.toUnsignedInt(bytes[0]);
    if (isV4()) {
      return first != 0 && first != 127 && first >> 4 != 0b1110;
    }
    boolean linkLocal = first == 0xfe && Byte.toUnsignedInt(bytes[1]) >> 6 == 0b10;
    return first >> 5 == 0b001 || first >> 1 == 0b1111110 || linkLocal;
  }

  IPAddress library() {
    return address;
  }

  /** IPv4 before IPv6, then by number. */
  @Override
  public int compareTo(IpAddress other) {
    return isV4() == other.isV4()
        ? Arrays.compareUnsigned(address.getBytes(), other.address.getBytes())
        : Boolean.compare(isV6(), other.isV6());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address.getBytes());
  }

  /** The address in its one notation. */
  @JsonValue
  @Override
  public String toString() {
    return address.toCanonicalString();
  }
}

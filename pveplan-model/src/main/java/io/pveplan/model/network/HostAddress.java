package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import java.util.Comparator;

/**
 * The address of an interface together with the prefix length of its subnet: {@code 10.20.0.11/24}.
 *
 * <p>The network and the broadcast address of a subnet can be written, Proxmox takes them; rule
 * NET-020 reports them. What no host has is refused (rule NET-018): IPv4 addresses of 0.0.0.0/8,
 * 127.0.0.0/8 and 224.0.0.0/4 (RFC 1122, section 3.2.1.3), and IPv6 addresses other than global,
 * unique local and link-local unicast (pve-manager, PVE/API2/Network.pm, check_ipv6_settings).
 *
 * <pre>{@code
 * HostAddress.parse("10.20.0.11/24").subnet(); // 10.20.0.0/24
 * HostAddress.parse("10.20.0.11");             // refused: no prefix length
 * HostAddress.parse("ff02::1/64");             // refused: multicast
 * }</pre>
 *
 * @param address the address of the interface
 * @param prefixLength prefix length of its subnet: 8 to 32 for IPv4, 8 to 128 for IPv6 (rule
 *     NET-017)
 * @since 0.1
 */
public record HostAddress(IpAddress address, int prefixLength) implements Comparable<HostAddress> {

  private static final Comparator<HostAddress> ORDER =
      Comparator.comparing(HostAddress::address).thenComparingInt(HostAddress::prefixLength);

  /**
   * Refuses other prefix lengths, and addresses that no host has.
   *
   * @param address the address of the interface
   * @param prefixLength prefix length of its subnet
   * @throws InvalidValueException if the prefix length is out of range, or no host has the address
   */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public HostAddress {
    PrefixedText.requireLength(address, prefixLength);
    requireHost(address);
  }

  /**
   * {@return the host address with this text}
   *
   * @param text address, slash, prefix length
   * @throws InvalidValueException if the text is no such address, the prefix length is out of
   *     range, or no host has the address
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static HostAddress parse(String text) {
    PrefixedText parts =
        PrefixedText.parse(text, "a host address", "10.20.0.11/24 or 2001:db8:20::11/64");
    return new HostAddress(parts.address(), parts.length());
  }

  private static void requireHost(IpAddress address) {
    if (!address.isOfHost()) {
      throw new InvalidValueException(
          address + " is not the address of a host",
          "Use a unicast address of your network.",
          "NET-018");
    }
  }

  /** {@return the subnet that holds the address} */
  public Subnet subnet() {
    return Subnet.around(address, prefixLength);
  }

  /**
   * Whether it is the first address of its subnet, which names the network itself; never for a
   * subnet of one or two addresses (RFC 3021, RFC 6164).
   */
  public boolean isNetworkAddress() {
    return hasNetworkAddress() && address.library().includesZeroHost(prefixLength);
  }

  /**
   * Whether it is the last address of its IPv4 subnet, which reaches all hosts; never for IPv6, nor
   * for a subnet of one or two addresses (RFC 3021).
   */
  public boolean isBroadcastAddress() {
    return address.isV4() && hasNetworkAddress() && address.library().includesMaxHost(prefixLength);
  }

  private boolean hasNetworkAddress() {
    return prefixLength < address.library().getBitCount() - 1;
  }

  /** By address, then by prefix length. */
  @Override
  public int compareTo(HostAddress other) {
    return ORDER.compare(this, other);
  }

  /** Address, slash, prefix length. */
  @JsonValue
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}

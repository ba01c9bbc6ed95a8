package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import inet.ipaddr.IPAddress;
import io.pveplan.model.InvalidValueException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * An IPv4 or IPv6 network: its first address and a prefix length.
 *
 * <pre>{@code
 * Subnet ring = Subnet.parse("10.20.1.0/24");
 * ring.host(11);                // 10.20.1.11/24
 * ring.host(300);               // refused: outside 10.20.1.0/24
 * Subnet.parse("10.20.1.1/24"); // refused: it has host bits; the advice names 10.20.1.0/24
 * }</pre>
 *
 * @param address the first address of the network
 * @param prefixLength number of leading bits that all its addresses share: 8 to 32 for IPv4, 8 to
 *     128 for IPv6, as Proxmox's API takes it (rule NET-017)
 * @since 0.1
 */
public record Subnet(IpAddress address, int prefixLength) implements Comparable<Subnet> {

  private static final int LONGEST_WITH_BROADCAST = 30;

  private static final Comparator<Subnet> ORDER =
      Comparator.comparing(Subnet::address).thenComparingInt(Subnet::prefixLength);

  /**
   * Refuses host bits and other prefix lengths.
   *
   * @param address the first address of the network
   * @param prefixLength number of leading bits that all its addresses share
   * @throws InvalidValueException if the address has host bits or the prefix length is out of range
   */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Subnet {
    PrefixedText.requireLength(address, prefixLength);
    // The library finds no host bits of zero where there are none at all.
    boolean oneAddress = prefixLength == address.library().getBitCount();
    if (!oneAddress && !address.library().isZeroHost(prefixLength)) {
      IpAddress first = IpAddress.of(block(address, prefixLength).getLower());
      String written = address + "/" + prefixLength;
      throw new InvalidValueException(
          written + " is not a subnet: it has host bits",
          "Write " + first + "/" + prefixLength + " for the network that holds " + address + ".");
    }
  }

  /**
   * {@return the subnet with this text}
   *
   * @param text network address, slash, prefix length: {@code 10.20.0.0/24}, {@code
   *     2001:db8:20::/64}
   * @throws InvalidValueException if the text is no subnet, has host bits or a prefix length out of
   *     range
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Subnet parse(String text) {
    PrefixedText parts = PrefixedText.parse(text, "a subnet", "10.20.0.0/24 or 2001:db8:20::/64");
    return new Subnet(parts.address(), parts.length());
  }

  static Subnet around(IpAddress address, int prefixLength) {
    return new Subnet(IpAddress.of(block(address, prefixLength).getLower()), prefixLength);
  }

  private static IPAddress block(IpAddress address, int prefixLength) {
    return address.library().toPrefixBlock(prefixLength);
  }

  /** {@return whether this is an IPv4 subnet} */
  public boolean isV4() {
    return address.isV4();
  }

  /** {@return whether this is an IPv6 subnet} */
  public boolean isV6() {
    return address.isV6();
  }

  /**
   * {@return whether the address lies in this subnet; never for an address of the other family}
   *
   * @param other any address
   */
  public boolean contains(IpAddress other) {
    return isV4() == other.isV4() && block(address, prefixLength).contains(other.library());
  }

  /**
   * {@return whether all addresses of the other subnet lie in this one; a subnet contains itself}
   *
   * @param other any subnet
   */
  public boolean contains(Subnet other) {
    return prefixLength <= other.prefixLength && contains(other.address);
  }

  /**
   * {@return whether an address lies in both subnets}
   *
   * @param other any subnet
   */
  public boolean overlaps(Subnet other) {
    return contains(other) || other.contains(this);
  }

  /**
   * {@return the host with this number, counted from the network address: host 11 of {@code
   * 10.20.1.0/24} is {@code 10.20.1.11/24}}
   *
   * <p>Number 0 (network address; with IPv6 the subnet-router anycast address, RFC 4291 section
   * 2.6.1) and the IPv4 broadcast address are refused. Subnets of one or two addresses have neither
   * (RFC 3021, RFC 6164).
   *
   * @param number position in the subnet
   * @throws InvalidValueException if the subnet has no such host
   */
  public HostAddress host(long number) {
    BigInteger count = count();
    long lowest = lowestHost();
    BigInteger highest = highestHost();
    if (number < lowest || BigInteger.valueOf(number).compareTo(highest) > 0) {
      throw new InvalidValueException(
          "host " + number + " of " + this + " is " + misplaced(number, count),
          lowest == highest.longValue()
              ? "Use host " + lowest + "."
              : "Use a number from " + lowest + " to " + highest + ".");
    }
    return new HostAddress(IpAddress.of(address.library().increment(number)), prefixLength);
  }

  /** {@return the lowest number that {@link #host} takes: 1, or 0 where all addresses are of hosts} */
  public long lowestHost() {
    return hasHostsOnly() ? 0 : 1;
  }

  /** {@return the highest number that {@link #host} takes: 254 for {@code 10.20.1.0/24}} */
  public BigInteger highestHost() {
    return count().subtract(BigInteger.valueOf(hasHostsOnly() || isV6() ? 1 : 2));
  }

  private BigInteger count() {
    return block(address, prefixLength).getCount();
  }

  // Two addresses or one have neither network nor broadcast address (RFC 3021).
  private boolean hasHostsOnly() {
    return count().bitLength() <= 2;
  }

  /**
   * {@return the number that {@link #host} makes this address from: 11 for {@code 10.20.1.11} in
   * {@code 10.20.1.0/24}}
   *
   * @param host an address of the subnet
   * @throws InvalidValueException if the address is not in the subnet, or its number above 2^63 - 1
   */
  public long numberOf(IpAddress host) {
    if (!contains(host)) {
      throw new InvalidValueException(
          "address " + host + " is not in " + this, "Take an address of " + this + ".");
    }
    BigInteger number = host.library().getValue().subtract(address.library().getValue());
    if (number.bitLength() > 63) {
      throw new InvalidValueException(
          "address " + host + " is too far from the beginning of " + this,
          "Take an address whose number in the subnet is below 2^63.");
    }
    return number.longValueExact();
  }

  private static String misplaced(long number, BigInteger count) {
    if (number == 0) {
      return "the network itself";
    }
    boolean last = BigInteger.valueOf(number).equals(count.subtract(BigInteger.ONE));
    return last ? "its broadcast address" : "outside the subnet";
  }

  /**
   * {@return the last address of an IPv4 subnet, which reaches all its hosts; none for IPv6, nor for
   * a subnet of one or two addresses (RFC 3021)}
   */
  public Optional<IpAddress> broadcast() {
    return isV4() && prefixLength <= LONGEST_WITH_BROADCAST
        ? Optional.of(IpAddress.of(block(address, prefixLength).getUpper()))
        : Optional.empty();
  }

  /**
   * {@return the prefix length as an IPv4 mask: {@code 255.255.255.0} for {@code /24}}
   *
   * @throws IllegalStateException if this is an IPv6 subnet, which has no mask
   */
  public IpAddress netmask() {
    if (isV6()) {
      throw new IllegalStateException(this + " is an IPv6 subnet and has no netmask");
    }
    return IpAddress.of(address.library().getNetwork().getNetworkMask(prefixLength, false));
  }

  /** By network address, then the wider subnet first. */
  @Override
  public int compareTo(Subnet other) {
    return ORDER.compare(this, other);
  }

  /** Network address, slash, prefix length. */
  @JsonValue
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}

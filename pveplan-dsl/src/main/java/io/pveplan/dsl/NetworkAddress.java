package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An address on a network, as {@link NetworkRef#host}, {@link NetworkRef#nodeAddress()}, {@link
 * NetworkRef#guestAddress()} and {@link NetworkRef#address} make it.
 *
 * @since 0.1
 */
public final class NetworkAddress {

  /** What the number counts from. */
  private enum From {
    SUBNET,
    NODE,
    GUEST
  }

  /**
   * What has a number where an address is used.
   *
   * @param node number of the node that is declared
   * @param guest number of the guest in its fleet
   */
  record Numbers(OptionalInt node, OptionalInt guest) {}

  private final Optional<String> network;
  private final From from;
  private final OptionalLong number;
  private final String text;
  private final Optional<Origin> line;

  private NetworkAddress(
      Optional<String> network,
      From from,
      OptionalLong number,
      String text,
      Optional<Origin> line) {
    this.network = network;
    this.from = from;
    this.number = number;
    this.text = text;
    this.line = line;
  }

  static NetworkAddress host(String network, long number) {
    return counted(network, From.SUBNET, number);
  }

  static NetworkAddress ofNode(String network, long offset) {
    return counted(network, From.NODE, offset);
  }

  static NetworkAddress ofGuest(String network, long offset) {
    return counted(network, From.GUEST, offset);
  }

  static NetworkAddress ofGuest(String network, String first) {
    return new NetworkAddress(
        Optional.of(network),
        From.GUEST,
        OptionalLong.empty(),
        Objects.requireNonNull(first, "first"),
        CallSite.here());
  }

  private static NetworkAddress counted(String network, From from, long number) {
    return new NetworkAddress(
        Optional.of(network), from, OptionalLong.of(number), "", CallSite.here());
  }

  static NetworkAddress of(String network, String address) {
    return written(Optional.of(network), address);
  }

  static NetworkAddress elsewhere(String address) {
    return written(Optional.empty(), address);
  }

  private static NetworkAddress written(Optional<String> network, String address) {
    return new NetworkAddress(network, From.SUBNET, OptionalLong.empty(), address, CallSite.here());
  }

  Optional<String> network() {
    return network;
  }

  Optional<Origin> line() {
    return line;
  }

  boolean isOfNode() {
    return from == From.NODE;
  }

  InterfaceAddress written(Optional<Network> declared, Numbers numbers) {
    if (declared.isEmpty()) {
      return new InterfaceAddress(HostAddress.parse(text), Optional.empty());
    }
    String name = declared.get().name();
    Subnet subnet = declared
        .get()
        .subnet()
        .orElseThrow(() -> new InvalidValueException(
            "network " + name + " has no subnet to take an address from",
            "Declare the network with its subnet."));
    if (number.isPresent()) {
      return new InterfaceAddress(host(subnet, number.getAsLong(), numbers), network);
    }
    IpAddress address = IpAddress.parse(text);
    if (!subnet.contains(address)) {
      throw new InvalidValueException(
          "address " + address + " is not in network " + name + " (" + subnet + ")",
          "Take an address of " + subnet + ", or name another network.");
    }
    if (from == From.GUEST) {
      long first = subnet.numberOf(address);
      return new InterfaceAddress(host(subnet, first - 1, numbers), network);
    }
    return new InterfaceAddress(new HostAddress(address, subnet.prefixLength()), network);
  }

  private HostAddress host(Subnet subnet, long counted, Numbers numbers) {
    long host = host(counted, numbers);
    if (from == From.GUEST) {
      requireRoom(subnet, counted, host);
    }
    return subnet.host(host);
  }

  // The same words for all guests of a fleet that find no room, with what the planner wrote.
  private void requireRoom(Subnet subnet, long offset, long host) {
    BigInteger last = subnet.highestHost().subtract(BigInteger.valueOf(offset));
    boolean below = host < subnet.lowestHost();
    if (!below && BigInteger.valueOf(host).compareTo(subnet.highestHost()) <= 0) {
      return;
    }
    BigInteger first = BigInteger.valueOf(subnet.lowestHost()).subtract(BigInteger.valueOf(offset));
    String whom = below
        ? "a guest below number " + first
        : last.signum() > 0 ? "a guest above number " + last : "any guest";
    String counting = number.isPresent() ? "(" + offset + ")" : "From(\"" + text + "\")";
    throw new InvalidValueException(
        "guestAddress" + counting + " has no address in " + subnet + " for " + whom,
        below
            ? "Count from a higher number."
            : "Count from a lower number, or take a network with a larger subnet.");
  }

  private long host(long counted, Numbers numbers) {
    if (from == From.SUBNET) {
      return counted;
    }
    OptionalInt own = from == From.NODE ? numbers.node() : numbers.guest();
    if (own.isEmpty()) {
      throw from == From.NODE
          ? new InvalidValueException(
              "there is no node with a number here to take the address of",
              "Give the node its number before its first address: n.number(11).")
          : new InvalidValueException(
              "there is no guest with a number here to take the address of",
              "Guests of a profile have one: c.vms(vmids(200, 219), web).");
    }
    try {
      return Math.addExact(counted, own.getAsInt());
    } catch (ArithmeticException tooLarge) {
      return Long.MAX_VALUE;
    }
  }
}

package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An address on a network, as {@link NetworkRef#host} and {@link NetworkRef#address} make it.
 *
 * @since 0.1
 */
public final class NetworkAddress {

  private final Optional<String> network;
  private final OptionalLong number;
  private final String text;
  private final Optional<Origin> line;

  private NetworkAddress(
      Optional<String> network, OptionalLong number, String text, Optional<Origin> line) {
    this.network = network;
    this.number = number;
    this.text = text;
    this.line = line;
  }

  static NetworkAddress host(String network, long number) {
    return new NetworkAddress(Optional.of(network), OptionalLong.of(number), "", CallSite.here());
  }

  static NetworkAddress of(String network, String address) {
    return new NetworkAddress(Optional.of(network), OptionalLong.empty(), address, CallSite.here());
  }

  static NetworkAddress elsewhere(String address) {
    return new NetworkAddress(Optional.empty(), OptionalLong.empty(), address, CallSite.here());
  }

  Optional<String> network() {
    return network;
  }

  Optional<Origin> line() {
    return line;
  }

  InterfaceAddress written(Optional<Network> declared) {
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
      return new InterfaceAddress(subnet.host(number.getAsLong()), network);
    }
    IpAddress address = IpAddress.parse(text);
    if (!subnet.contains(address)) {
      throw new InvalidValueException(
          "address " + address + " is not in network " + name + " (" + subnet + ")",
          "Take an address of " + subnet + ", or name another network.");
    }
    return new InterfaceAddress(new HostAddress(address, subnet.prefixLength()), network);
  }
}

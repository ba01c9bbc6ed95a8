package io.pveplan.rules.testing;

import io.pveplan.model.Traffic;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.ReservedRange;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks of a generated plan. */
final class NetworkParts {

  private static final int FIRST_HOST = 11;
  private static final int FIRST_FREE = 230;
  private static final int RANGE = 20;
  private static final List<Traffic> KINDS = List.of(Traffic.values());

  private final Dice dice;
  private final List<Network> networks = new ArrayList<>();

  NetworkParts(Dice dice) {
    this.dice = dice;
    int number = 10;
    for (Traffic kind : KINDS) {
      if (dice.chance(70)) {
        networks.add(network(kind, number++));
      }
    }
  }

  private Network network(Traffic kind, int number) {
    Network.Builder network = Network.builder()
        .name(kind.text())
        .mtu(dice.maybe(30, () -> Mtu.of(dice.of(1500, 9000))))
        .latency(dice.maybe(20, () -> Duration.ofMillis(dice.of(1, 4, 5, 20))))
        .redundant(dice.chance(30));
    if (dice.told()) {
      network.addTraffic(kind);
    }
    if (dice.chance(8)) {
      network.addTraffic(dice.of(KINDS));
    }
    if (kind == Traffic.GUEST && dice.chance(70)) {
      network.addVlans(VlanRange.of(100, 199));
    }
    if (kind != Traffic.GUEST || dice.chance(50)) {
      Subnet subnet = Subnet.parse(
          dice.chance(90) ? "10.0." + number + ".0/24" : "2001:db8:" + number + "::/64");
      network.subnet(subnet);
      if (kind == Traffic.MANAGEMENT || kind == Traffic.GUEST) {
        network.gateway(subnet.host(1).address());
      }
      setAside(network, subnet, number);
    }
    return network.build();
  }

  // Without dice: the plans of a seed stay what they are in all else.
  private static void setAside(Network.Builder network, Subnet subnet, int number) {
    if (number % 2 == 0) {
      network.addDhcpRange(range(subnet, number % 4 == 0 ? FIRST_HOST : FIRST_FREE));
    } else if (number % 3 == 0) {
      network.addReservedRange(range(subnet, number % 9 == 0 ? FIRST_FREE : FIRST_HOST));
    }
  }

  private static ReservedRange range(Subnet subnet, int first) {
    return ReservedRange.builder()
        .range(new AddressRange(
            subnet.host(first).address(), subnet.host(first + RANGE - 1).address()))
        .build();
  }

  List<Network> all() {
    return networks;
  }

  /** The networks that can give addresses. */
  List<Network> withSubnet() {
    return networks.stream().filter(it -> it.subnet().isPresent()).toList();
  }

  /** A network, most often the one for this traffic. */
  Optional<String> nameFor(Traffic kind) {
    Optional<String> own = networks.stream()
        .map(Network::name)
        .filter(kind.text()::equals)
        .filter(name -> dice.chance(85))
        .findFirst();
    return own.or(() -> any().map(Network::name));
  }

  Optional<Network> any() {
    return networks.isEmpty() ? Optional.empty() : Optional.of(dice.of(networks));
  }

  /** An address in the network for this traffic, else in any. */
  Optional<HostAddress> host(Traffic kind, int number) {
    List<Network> all = withSubnet();
    return all.stream()
        .filter(it -> it.name().equals(kind.text()))
        .filter(it -> dice.chance(85))
        .findFirst()
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(dice.of(all)))
        .flatMap(Network::subnet)
        .map(subnet -> subnet.host(number));
  }

  /** An address that no network need have. */
  IpAddress server(Traffic kind, int number) {
    return host(kind, number)
        .map(HostAddress::address)
        .orElseGet(() -> IpAddress.parse("192.0.2." + number));
  }

  /** The address of a node in a network; not every author names the network. */
  InterfaceAddress address(Network network, int number) {
    Subnet subnet = network.subnet().orElseThrow();
    HostAddress host = dice.chance(99)
        ? subnet.host(number)
        : new HostAddress(subnet.address(), subnet.prefixLength());
    return new InterfaceAddress(host, dice.told(network::name));
  }
}

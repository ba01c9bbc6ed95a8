package io.pveplan.rules.testing;

import io.pveplan.model.Traffic;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The interfaces of one node of a generated plan. */
final class InterfaceParts {

  private static final int FIRST_TAG = 20;
  private static final int SECOND = 40;
  private static final List<BondMode> LINUX_MODES =
      Arrays.stream(BondMode.values()).filter(mode -> !mode.onlyOpenVswitch()).toList();

  private final Dice dice;
  private final NetworkParts networks;
  private final int node;
  private final int number;
  private final List<NodeInterface> interfaces = new ArrayList<>();
  // What VLAN interfaces can lie on: neither a port nor a slave.
  private final List<String> free = new ArrayList<>();
  private final boolean pinned;
  private int ports;
  private int bonds;
  private int bridges;
  private int tags;

  InterfaceParts(Dice dice, NetworkParts networks, int node, int number) {
    this.dice = dice;
    this.networks = networks;
    this.node = node;
    this.number = number;
    this.pinned = dice.chance(10);
  }

  List<NodeInterface> all() {
    for (Network network : networks.all()) {
      if (dice.chance(85)) {
        attach(network);
      }
    }
    if (dice.chance(20)) {
      bridge(List.of(), List.of());
    }
    List<Network> known = networks.withSubnet();
    if (!known.isEmpty() && dice.chance(3)) {
      nic(List.of(networks.address(dice.of(known), number + SECOND)));
    }
    return interfaces;
  }

  private void attach(Network network) {
    List<InterfaceAddress> own =
        network.subnet().isPresent() ? List.of(networks.address(network, number)) : List.of();
    boolean forGuests = network.name().equals(Traffic.GUEST.text());
    if (forGuests || dice.chance(35)) {
      bridge(own, forGuests && dice.told() ? List.of(network.name()) : List.of());
    } else if (!free.isEmpty() && dice.chance(35)) {
      vlan(dice.of(free), own);
    } else if (dice.chance(50)) {
      free.add(bond(own));
    } else {
      free.add(nic(own));
    }
  }

  private String nic(List<InterfaceAddress> addresses) {
    String name = (pinned ? "nic" : "eno") + ++ports;
    interfaces.add(Nic.builder()
        .name(name)
        .pinned(pinned)
        .mac(pinned ? Optional.of(mac()) : Optional.empty())
        .addresses(addresses)
        .mtu(dice.maybe(5, () -> Mtu.of(1500)))
        .speed(dice.maybe(30, () -> DataRate.gbit(dice.of(1, 10, 25))))
        .build());
    return name;
  }

  private MacAddress mac() {
    return MacAddress.parse(
        String.format(Locale.ROOT, "02:00:5E:00:%02X:%02X", node % 256, ports % 256));
  }

  private String bond(List<InterfaceAddress> addresses) {
    // A card needs no declaration of its own.
    List<String> pair = dice.chance(90)
        ? List.of(nic(List.of()), nic(List.of()))
        : List.of("enp" + ++ports, "enp" + ++ports);
    List<String> slaves = dice.chance(95) ? pair : pair.subList(0, 1);
    String name = "bond" + bonds++;
    BondMode mode =
        dice.chance(90) ? dice.of(BondMode.LACP, BondMode.ACTIVE_BACKUP) : dice.of(LINUX_MODES);
    boolean lacp = mode == BondMode.LACP;
    interfaces.add(Bond.builder()
        .name(name)
        .lacpRate(lacp ? dice.maybe(70, () -> LacpRate.FAST) : Optional.empty())
        .switchLacpRate(lacp ? dice.told(() -> LacpRate.FAST) : Optional.empty())
        .mode(mode)
        .slaves(slaves)
        .addresses(addresses)
        .build());
    return name;
  }

  private void vlan(String parent, List<InterfaceAddress> addresses) {
    int tag = FIRST_TAG + tags++;
    interfaces.add(Vlan.builder()
        .name(parent + "." + tag)
        .parent(parent)
        .tag(VlanTag.of(tag))
        .addresses(addresses)
        .build());
  }

  private void bridge(List<InterfaceAddress> addresses, List<String> carried) {
    boolean ovs = dice.chance(4);
    Optional<String> port =
        dice.maybe(90, () -> !ovs && dice.chance(50) ? bond(List.of()) : nic(List.of()));
    String name = (dice.chance(97) ? "vmbr" : "br_lan") + bridges++;
    interfaces.add(Bridge.builder()
        .name(name)
        .ports(port.stream().toList())
        .openVswitch(ovs)
        .vlanAware(!ovs && dice.chance(50))
        .vids(!ovs && dice.chance(30) ? List.of(VlanRange.of(100, 115)) : List.of())
        .networks(carried)
        .addresses(addresses)
        .build());
    if (!ovs) {
      free.add(name);
    }
  }
}

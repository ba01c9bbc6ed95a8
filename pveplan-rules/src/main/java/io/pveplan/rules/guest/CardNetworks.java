package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which networks of the plan the cards of guests are in, as far as the plan tells it. */
final class CardNetworks {

  // What the interfaces of a node tell: the networks of a segment, and the places of a network.
  private record Told(
      Map<Segment, Set<String>> networks,
      Map<String, Set<String>> places,
      Set<String> servingBridges) {}

  private final ResolvedPlan plan;
  private final Map<String, Told> byNode = new HashMap<>();
  private final Map<Subnet, Network> bySubnet = new HashMap<>();

  CardNetworks(ResolvedPlan plan) {
    this.plan = plan;
    Set<Subnet> shared = new HashSet<>();
    for (Network network : plan.networks()) {
      network.subnet().ifPresent(subnet -> {
        if (bySubnet.put(subnet, network) != null) {
          shared.add(subnet);
        }
      });
    }
    bySubnet.keySet().removeAll(shared);
  }

  /** The network that an address says it is of, or else the only one with its subnet. */
  Optional<Network> networkOf(InterfaceAddress address) {
    return address.network().isPresent()
        ? address.network().flatMap(plan::network)
        : Optional.ofNullable(bySubnet.get(address.address().subnet()));
  }

  /**
   * Where a network and a card are, if they are apart on the node of the guest; nothing where they
   * are together, or where the plan does not tell it.
   */
  Optional<String> apart(Guest guest, GuestNic nic, Network network) {
    return guest
        .node()
        .or(() -> plan.nodes().stream().map(Node::name).findFirst())
        .flatMap(node -> plan.topology()
            .segment(node, nic)
            .filter(segment -> plan.vnet(segment.root()).isEmpty())
            .filter(segment -> isApart(node, segment, nic, network))
            .map(segment -> "network %s is %s, and the card is in %s"
                .formatted(network.name(), place(node, network), shown(segment))));
  }

  private boolean isApart(String node, Segment segment, GuestNic nic, Network network) {
    Told told = told(node);
    Set<String> here = told.networks.getOrDefault(segment, Set.of());
    if (here.contains(network.name()) || isTagOf(network, segment.tag())) {
      return false;
    }
    Set<String> places = told.places.getOrDefault(network.name(), Set.of());
    if (segment.tag().isPresent()) {
      return !network.vlans().isEmpty() || places.contains(segment.root());
    }
    boolean known = !here.isEmpty() || told.servingBridges.contains(nic.bridge());
    return known && !places.isEmpty();
  }

  private static boolean isTagOf(Network network, OptionalInt tag) {
    return tag.isPresent()
        && network.vlans().stream().anyMatch(it -> it.contains(VlanTag.of(tag.getAsInt())));
  }

  private String place(String node, Network network) {
    return network.vlans().isEmpty()
        ? "in " + String.join(", ", told(node).places.get(network.name()))
        : "VLAN " + network.vlans().stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static String shown(Segment segment) {
    return segment.tag().isPresent()
        ? "VLAN " + segment.tag().getAsInt() + " of " + segment.root()
        : segment.root() + " without a VLAN";
  }

  private Told told(String node) {
    return byNode.computeIfAbsent(node, key -> {
      Told told = new Told(new HashMap<>(), new HashMap<>(), new HashSet<>());
      plan.topology().interfaces(key).forEach(each -> add(key, each, told));
      return told;
    });
  }

  private void add(String node, NodeInterface each, Told told) {
    plan.topology().segment(node, each.name()).ifPresent(segment -> {
      each.addresses().stream()
          .flatMap(address -> address.network().stream())
          .forEach(network -> add(told, segment, network));
      if (each instanceof Bridge bridge) {
        bridge.networks().stream()
            .flatMap(name -> plan.network(name).stream())
            .forEach(network -> add(told, segment, bridge, network));
      }
    });
  }

  // A bridge that takes no tags may have the VLAN of a network from the switch.
  private static void add(Told told, Segment segment, Bridge bridge, Network network) {
    told.servingBridges.add(bridge.name());
    if (network.vlans().isEmpty() || !bridge.takesTags()) {
      add(told, segment, network.name());
    } else {
      told.places.computeIfAbsent(network.name(), key -> new TreeSet<>()).add(bridge.name());
    }
  }

  private static void add(Told told, Segment segment, String network) {
    told.networks.computeIfAbsent(segment, key -> new HashSet<>()).add(network);
    told.places.computeIfAbsent(network, key -> new TreeSet<>()).add(segment.toString());
  }
}

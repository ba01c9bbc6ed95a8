package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Segment;
import io.pveplan.model.sdn.SimpleZone;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether two addresses lie in one layer 2 network: in one network of the plan, or in the same
 * VLAN of the same bridge. A bridge without uplink is a network of its own on each node.
 */
final class AddressDomains {

  /** What is known of two addresses. */
  enum Relation {
    TOGETHER,
    APART,
    UNKNOWN
  }

  /** A network of the plan, a layer 2 network of all nodes, or one of a single node. */
  private record Domain(Optional<String> network, Optional<String> node, Optional<Segment> at) {

    static Domain planned(String network) {
      return new Domain(Optional.of(network), Optional.empty(), Optional.empty());
    }

    static Domain common(Segment segment) {
      return new Domain(Optional.empty(), Optional.empty(), Optional.of(segment));
    }

    static Domain inside(String node, Segment segment) {
      return new Domain(Optional.empty(), Optional.of(node), Optional.of(segment));
    }
  }

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final Map<AddressUse, Set<Domain>> known = new HashMap<>();

  AddressDomains(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
  }

  Relation between(AddressUse one, AddressUse other) {
    if (one.kind().isService() || other.kind().isService()) {
      return reachable(one) && reachable(other) ? Relation.TOGETHER : Relation.APART;
    }
    if (of(one).isEmpty() || of(other).isEmpty()) {
      return Relation.UNKNOWN;
    }
    return Collections.disjoint(of(one), of(other)) ? Relation.APART : Relation.TOGETHER;
  }

  // The nodes send to servers by address, and to nothing that only guests of one node see.
  private boolean reachable(AddressUse use) {
    return of(use).isEmpty()
        || of(use).stream().anyMatch(domain -> domain.node().isEmpty());
  }

  private Set<Domain> of(AddressUse use) {
    return known.computeIfAbsent(use, this::domains);
  }

  private Set<Domain> domains(AddressUse use) {
    return switch (use.kind()) {
      case GATEWAY, VIP -> Set.of(Domain.planned(use.owner()));
      case SDN_GATEWAY -> vnet(use.owner(), nodes);
      case NODE -> ofNode(use);
      case BMC, SWITCH, UPS -> planned(use);
      case GUEST -> ofGuest(use);
      default -> Set.of();
    };
  }

  private Set<Domain> ofNode(AddressUse use) {
    Set<Domain> domains = new HashSet<>();
    plan.topology()
        .segment(use.owner(), use.part())
        .ifPresent(segment -> domains.add(seen(use.owner(), use.part(), segment)));
    if (domains.stream().allMatch(domain -> domain.node().isEmpty())) {
      domains.addAll(planned(use));
    }
    return domains;
  }

  private Domain seen(String node, String bridge, Segment segment) {
    return plan.topology().physicalNics(node, bridge).isEmpty()
        ? Domain.inside(node, segment)
        : Domain.common(segment);
  }

  private Set<Domain> ofGuest(AddressUse use) {
    Guest guest = plan.guest(Vmid.of(Integer.parseInt(use.owner()))).orElseThrow();
    int number = Integer.parseInt(use.part().substring("net".length()));
    Set<Domain> domains = new HashSet<>();
    if (number < guest.nics().size()) {
      GuestNic nic = guest.nics().get(number);
      List<String> nodes = plan.placement().eligibleNodes(guest);
      if (plan.vnet(nic.bridge()).isPresent() && nic.tag().isEmpty()) {
        domains.addAll(vnet(nic.bridge(), nodes));
      } else {
        nodes.forEach(node -> plan.topology()
            .segment(node, nic)
            .ifPresent(segment -> domains.add(seen(node, nic.bridge(), segment))));
      }
    }
    if (domains.stream().allMatch(domain -> domain.node().isEmpty())) {
      use.assigned()
          .flatMap(InterfaceAddress::network)
          .map(Domain::planned)
          .ifPresent(domains::add);
    }
    return domains;
  }

  private Set<Domain> vnet(String id, List<String> nodes) {
    GuestNic nic = GuestNic.builder().bridge(id).build();
    boolean isolated = plan.vnet(id).flatMap(vnet -> plan.zone(vnet.zone())).stream()
        .anyMatch(SimpleZone.class::isInstance);
    Set<Domain> domains = new HashSet<>();
    for (String node : nodes) {
      plan.topology()
          .segment(node, nic)
          .ifPresent(segment ->
              domains.add(isolated ? Domain.inside(node, segment) : Domain.common(segment)));
    }
    return domains;
  }

  // Who names no network means the one that has this subnet.
  private Set<Domain> planned(AddressUse use) {
    Set<Domain> domains = new HashSet<>();
    use.assigned().ifPresent(assigned -> {
      assigned.network().map(Domain::planned).ifPresent(domains::add);
      if (assigned.network().isEmpty()) {
        plan.networks().stream()
            .filter(network ->
                network.subnet().equals(Optional.of(assigned.address().subnet())))
            .map(Network::name)
            .map(Domain::planned)
            .forEach(domains::add);
      }
    });
    return domains;
  }
}

package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import io.pveplan.model.network.VlanTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The layer 2 networks with a management address, those aside that NET-023 names already. */
final class ManagementSegments {

  // A network card without what differs from guest to guest: most guests share a few of these.
  private record Attachment(String bridge, Optional<VlanTag> tag) {}

  private final ResolvedPlan plan;
  private final NetworkClasses classes;
  private final Map<String, Set<Segment>> byNode = new HashMap<>();
  private final Set<OptionalInt> tags = new HashSet<>();
  private final List<Node> unknown = new ArrayList<>();
  private final Map<Attachment, Set<String>> nodesByAttachment = new HashMap<>();

  ManagementSegments(ResolvedPlan plan) {
    this.plan = plan;
    this.classes = new NetworkClasses(plan);
    for (Node node : plan.nodes()) {
      if (plan.topology().addressFor(node.name(), Traffic.MANAGEMENT).isEmpty()) {
        unknown.add(node);
      }
      byNode.put(node.name(), of(node.name()));
    }
    byNode.values().forEach(all -> all.forEach(segment -> tags.add(segment.tag())));
  }

  /** Nodes whose management address the plan does not tell. */
  List<Node> unknown() {
    return unknown;
  }

  /** The nodes where a guest may run and its network card lies beside the management address. */
  List<String> nodesBeside(Guest guest, GuestNic nic) {
    Set<String> nodes = nodesByAttachment.computeIfAbsent(
        new Attachment(nic.bridge(), nic.tag()), key -> nodesBeside(nic));
    return nodes.isEmpty()
        ? List.of()
        : plan.placement().eligibleNodes(guest).stream().filter(nodes::contains).toList();
  }

  private Set<String> nodesBeside(GuestNic nic) {
    Set<String> nodes = new HashSet<>();
    if (isElsewhere(nic)) {
      return nodes;
    }
    byNode.forEach((node, segments) -> plan.topology()
        .segment(node, nic)
        .filter(segments::contains)
        .ifPresent(segment -> nodes.add(node)));
    return nodes;
  }

  // A tag on a bridge is the tag of its segment on every node.
  private boolean isElsewhere(GuestNic nic) {
    return nic.tag().filter(tag -> !tags.contains(OptionalInt.of(tag.value()))).isPresent()
        && plan.vnet(nic.bridge()).isEmpty();
  }

  private Set<Segment> of(String node) {
    Set<Segment> named = NodeSegments.shared(plan, classes, node).stream()
        .filter(SegmentUse::mixes)
        .map(SegmentUse::segment)
        .collect(Collectors.toSet());
    return plan.topology().interfaces(node).stream()
        .filter(this::hasManagementAddress)
        .flatMap(each -> plan.topology().segment(node, each.name()).stream())
        .filter(segment -> !named.contains(segment))
        .collect(Collectors.toSet());
  }

  private boolean hasManagementAddress(NodeInterface each) {
    return each.addresses().stream()
        .flatMap(address -> address.network().flatMap(plan::network).stream())
        .anyMatch(this::onlyManagement);
  }

  private boolean onlyManagement(Network network) {
    return classes.of(network.name()).equals(Set.of(TrafficClass.MANAGEMENT));
  }
}

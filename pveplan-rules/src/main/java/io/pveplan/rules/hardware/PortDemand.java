package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many physical ports the traffic of a node needs, class by class. */
final class PortDemand {

  // Guests have thousands of VLANs; two of them tell as much as all, see differ.
  private static final int TELLING_SEGMENTS = 2;

  private final Node node;
  private final ResolvedPlan plan;
  private final Map<TrafficClass, Integer> ports = new EnumMap<>(TrafficClass.class);
  private final Map<String, Map<TrafficClass, Set<Segment>>> segmentsByNic = new HashMap<>();
  private final SortedSet<String> missingFacts = new TreeSet<>();

  private PortDemand(Node node, ResolvedPlan plan) {
    this.node = node;
    this.plan = plan;
    for (NodeInterface each : node.interfaces()) {
      for (InterfaceAddress address : each.addresses()) {
        address.network().flatMap(plan::network).ifPresent(network -> addAddress(each, network));
      }
      if (each instanceof Bridge bridge) {
        bridge.networks().stream()
            .flatMap(name -> plan.network(name).stream())
            .forEach(network -> addGuestNetwork(bridge, network));
      }
    }
    plan.networkUse()
        .guestSegments(node.name())
        .forEach((root, segments) -> segments.stream()
            .limit(TELLING_SEGMENTS)
            .forEach(segment -> add(TrafficClass.GUESTS, root, segment, false)));
  }

  static PortDemand of(Node node, ResolvedPlan plan) {
    return new PortDemand(node, plan);
  }

  static long portsOf(Node node) {
    return node.interfaces().stream().filter(Nic.class::isInstance).count();
  }

  private void addAddress(NodeInterface each, Network network) {
    Set<TrafficClass> declared = TrafficClass.of(network.traffic());
    if (plan.networkUse().traffic(network.name()).isEmpty()) {
      missingFacts.add("traffic of network " + network.name());
    }
    for (TrafficClass kind : TrafficClass.of(plan.networkUse().traffic(network.name()))) {
      plan.topology()
          .segment(node.name(), each.name())
          .ifPresent(segment ->
              add(kind, each.name(), segment, network.redundant() && declared.contains(kind)));
    }
  }

  private void addGuestNetwork(Bridge bridge, Network network) {
    if (network.vlans().isEmpty()) {
      plan.topology()
          .segment(node.name(), bridge.name())
          .ifPresent(it -> add(TrafficClass.GUESTS, bridge.name(), it, network.redundant()));
    }
    network
        .vlans()
        .forEach(range -> add(
            TrafficClass.GUESTS,
            bridge.name(),
            new Segment(bridge.name(), OptionalInt.of(range.first().value())),
            network.redundant()));
  }

  // What has no physical port below it needs none.
  private void add(TrafficClass kind, String over, Segment segment, boolean redundant) {
    SortedSet<String> nics = plan.topology().physicalNics(node.name(), over);
    for (String nic : nics) {
      segmentsByNic
          .computeIfAbsent(nic, key -> new EnumMap<>(TrafficClass.class))
          .computeIfAbsent(kind, key -> new HashSet<>())
          .add(segment);
      ports.merge(kind, redundant ? 2 : 1, Math::max);
    }
  }

  /** What is not known of the networks of the node. */
  SortedSet<String> missingFacts() {
    return missingFacts;
  }

  /** Number of ports that are needed. */
  int ports() {
    return groups().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Ports by classes that share them. */
  private Map<String, Integer> groups() {
    Map<TrafficClass, TrafficClass> leaders = leaders();
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (TrafficClass leader : TrafficClass.values()) {
      List<TrafficClass> members =
          leaders.keySet().stream().filter(kind -> leaders.get(kind) == leader).toList();
      if (!members.isEmpty()) {
        groups.put(
            String.join(" + ", members.stream().map(TrafficClass::toString).toList()),
            Collections.max(members.stream().map(ports::get).toList()));
      }
    }
    return groups;
  }

  // Classes in different VLANs of one port belong together, and so do those they share another
  // port with. The first of them leads.
  private Map<TrafficClass, TrafficClass> leaders() {
    Map<TrafficClass, TrafficClass> leaders = new EnumMap<>(TrafficClass.class);
    ports.keySet().forEach(kind -> leaders.put(kind, kind));
    for (Map<TrafficClass, Set<Segment>> segments : segmentsByNic.values()) {
      for (TrafficClass one : segments.keySet()) {
        for (TrafficClass other : segments.keySet()) {
          if (differ(segments.get(one), segments.get(other))) {
            unite(leaders, leaders.get(one), leaders.get(other));
          }
        }
      }
    }
    return leaders;
  }

  private static boolean differ(Set<Segment> some, Set<Segment> others) {
    return some.size() > 1 || !some.equals(others);
  }

  private static void unite(
      Map<TrafficClass, TrafficClass> leaders, TrafficClass one, TrafficClass other) {
    TrafficClass first = one.compareTo(other) < 0 ? one : other;
    leaders.replaceAll((kind, leader) -> leader == one || leader == other ? first : leader);
  }

  /** Ports by class: {@code management 2, Corosync 1, storage + guests 2}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    groups().forEach((classes, number) -> parts.add(classes + " " + number));
    return String.join(", ", parts);
  }
}

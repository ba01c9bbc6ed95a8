package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import io.pveplan.model.network.VlanRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Finds what shares the layer 2 networks of a node. */
final class NodeSegments {

  private static final int UNTAGGED = 0;

  private record Claim(int first, int last, String network, Optional<Origin> declaredAt) {}

  private final ResolvedPlan plan;
  private final NetworkClasses classes;
  private final String node;
  private final Map<String, List<Claim>> claims = new TreeMap<>();

  private NodeSegments(ResolvedPlan plan, NetworkClasses classes, String node) {
    this.plan = plan;
    this.classes = classes;
    this.node = node;
  }

  /** The layer 2 networks of a node that two or more networks of the plan share. */
  static List<SegmentUse> shared(ResolvedPlan plan, NetworkClasses classes, String node) {
    NodeSegments segments = new NodeSegments(plan, classes, node);
    plan.topology().interfaces(node).forEach(segments::claim);
    List<SegmentUse> shared = new ArrayList<>();
    segments.claims.forEach((root, all) -> shared.addAll(segments.shared(root, all)));
    return shared;
  }

  private void claim(NodeInterface each) {
    plan.topology().segment(node, each.name()).ifPresent(own -> {
      for (InterfaceAddress address : each.addresses()) {
        address
            .network()
            .flatMap(plan::network)
            .ifPresent(network -> claim(own, network, each.declaredAt()));
      }
      if (each instanceof Bridge bridge) {
        bridge.networks().stream()
            .flatMap(name -> plan.network(name).stream())
            .forEach(network -> claimForGuests(own, bridge, network));
      }
    });
  }

  private void claim(Segment segment, Network network, Optional<Origin> declaredAt) {
    int tag = segment.tag().orElse(UNTAGGED);
    claims
        .computeIfAbsent(segment.root(), key -> new ArrayList<>())
        .add(new Claim(tag, tag, network.name(), declaredAt));
  }

  private void claimForGuests(Segment own, Bridge bridge, Network network) {
    if (network.vlans().isEmpty()) {
      claim(own, network, bridge.declaredAt());
    }
    for (VlanRange range : network.vlans()) {
      claims
          .computeIfAbsent(bridge.name(), key -> new ArrayList<>())
          .add(new Claim(
              range.first().value(), range.last().value(), network.name(), bridge.declaredAt()));
    }
  }

  // Claims that meet anywhere meet at the first tag of one of them.
  private List<SegmentUse> shared(String root, List<Claim> all) {
    List<Claim> rising =
        all.stream().sorted(Comparator.comparingInt(Claim::first)).toList();
    Map<Integer, SegmentUse> uses = new LinkedHashMap<>();
    List<Claim> open = new ArrayList<>();
    for (Claim claim : rising) {
      open.removeIf(other -> other.last() < claim.first());
      open.add(claim);
      if (open.size() > 1) {
        use(root, claim, open).ifPresent(use -> uses.put(claim.first(), use));
      }
    }
    return List.copyOf(uses.values());
  }

  private Optional<SegmentUse> use(String root, Claim last, List<Claim> open) {
    SortedMap<String, SortedSet<TrafficClass>> networks = new TreeMap<>();
    open.forEach(claim -> networks.put(claim.network(), classes.of(claim.network())));
    if (networks.size() == 1) {
      return Optional.empty();
    }
    OptionalInt tag = last.first() == UNTAGGED ? OptionalInt.empty() : OptionalInt.of(last.first());
    return Optional.of(new SegmentUse(
        node,
        new Segment(root, tag),
        Collections.unmodifiableSortedMap(networks),
        last.declaredAt()));
  }
}

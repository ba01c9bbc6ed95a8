package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The networks in whose layer 2 network the nodes have an address.
 *
 * @param byNode by node, the networks of each of its layer 2 networks
 */
record LinkSegments(Map<String, Map<Segment, SortedSet<String>>> byNode) {

  static LinkSegments of(ResolvedPlan plan) {
    Map<String, Map<Segment, SortedSet<String>>> byNode = new HashMap<>();
    for (Node node : plan.nodes()) {
      Map<Segment, SortedSet<String>> own = new HashMap<>();
      for (NodeInterface each : plan.topology().interfaces(node.name())) {
        plan.topology()
            .segment(node.name(), each.name())
            .ifPresent(segment -> each.addresses().stream()
                .map(InterfaceAddress::network)
                .flatMap(Optional::stream)
                .forEach(network ->
                    own.computeIfAbsent(segment, key -> new TreeSet<>()).add(network)));
      }
      byNode.put(node.name(), own);
    }
    return new LinkSegments(byNode);
  }

  /** The network of a link and those that share its layer 2 network on some node. */
  Set<String> networksBeside(CorosyncLink link, ResolvedPlan plan, Collection<String> missing) {
    SortedSet<String> networks = new TreeSet<>();
    networks.add(link.network());
    for (Node node : plan.nodes()) {
      Optional<Segment> segment = plan.topology()
          .interfaceOn(node.name(), link.network())
          .flatMap(own -> plan.topology().segment(node.name(), own.name()));
      if (segment.isPresent()) {
        networks.addAll(byNode.get(node.name()).get(segment.get()));
      } else {
        missing.add("interface of " + node.name() + " on network " + link.network());
      }
    }
    return networks;
  }
}

package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Segment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The networks of the plan that share a layer 2 network of a node.
 *
 * @param node name of the node
 * @param segment the layer 2 network
 * @param networks networks with an address or with guests there
 * @param declaredAt the line that put the last of them there
 */
record SegmentUse(
    String node, Segment segment, List<Network> networks, Optional<Origin> declaredAt) {

  PlanPath path() {
    return PlanPath.of("node", node, segment.toString());
  }

  SortedMap<String, SortedSet<TrafficClass>> classesByNetwork() {
    SortedMap<String, SortedSet<TrafficClass>> classes = new TreeMap<>();
    networks.forEach(network -> classes.put(network.name(), TrafficClass.of(network)));
    return Collections.unmodifiableSortedMap(classes);
  }

  SortedSet<TrafficClass> classes() {
    SortedSet<TrafficClass> all = new TreeSet<>();
    networks.forEach(network -> all.addAll(TrafficClass.of(network)));
    return all;
  }

  /** Whether classes meet here that none of its networks has alone. */
  boolean mixes() {
    SortedSet<TrafficClass> all = classes();
    return all.size() > 1
        && networks.stream().noneMatch(network -> TrafficClass.of(network).equals(all));
  }
}

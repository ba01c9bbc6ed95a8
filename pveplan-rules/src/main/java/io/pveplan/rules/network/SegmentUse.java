package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Segment;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The networks of the plan that share a layer 2 network of a node.
 *
 * @param node name of the node
 * @param segment the layer 2 network
 * @param classesByNetwork networks with an address or with guests there, and their classes
 * @param declaredAt the line that put the last of them there
 */
record SegmentUse(
    String node,
    Segment segment,
    SortedMap<String, SortedSet<TrafficClass>> classesByNetwork,
    Optional<Origin> declaredAt) {

  PlanPath path() {
    return PlanPath.of("node", node, segment.toString());
  }

  SortedSet<TrafficClass> classes() {
    SortedSet<TrafficClass> all = new TreeSet<>();
    classesByNetwork.values().forEach(all::addAll);
    return all;
  }

  /** Whether classes meet here that none of its networks has alone. */
  boolean mixes() {
    SortedSet<TrafficClass> all = classes();
    return all.size() > 1 && !classesByNetwork.containsValue(all);
  }
}

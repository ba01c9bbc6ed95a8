package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rooms of a plan, by the racks in them. */
final class Rooms {

  private final Map<String, String> byRack = new HashMap<>();
  private final SortedMap<String, SortedSet<String>> nodes = new TreeMap<>();
  private final Optional<String> ofQDevice;

  Rooms(ResolvedPlan plan) {
    for (Rack rack : plan.plan().racks()) {
      rack.room().ifPresent(room -> byRack.put(rack.name(), room));
    }
    for (Node node : plan.nodes()) {
      of(node.hardware().flatMap(Hardware::rack))
          .ifPresent(room -> nodes.computeIfAbsent(room, key -> new TreeSet<>()).add(node.name()));
    }
    ofQDevice = of(plan.plan().corosync().flatMap(Corosync::qdevice).flatMap(QDevice::rack));
  }

  /** The room of a rack. */
  Optional<String> of(Optional<String> rack) {
    return rack.map(byRack::get);
  }

  /** The room that the host of the QDevice stands in. */
  Optional<String> ofQDevice() {
    return ofQDevice;
  }

  /** Names of the nodes in a room. */
  SortedSet<String> nodes(String room) {
    return nodes.getOrDefault(room, Collections.emptySortedSet());
  }

  /** Number of the rooms with nodes. */
  int count() {
    return nodes.size();
  }

  /** Names of the rooms with nodes. */
  SortedSet<String> names() {
    return new TreeSet<>(nodes.keySet());
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which nodes are cabled to which switch. */
final class Cabling {

  private final Map<String, SortedSet<String>> nodes = new HashMap<>();

  Cabling(ResolvedPlan plan) {
    for (Cable cable : plan.plan().cables()) {
      if (cable.nic().isPresent()) {
        nodes.computeIfAbsent(cable.switchName(), key -> new TreeSet<>()).add(cable.node());
      }
    }
  }

  /** Names of the nodes with a NIC on a switch. */
  SortedSet<String> nodes(String device) {
    return nodes.getOrDefault(device, Collections.emptySortedSet());
  }
}

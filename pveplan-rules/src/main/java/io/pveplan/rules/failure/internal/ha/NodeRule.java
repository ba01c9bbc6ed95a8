package io.pveplan.rules.failure.internal.ha;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A node affinity rule, or what 8.4 calls a group.
 *
 * @param id rule ID
 * @param services IDs of the HA resources
 * @param nodes priorities by name of the node
 * @param strict whether they run nowhere else
 */
public record NodeRule(
    String id, SortedSet<String> services, SortedMap<String, Integer> nodes, boolean strict) {

  boolean hasSeveralPriorities() {
    return nodes.values().stream().distinct().count() > 1;
  }
}

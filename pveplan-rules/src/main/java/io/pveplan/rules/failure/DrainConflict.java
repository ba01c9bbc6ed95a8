package io.pveplan.rules.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What keeps a guest from each of some nodes. The conflict is a smallest set of it that leaves no
 * node, so that without any one of the set there would be one.
 */
final class DrainConflict {

  // Sets of up to this size are looked through; larger ones are only made as small as they get.
  private static final int EXACT = 3;

  private final SortedSet<String> nodes;
  private final Map<String, SortedSet<String>> excluded = new LinkedHashMap<>();

  DrainConflict(Collection<String> nodes) {
    this.nodes = new TreeSet<>(nodes);
  }

  void exclude(String node, String constraint) {
    excluded.computeIfAbsent(constraint, key -> new TreeSet<>()).add(node);
  }

  boolean excludes(String node) {
    return excluded.values().stream().anyMatch(out -> out.contains(node));
  }

  /** The constraints; empty where they leave a node. */
  List<String> smallest() {
    List<String> all = List.copyOf(excluded.keySet());
    if (!leavesNone(all)) {
      return List.of();
    }
    for (int size = 1; size <= Math.min(EXACT, all.size()); size++) {
      List<String> found = choose(all, 0, size, new ArrayList<>());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return reduced(all);
  }

  private List<String> choose(List<String> all, int from, int left, List<String> taken) {
    if (left == 0) {
      return leavesNone(taken) ? List.copyOf(taken) : List.of();
    }
    for (int i = from; i <= all.size() - left; i++) {
      taken.add(all.get(i));
      List<String> found = choose(all, i + 1, left - 1, taken);
      taken.remove(taken.size() - 1);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<String> reduced(List<String> all) {
    List<String> left = new ArrayList<>(all);
    for (String each : all) {
      left.remove(each);
      if (!leavesNone(left)) {
        left.add(each);
      }
    }
    return all.stream().filter(left::contains).toList();
  }

  private boolean leavesNone(Collection<String> constraints) {
    Set<String> out = new TreeSet<>();
    constraints.forEach(constraint -> out.addAll(excluded.get(constraint)));
    return out.containsAll(nodes);
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The sets of nodes that fail together: all of a size, or where these are too many a sample, the same
 * each time, with the sets of the nodes that are missed most.
 */
final class NodeSets {

  private static final int MOST_SETS = 1_000;
  private static final int SAMPLE = 500;

  private final ResolvedPlan plan;
  private final List<String> names;
  private final List<Scenario> found;
  private final Limits limits;
  private long state = 20_260_101;

  NodeSets(ResolvedPlan plan, List<Scenario> found, Limits limits) {
    this.plan = plan;
    this.names = plan.nodes().stream().map(Node::name).sorted().toList();
    this.found = found;
    this.limits = limits;
  }

  void add() {
    int goal = Math.max(2, plan.plan().mustSurvive(FailureKind.NODE).orElse(1));
    for (int size = 1; size <= Math.min(goal, names.size()); size++) {
      long sets = combinations(names.size(), size);
      if (sets > MOST_SETS) {
        int before = found.size();
        sample(size);
        limits.addSample(
            "sets of " + size + " nodes",
            found.size() - before,
            sets == Long.MAX_VALUE ? "very many" : Long.toString(sets),
            ScenarioKind.NODES);
      } else {
        choose(size, 0, new ArrayList<>());
      }
    }
  }

  private static long combinations(int of, int size) {
    long number = 1;
    for (int i = 1; i <= size; i++) {
      if (number > Long.MAX_VALUE / of) {
        return Long.MAX_VALUE;
      }
      number = number * (of - size + i) / i;
    }
    return number;
  }

  private void choose(int size, int from, List<String> chosen) {
    if (chosen.size() == size) {
      found.add(Scenario.ofNodes(chosen));
      return;
    }
    for (int i = from; i < names.size(); i++) {
      chosen.add(names.get(i));
      choose(size, i + 1, chosen);
      chosen.remove(chosen.size() - 1);
    }
  }

  private void sample(int size) {
    Set<SortedSet<String>> sets = new LinkedHashSet<>();
    sets.add(first(size, Comparator.comparing(NodeSets::memory)));
    sets.add(first(size, Comparator.comparingInt(node -> plan.quorum().votes(node.name()))));
    sets.add(first(size, Comparator.comparingInt(node -> node.osds().size())));
    sets.add(first(
        size,
        Comparator.comparingInt(node -> plan.placement().guestsOn(node.name()).size())));
    while (sets.size() < SAMPLE) {
      SortedSet<String> set = new TreeSet<>();
      while (set.size() < size) {
        set.add(names.get(next(names.size())));
      }
      sets.add(set);
    }
    sets.forEach(set -> found.add(Scenario.ofNodes(set)));
  }

  // Numbers that look drawn and are the same each time (Knuth, MMIX).
  private int next(int bound) {
    state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    return (int) Math.floorMod(state >>> 33, (long) bound);
  }

  private SortedSet<String> first(int size, Comparator<Node> smallestFirst) {
    SortedSet<String> set = new TreeSet<>();
    plan.nodes().stream()
        .sorted(smallestFirst.reversed().thenComparing(Node::name))
        .limit(size)
        .forEach(node -> set.add(node.name()));
    return set;
  }

  private static long memory(Node node) {
    return node.hardware().flatMap(Hardware::memory).map(DataSize::bytes).orElse(0L);
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The nodes that a guest prefers, and which of them guests have that it is to be apart from. */
final class PreferredNodes {

  private final HaResource resource;
  private final Guest guest;
  private final List<String> names;
  private final Map<String, String> taken = new TreeMap<>();
  private final List<String> unknown = new ArrayList<>();

  private PreferredNodes(HaResource resource, Guest guest, List<String> names) {
    this.resource = resource;
    this.guest = guest;
    this.names = names;
  }

  /** Those of a guest; none when it has no rule that leaves other nodes at -1. */
  static PreferredNodes of(HaResource resource, Collection<String> nodes, ResolvedPlan plan) {
    Guest guest = plan.guest(resource.guest()).orElseThrow();
    PlannedRules rules = PlannedRules.of(plan);
    String sid = PlannedRules.sid(guest);
    SortedMap<String, Integer> priorities = rules.effective().nodes(sid, nodes);
    List<String> names = priorities.containsValue(-1)
        ? priorities.keySet().stream().filter(node -> priorities.get(node) >= 0).toList()
        : List.of();
    PreferredNodes preferred = new PreferredNodes(resource, guest, names);
    rules.effective().apart(sid).stream()
        .map(rules::guest)
        .filter(other -> RunningResources.runs(other.vmid(), plan))
        .forEach(preferred::take);
    return preferred;
  }

  private void take(Guest other) {
    other
        .node()
        .ifPresentOrElse(
            node -> taken.put(node, other.name()),
            () -> unknown.add("node of guest " + other.vmid()));
    taken.keySet().retainAll(names);
  }

  List<String> names() {
    return names;
  }

  /** Those that are taken, with the guest that has them. */
  List<String> taken() {
    return taken.entrySet().stream()
        .map(it -> it.getKey() + " (" + it.getValue() + ")")
        .toList();
  }

  /** Whether none is left for the guest when its node is lost. */
  boolean exhausted() {
    return names.size() - taken.size() < needed();
  }

  /** What is missing to tell that one is left. */
  List<String> missingFacts() {
    return names.size() - taken.size() - unknown.size() < needed() ? unknown : List.of();
  }

  // One for itself and one to go to. A single node that is lost leaves no preferred one.
  private int needed() {
    boolean stays = !resource.failback().orElse(true)
        && guest.node().filter(node -> !names.contains(node)).isPresent();
    return stays || names.size() == 1 ? 1 : 2;
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The nodes that a guest prefers, and which of them guests have that it is to be apart from: once
 * HA has moved all guests to where its rules want them.
 */
final class PreferredNodes {

  private final Map<Vmid, String> moved;
  private final List<String> names;
  private final Map<String, String> taken = new TreeMap<>();
  private final List<String> unknown = new ArrayList<>();

  private final Optional<String> own;
  private final int needed;

  private PreferredNodes(Guest guest, Map<Vmid, String> moved, List<String> names) {
    this.moved = moved;
    this.names = names;
    this.own = node(guest);
    // One for itself and one to go to. A single node that is lost leaves no preferred one.
    boolean elsewhere = own.filter(node -> !names.contains(node)).isPresent();
    this.needed = elsewhere || names.size() == 1 ? 1 : 2;
  }

  /** Names of the nodes; none for a guest without a rule that leaves other nodes at -1. */
  static List<String> names(Guest guest, Collection<String> nodes, EffectiveRules rules) {
    SortedMap<String, Integer> priorities = rules.nodes(PlannedRules.sid(guest), nodes);
    return priorities.containsValue(-1)
        ? priorities.keySet().stream().filter(node -> priorities.get(node) >= 0).toList()
        : List.of();
  }

  /**
   * The nodes of a guest.
   *
   * @param moved where HA moves guests before anything fails
   */
  static PreferredNodes of(
      Guest guest, List<String> names, Map<Vmid, String> moved, ResolvedPlan plan) {
    PreferredNodes preferred = new PreferredNodes(guest, moved, names);
    PlannedRules rules = PlannedRules.of(plan);
    rules.effective().apart(PlannedRules.sid(guest)).stream()
        .map(rules::guest)
        .filter(other -> RunningResources.runs(other.vmid(), plan))
        .forEach(preferred::take);
    return preferred;
  }

  private Optional<String> node(Guest guest) {
    return Optional.ofNullable(moved.get(guest.vmid())).or(guest::node);
  }

  // A guest on the same node is lost with it.
  private void take(Guest other) {
    Optional<String> node = node(other);
    if (node.isEmpty()) {
      unknown.add("node of guest " + other.vmid());
    } else if (names.contains(node.get()) && !node.equals(own)) {
      taken.put(node.get(), other.name());
    }
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
    return names.size() - taken.size() < needed;
  }

  /** What is missing to tell that one is left. */
  List<String> missingFacts() {
    return names.size() - taken.size() - unknown.size() < needed ? unknown : List.of();
  }
}

package io.pveplan.rules.failure.internal.ha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Rules that the HA manager leaves out because they can not be kept.
 *
 * <p>All checks look at the same rules, and each names every rule that takes part: one that would
 * be possible once another is gone is left out all the same (pve-ha-manager, src/PVE/HA/Rules.pm
 * transform).
 */
final class RuleConflicts {

  private final List<NodeRule> nodeRules;
  private final List<ServiceRule> serviceRules;
  private final List<TogetherSet> sets;
  private final Map<String, SortedSet<Integer>> placesOfNodeRules;
  private final Map<String, SortedSet<Integer>> placesOfServiceRules;
  private final List<RuleConflict> found = new ArrayList<>();

  private RuleConflicts(List<NodeRule> nodeRules, List<ServiceRule> serviceRules) {
    this.nodeRules = nodeRules;
    this.serviceRules = serviceRules;
    this.sets = TogetherSet.of(serviceRules);
    this.placesOfNodeRules = places(nodeRules, NodeRule::services);
    this.placesOfServiceRules = places(serviceRules, ServiceRule::services);
  }

  // The rules that name a resource, by their places.
  private static <R> Map<String, SortedSet<Integer>> places(
      List<R> rules, Function<R, SortedSet<String>> services) {
    Map<String, SortedSet<Integer>> places = new HashMap<>();
    for (int place = 0; place < rules.size(); place++) {
      for (String service : services.apply(rules.get(place))) {
        places.computeIfAbsent(service, key -> new TreeSet<>()).add(place);
      }
    }
    return places;
  }

  private static <R> List<R> meeting(
      Collection<String> services, List<R> rules, Map<String, SortedSet<Integer>> places) {
    SortedSet<Integer> met = new TreeSet<>();
    services.forEach(
        service -> met.addAll(places.getOrDefault(service, Collections.emptySortedSet())));
    return met.stream().map(rules::get).toList();
  }

  /**
   * The conflicts, each with the rules that are left out for it.
   *
   * @param nodes number of nodes of the cluster
   */
  static List<RuleConflict> of(
      List<NodeRule> nodeRules, List<ServiceRule> serviceRules, int nodes) {
    RuleConflicts conflicts = new RuleConflicts(nodeRules, serviceRules);
    conflicts.resourcesInSeveralNodeRules();
    conflicts.sizes(nodes);
    conflicts.setsAndNegativeRules();
    conflicts.priorities();
    conflicts.setsAndNodeRules();
    conflicts.negativeAndNodeRules();
    return conflicts.found;
  }

  private void add(
      DropReason reason, Collection<String> first, List<NodeRule> met, SortedSet<String> services) {
    add(reason, first, met, services, Collections.emptySortedSet());
  }

  private void add(
      DropReason reason,
      Collection<String> first,
      List<NodeRule> met,
      SortedSet<String> services,
      SortedSet<String> nodes) {
    List<String> rules = new ArrayList<>(first);
    met.forEach(rule -> rules.add(rule.id()));
    found.add(new RuleConflict(reason, List.copyOf(rules), services, nodes));
  }

  private void resourcesInSeveralNodeRules() {
    SortedMap<String, SortedSet<String>> rulesOf = new TreeMap<>();
    for (NodeRule rule : nodeRules) {
      for (String service : rule.services()) {
        rulesOf.computeIfAbsent(service, key -> new TreeSet<>()).add(rule.id());
      }
    }
    rulesOf.forEach((service, rules) -> {
      if (rules.size() > 1) {
        add(
            DropReason.SEVERAL_NODE_RULES_FOR_A_RESOURCE,
            rules,
            List.of(),
            new TreeSet<>(Set.of(service)));
      }
    });
  }

  private void sizes(int nodes) {
    for (ServiceRule rule : serviceRules) {
      if (rule.services().size() < 2) {
        add(DropReason.FEWER_THAN_TWO_RESOURCES, List.of(rule.id()), List.of(), rule.services());
      }
      if (!rule.positive() && rule.services().size() > nodes) {
        add(DropReason.MORE_RESOURCES_THAN_NODES, List.of(rule.id()), List.of(), rule.services());
      }
    }
  }

  private void setsAndNegativeRules() {
    for (TogetherSet set : sets) {
      for (ServiceRule rule : meeting(set.services(), serviceRules, placesOfServiceRules)) {
        if (rule.positive()) {
          continue;
        }
        SortedSet<String> shared = common(set.services(), rule.services());
        if (shared.size() >= 2) {
          List<String> rules = new ArrayList<>(List.of(rule.id()));
          rules.addAll(set.rules());
          add(DropReason.TOGETHER_AND_APART, rules, List.of(), shared);
        }
      }
    }
  }

  private void priorities() {
    for (ServiceRule rule : serviceRules) {
      List<NodeRule> met = meeting(rule.services());
      if (met.stream().anyMatch(NodeRule::hasSeveralPriorities)) {
        SortedSet<String> shared = located(rule.services(), met);
        add(DropReason.SEVERAL_PRIORITIES, List.of(rule.id()), met, shared);
      }
    }
  }

  private void setsAndNodeRules() {
    for (TogetherSet set : sets) {
      List<NodeRule> met = meeting(set.services());
      if (met.size() > 1) {
        SortedSet<String> shared = located(set.services(), met);
        add(DropReason.SEVERAL_NODE_RULES_FOR_A_SET, set.rules(), met, shared);
      }
    }
  }

  // Which nodes a single resource may have is not looked at, nor whether its rule is strict.
  private void negativeAndNodeRules() {
    for (ServiceRule rule : serviceRules) {
      if (rule.positive()) {
        continue;
      }
      List<NodeRule> met = meeting(rule.services());
      SortedSet<String> located = located(rule.services(), met);
      SortedSet<String> nodes = new TreeSet<>();
      met.forEach(each -> nodes.addAll(each.nodes().keySet()));
      if (nodes.size() < located.size()) {
        add(DropReason.TOO_FEW_NODES_TO_SEPARATE, List.of(rule.id()), met, located, nodes);
      }
    }
  }

  private List<NodeRule> meeting(Set<String> services) {
    return meeting(services, nodeRules, placesOfNodeRules);
  }

  private static SortedSet<String> located(SortedSet<String> services, List<NodeRule> met) {
    SortedSet<String> located = new TreeSet<>();
    met.forEach(each -> located.addAll(common(services, each.services())));
    return located;
  }

  private static SortedSet<String> common(SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }
}

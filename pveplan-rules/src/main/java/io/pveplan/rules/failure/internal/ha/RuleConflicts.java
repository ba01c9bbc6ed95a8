package io.pveplan.rules.failure.internal.ha;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final SortedMap<String, SortedSet<DropReason>> reasons = new TreeMap<>();

  private RuleConflicts(List<NodeRule> nodeRules, List<ServiceRule> serviceRules) {
    this.nodeRules = nodeRules;
    this.serviceRules = serviceRules;
    this.sets = TogetherSet.of(serviceRules);
  }

  /**
   * The reasons by the ID of each rule that is left out.
   *
   * @param nodes number of nodes of the cluster
   */
  static SortedMap<String, SortedSet<DropReason>> of(
      List<NodeRule> nodeRules, List<ServiceRule> serviceRules, int nodes) {
    RuleConflicts conflicts = new RuleConflicts(nodeRules, serviceRules);
    conflicts.resourcesInSeveralNodeRules();
    conflicts.sizes(nodes);
    conflicts.setsAndNegativeRules();
    conflicts.priorities();
    conflicts.setsAndNodeRules();
    conflicts.negativeAndNodeRules();
    return conflicts.reasons;
  }

  private void drop(String rule, DropReason reason) {
    reasons.computeIfAbsent(rule, key -> new TreeSet<>()).add(reason);
  }

  private void drop(Collection<String> rules, DropReason reason) {
    rules.forEach(rule -> drop(rule, reason));
  }

  private void resourcesInSeveralNodeRules() {
    SortedMap<String, SortedSet<String>> rulesOf = new TreeMap<>();
    for (NodeRule rule : nodeRules) {
      for (String service : rule.services()) {
        rulesOf.computeIfAbsent(service, key -> new TreeSet<>()).add(rule.id());
      }
    }
    rulesOf.values().stream()
        .filter(rules -> rules.size() > 1)
        .forEach(rules -> drop(rules, DropReason.SEVERAL_NODE_RULES_FOR_A_RESOURCE));
  }

  private void sizes(int nodes) {
    for (ServiceRule rule : serviceRules) {
      if (rule.services().size() < 2) {
        drop(rule.id(), DropReason.FEWER_THAN_TWO_RESOURCES);
      }
      if (!rule.positive() && rule.services().size() > nodes) {
        drop(rule.id(), DropReason.MORE_RESOURCES_THAN_NODES);
      }
    }
  }

  private void setsAndNegativeRules() {
    for (TogetherSet set : sets) {
      for (ServiceRule rule : serviceRules) {
        if (!rule.positive() && common(set.services(), rule.services()).size() >= 2) {
          drop(rule.id(), DropReason.TOGETHER_AND_APART);
          drop(set.rules(), DropReason.TOGETHER_AND_APART);
        }
      }
    }
  }

  private void priorities() {
    for (ServiceRule rule : serviceRules) {
      List<NodeRule> met = meeting(rule.services());
      if (met.stream().anyMatch(NodeRule::hasSeveralPriorities)) {
        drop(rule.id(), DropReason.SEVERAL_PRIORITIES);
        drop(ids(met), DropReason.SEVERAL_PRIORITIES);
      }
    }
  }

  private void setsAndNodeRules() {
    for (TogetherSet set : sets) {
      List<NodeRule> met = meeting(set.services());
      if (met.size() > 1) {
        drop(set.rules(), DropReason.SEVERAL_NODE_RULES_FOR_A_SET);
        drop(ids(met), DropReason.SEVERAL_NODE_RULES_FOR_A_SET);
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
      SortedSet<String> located = new TreeSet<>();
      SortedSet<String> nodes = new TreeSet<>();
      for (NodeRule each : met) {
        located.addAll(common(rule.services(), each.services()));
        nodes.addAll(each.nodes().keySet());
      }
      if (nodes.size() < located.size()) {
        drop(rule.id(), DropReason.TOO_FEW_NODES_TO_SEPARATE);
        drop(ids(met), DropReason.TOO_FEW_NODES_TO_SEPARATE);
      }
    }
  }

  private List<NodeRule> meeting(Set<String> services) {
    return nodeRules.stream()
        .filter(rule -> !Collections.disjoint(rule.services(), services))
        .toList();
  }

  private static List<String> ids(List<NodeRule> rules) {
    return rules.stream().map(NodeRule::id).toList();
  }

  private static SortedSet<String> common(SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }
}

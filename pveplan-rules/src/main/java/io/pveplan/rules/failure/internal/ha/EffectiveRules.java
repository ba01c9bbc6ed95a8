package io.pveplan.rules.failure.internal.ha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is left of the rules once the HA manager has checked and completed them.
 *
 * <p>Sets of resources that are to be together are one rule. Each of their members is apart from
 * what one of them is apart from, and where one of them is: one pass over the rules as written, so
 * what follows from two such steps does not hold (pve-ha-manager,
 * src/PVE/HA/Rules/ResourceAffinity.pm, src/PVE/HA/Rules.pm).
 *
 * <p>Where a resource ends up in two sets, the product takes rules in an order that differs from run
 * to run; here it is the order of the sets and of the IDs.
 */
public final class EffectiveRules {

  private final List<RuleConflict> conflicts;
  private final SortedMap<String, SortedSet<DropReason>> dropped = new TreeMap<>();
  private final Map<String, NodeRule> nodeRules = new HashMap<>();
  private final Map<String, SortedSet<String>> together = new HashMap<>();
  private final Map<String, SortedSet<String>> apart = new HashMap<>();

  private EffectiveRules(List<RuleConflict> conflicts) {
    this.conflicts = conflicts;
    for (RuleConflict conflict : conflicts) {
      conflict
          .rules()
          .forEach(
              id -> dropped.computeIfAbsent(id, key -> new TreeSet<>()).add(conflict.reason()));
    }
  }

  /**
   * The rules of Proxmox VE 9.
   *
   * @param nodeRules node affinity rules
   * @param serviceRules resource affinity rules
   * @param nodes number of nodes of the cluster, those that are off included
   */
  public static EffectiveRules of(
      List<NodeRule> nodeRules, List<ServiceRule> serviceRules, int nodes) {
    EffectiveRules rules = new EffectiveRules(RuleConflicts.of(nodeRules, serviceRules, nodes));
    Set<String> out = rules.dropped.keySet();
    rules.complete(
        nodeRules.stream().filter(rule -> !out.contains(rule.id())).toList(),
        serviceRules.stream().filter(rule -> !out.contains(rule.id())).toList());
    return rules;
  }

  /**
   * The groups of Proxmox VE 8.4, of which a resource has one: nothing is checked and nothing
   * follows. Of several that name a resource the first counts.
   */
  public static EffectiveRules ofGroups(List<NodeRule> groups) {
    EffectiveRules rules = new EffectiveRules(List.of());
    for (NodeRule group : groups) {
      group.services().forEach(service -> rules.nodeRules.putIfAbsent(service, group));
    }
    return rules;
  }

  private void complete(List<NodeRule> located, List<ServiceRule> related) {
    List<TogetherSet> sets = TogetherSet.of(related);
    List<ServiceRule> negative =
        related.stream().filter(rule -> !rule.positive()).toList();
    sets.forEach(set -> addPairs(together, set.services()));
    negative.forEach(rule -> addPairs(apart, rule.services()));
    Map<String, List<ServiceRule>> negativeOf = new HashMap<>();
    negative.forEach(rule -> rule.services()
        .forEach(service ->
            negativeOf.computeIfAbsent(service, key -> new ArrayList<>()).add(rule)));
    sets.forEach(set -> set.services().stream()
        .flatMap(service -> negativeOf.getOrDefault(service, List.of()).stream())
        .distinct()
        .forEach(rule -> separate(set, rule)));
    locate(located, sets);
  }

  // A set shares one resource with a negative rule. It shares more only where a rule that linked
  // two sets was left out; the product then separates the shared ones from the rest of the set too.
  private void separate(TogetherSet set, ServiceRule rule) {
    SortedSet<String> shared = new TreeSet<>(rule.services());
    shared.retainAll(set.services());
    for (String other : rule.services()) {
      boolean apartFromShared =
          shared.size() > 1 || (shared.size() == 1 && !shared.contains(other));
      for (String member : set.services()) {
        if (apartFromShared && !shared.contains(member)) {
          addPair(apart, member, other);
          addPair(apart, other, member);
        }
      }
    }
  }

  private void locate(List<NodeRule> located, List<TogetherSet> sets) {
    Map<String, NodeRule> byId = new HashMap<>();
    Map<String, String> firstRule = new HashMap<>();
    for (NodeRule rule : located) {
      byId.put(rule.id(), rule);
      rule.services()
          .forEach(service -> firstRule.merge(service, rule.id(), EffectiveRules::first));
    }
    for (TogetherSet set : sets) {
      set.services().stream()
          .flatMap(service -> Optional.ofNullable(firstRule.get(service)).stream())
          .reduce(EffectiveRules::first)
          .ifPresent(id -> set.services()
              .forEach(service -> firstRule.merge(service, id, EffectiveRules::first)));
    }
    firstRule.forEach((service, id) -> nodeRules.put(service, byId.get(id)));
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static void addPairs(Map<String, SortedSet<String>> partners, Collection<String> all) {
    List<String> services = new ArrayList<>(all);
    for (String one : services) {
      for (String other : services) {
        if (!one.equals(other)) {
          addPair(partners, one, other);
        }
      }
    }
  }

  private static void addPair(Map<String, SortedSet<String>> partners, String of, String other) {
    partners.computeIfAbsent(of, key -> new TreeSet<>()).add(other);
  }

  /** What rules are left out for, each with all that take part. */
  public List<RuleConflict> conflicts() {
    return Collections.unmodifiableList(conflicts);
  }

  /** The rules that are left out, and why. */
  public SortedMap<String, SortedSet<DropReason>> dropped() {
    return Collections.unmodifiableSortedMap(dropped);
  }

  /**
   * The nodes of a resource with their priority: those of its rule, and the others at -1 when the
   * rule is not strict; all at 0 without a rule.
   *
   * @param service ID of the resource
   * @param nodes names of the nodes of the cluster
   */
  public SortedMap<String, Integer> nodes(String service, Collection<String> nodes) {
    SortedMap<String, Integer> priorities = new TreeMap<>();
    NodeRule rule = nodeRules.get(service);
    for (String node : nodes) {
      if (rule == null) {
        priorities.put(node, 0);
      } else if (rule.nodes().containsKey(node)) {
        priorities.put(node, rule.nodes().get(node));
      } else if (!rule.strict()) {
        priorities.put(node, -1);
      }
    }
    return priorities;
  }

  /** IDs of the resources that one is to be with. */
  public SortedSet<String> together(String service) {
    return together.getOrDefault(service, Collections.emptySortedSet());
  }

  /** IDs of the resources that one is to be apart from. */
  public SortedSet<String> apart(String service) {
    return apart.getOrDefault(service, Collections.emptySortedSet());
  }

  boolean bind(String service) {
    return nodeRules.containsKey(service)
        || together.containsKey(service)
        || apart.containsKey(service);
  }
}

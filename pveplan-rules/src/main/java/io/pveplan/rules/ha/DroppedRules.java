package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import io.pveplan.rules.failure.internal.ha.RuleConflict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of a plan for Proxmox VE 9 that its HA manager drops for one reason. */
final class DroppedRules {

  private final ResolvedPlan plan;
  private final PlannedRules rules;
  private final Map<String, RuleConflict> byFirst = new LinkedHashMap<>();

  DroppedRules(ResolvedPlan plan, DropReason reason) {
    this.plan = plan;
    this.rules = PlannedRules.of(plan);
    for (RuleConflict conflict : rules.conflicts(reason)) {
      byFirst.merge(conflict.rules().get(0), conflict, RuleConflict::with);
    }
  }

  /** The negative rules there are to check: none in 8.4, which has no such rules. */
  static Stream<ResourceAffinity> negative(ResolvedPlan plan) {
    return all(plan).filter(rule -> rule.affinity() == Affinity.NEGATIVE);
  }

  /** The positive rules there are to check. */
  static Stream<ResourceAffinity> positive(ResolvedPlan plan) {
    return all(plan).filter(rule -> rule.affinity() == Affinity.POSITIVE);
  }

  /** The rules about each other there are to check. */
  static Stream<ResourceAffinity> all(ResolvedPlan plan) {
    return plan.release() == ProductVersion.PVE_8_4
        ? Stream.empty()
        : plan.ha().enabledResourceAffinities().stream();
  }

  /** What a rule is dropped for, if it is the one that is checked. */
  Optional<RuleConflict> of(ResourceAffinity rule) {
    return Optional.ofNullable(byFirst.get(rule.name()));
  }

  /** Whether a rule is dropped with another one, which is the one to speak of. */
  boolean withAnother(ResourceAffinity rule) {
    return !byFirst.containsKey(rule.name())
        && byFirst.values().stream().anyMatch(it -> it.rules().contains(rule.name()));
  }

  /** Guests by name and VMID, separated by commas. */
  String guests(Collection<String> sids) {
    return String.join(", ", names(sids));
  }

  /** Guests by name and VMID. */
  List<String> names(Collection<String> sids) {
    return rules.names(sids);
  }

  /** The node affinity rules that take part. */
  List<String> nodeRules(RuleConflict conflict) {
    return plan.ha().enabledNodeAffinities().stream()
        .map(rule -> rule.name())
        .filter(conflict.rules()::contains)
        .toList();
  }

  /** The rules that take part, the one that is checked left out. */
  static List<String> partners(RuleConflict conflict) {
    return conflict.rules().subList(1, conflict.rules().size());
  }

  /** What becomes of the rules, as the end of a sentence. */
  static String end(RuleConflict conflict) {
    List<String> rules = conflict.rules();
    return "Proxmox VE drops %s with no more than a log line"
        .formatted(rules.size() == 1 ? "the rule" : "the " + named(rules));
  }

  /** Names in a sentence: {@code rule home} or {@code rules home and away}. */
  static String named(Collection<String> rules) {
    return (rules.size() == 1 ? "rule " : "rules ") + text(rules);
  }

  /** A number of nodes: {@code 1 node}. */
  static String nodes(int number) {
    return number + (number == 1 ? " node" : " nodes");
  }

  private static String text(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() == 1) {
      return all.get(0);
    }
    return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
  }
}

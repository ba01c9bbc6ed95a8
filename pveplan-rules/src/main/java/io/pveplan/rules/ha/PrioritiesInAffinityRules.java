package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.RuleConflict;
import java.util.List;

/**
 * Reports a rule about guests to be together or apart, one of which has nodes of different
 * priorities.
 *
 * <p>A node without priority has 0. Strict or not does not matter.
 */
@RuleInfo(
    id = "HA-011",
    severity = Severity.ERROR,
    summary = "A guest of a resource affinity rule has nodes of several priorities",
    why = """
        The HA manager can not tell which priority holds when a guest depends on others. It \
        drops the rule about the guests and every node affinity rule of its guests, whatever \
        priorities that one has.""",
    remedy = "Give all nodes of the node affinity rule the same priority, or take the guest out of"
        + " one of the rules.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules.pm,"
          + " check_single_priority_node_affinity_in_resource_affinity_rules",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class PrioritiesInAffinityRules implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    DroppedRules dropped = new DroppedRules(plan, DropReason.SEVERAL_PRIORITIES);
    DroppedRules.all(plan).forEach(rule -> {
      findings.looksAt(rule.path());
      dropped.of(rule).ifPresent(conflict -> report(rule, conflict, dropped, plan, findings));
    });
  }

  private static void report(
      ResourceAffinity rule,
      RuleConflict conflict,
      DroppedRules dropped,
      ResolvedPlan plan,
      Findings findings) {
    List<String> ranked = plan.ha().enabledNodeAffinities().stream()
        .filter(each -> conflict.rules().contains(each.name()))
        .filter(PrioritiesInAffinityRules::hasSeveral)
        .map(NodeAffinity::name)
        .toList();
    findings
        .on(rule.path())
        .says(
            "rule %s names %s, whose node affinity %s several priorities; %s",
            rule.name(),
            dropped.guests(conflict.services()),
            DroppedRules.named(ranked) + (ranked.size() == 1 ? " has" : " have"),
            DroppedRules.end(conflict))
        .because("guests", dropped.names(conflict.services()))
        .because("nodeAffinityRules", ranked)
        .declaredAt(rule.declaredAt());
  }

  private static boolean hasSeveral(NodeAffinity rule) {
    return rule.nodes().stream()
            .map(node -> node.priority().orElse(0))
            .distinct()
            .count()
        > 1;
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.RuleConflict;

/**
 * Reports a rule that is to keep more guests apart than the cluster has nodes.
 *
 * <p>All guests of the rule count, running or not, and all nodes, as they do for the HA manager.
 */
@RuleInfo(
    id = "HA-009",
    severity = Severity.ERROR,
    summary = "A rule keeps more guests apart than there are nodes",
    why = """
        Each guest of a negative rule needs a node of its own. A rule with more guests than the \
        cluster has nodes can not be kept: the HA manager drops it, and none of the guests is \
        kept apart.""",
    remedy = "Take guests out of the rule, or add nodes.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules/ResourceAffinity.pm,"
          + " check_negative_resource_affinity_resources_count",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class MoreGuestsApartThanNodes implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    DroppedRules dropped = new DroppedRules(plan, DropReason.MORE_RESOURCES_THAN_NODES);
    DroppedRules.negative(plan).forEach(rule -> {
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
    findings
        .on(rule.path())
        .says(
            "rule %s keeps %d guests apart (%s), but the cluster has %s; %s",
            rule.name(),
            rule.resources().size(),
            dropped.guests(conflict.services()),
            DroppedRules.nodes(plan.nodes().size()),
            DroppedRules.end(conflict))
        .because("guests", dropped.names(conflict.services()))
        .because("nodes", plan.nodes().size())
        .declaredAt(rule.declaredAt());
  }
}

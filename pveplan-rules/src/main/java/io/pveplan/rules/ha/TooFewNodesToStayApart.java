package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.RuleConflict;
import java.util.List;

/**
 * Reports a rule that is to keep guests apart whose node affinity rules leave fewer nodes than
 * there are such guests.
 *
 * <p>As the HA manager counts: the different nodes that the node affinity rules of its guests name
 * together, against the guests that these rules name, strict or not.
 */
@RuleInfo(
    id = "HA-013",
    severity = Severity.ERROR,
    summary = "Node affinity leaves too few nodes to keep guests apart",
    why = """
        Each guest of the rule needs a node of its own out of those that the node affinity rules \
        name. The HA manager drops the rule that keeps the guests apart and these node affinity \
        rules, also where they are not strict.""",
    remedy = "Name more nodes in the node affinity rules, or take guests out of one of the rules.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules.pm,"
          + " check_negative_resource_affinity_node_affinity_consistency",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class TooFewNodesToStayApart implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    DroppedRules dropped = new DroppedRules(plan, DropReason.TOO_FEW_NODES_TO_SEPARATE);
    DroppedRules.negative(plan).forEach(rule -> {
      findings.looksAt(rule.path());
      dropped.of(rule).ifPresent(conflict -> report(rule, conflict, dropped, findings));
    });
  }

  private static void report(
      ResourceAffinity rule, RuleConflict conflict, DroppedRules dropped, Findings findings) {
    List<String> located = dropped.nodeRules(conflict);
    findings
        .on(rule.path())
        .says(
            "rule %s keeps %s apart, but their node affinity %s %s: %s; %s",
            rule.name(),
            dropped.guests(conflict.services()),
            DroppedRules.named(located) + (located.size() == 1 ? " names" : " name"),
            DroppedRules.nodes(conflict.nodes().size()),
            String.join(", ", conflict.nodes()),
            DroppedRules.end(conflict))
        .because("guests", dropped.names(conflict.services()))
        .because("nodeAffinityRules", located)
        .because("nodes", List.copyOf(conflict.nodes()))
        .declaredAt(rule.declaredAt());
  }
}

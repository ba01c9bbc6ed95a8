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
 * Reports guests that are to be together and that different node affinity rules name.
 *
 * <p>Rules that keep guests together and share a guest count as one; the finding is at the first of
 * them in the order of the HA manager. A guest that no node affinity rule names takes no part.
 */
@RuleInfo(
    id = "HA-012",
    severity = Severity.ERROR,
    summary = "Guests that are to be together are in several node affinity rules",
    why = """
        Guests that stay together have one place, so that the HA manager takes one node affinity \
        rule for all of them. It can not make one of several: it drops these and the rules that \
        keep the guests together.""",
    remedy = "Name all guests that are to be together in one node affinity rule.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules.pm,"
          + " check_single_node_affinity_per_positive_resource_affinity_rule",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class TogetherInSeveralNodeRules implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    DroppedRules dropped = new DroppedRules(plan, DropReason.SEVERAL_NODE_RULES_FOR_A_SET);
    DroppedRules.positive(plan).filter(rule -> !dropped.withAnother(rule)).forEach(rule -> {
      findings.looksAt(rule.path());
      dropped.of(rule).ifPresent(conflict -> report(rule, conflict, dropped, findings));
    });
  }

  private static void report(
      ResourceAffinity rule, RuleConflict conflict, DroppedRules dropped, Findings findings) {
    List<String> located = dropped.nodeRules(conflict);
    List<String> sets =
        conflict.rules().stream().filter(each -> !located.contains(each)).toList();
    findings
        .on(rule.path())
        .says(
            "%s together %s, which are in the node affinity %s; %s",
            DroppedRules.named(sets) + (sets.size() == 1 ? " keeps" : " keep"),
            dropped.guests(conflict.services()),
            DroppedRules.named(located),
            DroppedRules.end(conflict))
        .because("guests", dropped.names(conflict.services()))
        .because("nodeAffinityRules", located)
        .declaredAt(rule.declaredAt());
  }
}

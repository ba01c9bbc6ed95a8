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
 * Reports a rule that is to keep guests apart which other rules keep together.
 *
 * <p>Rules that keep guests together and share a guest count as one.
 */
@RuleInfo(
    id = "HA-010",
    severity = Severity.ERROR,
    summary = "Guests are to be together and apart",
    why = """
        No node can keep both rules. The HA manager drops the rule that keeps the guests apart \
        and all rules of the set that keeps them together, so that neither is done.""",
    remedy = "Decide which of the two it is to be, and take the guests out of the other rule.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules/ResourceAffinity.pm,"
          + " check_inter_resource_affinity_rules_consistency",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class TogetherAndApart implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    DroppedRules dropped = new DroppedRules(plan, DropReason.TOGETHER_AND_APART);
    DroppedRules.negative(plan).forEach(rule -> {
      findings.looksAt(rule.path());
      dropped.of(rule).ifPresent(conflict -> report(rule, conflict, dropped, findings));
    });
  }

  private static void report(
      ResourceAffinity rule, RuleConflict conflict, DroppedRules dropped, Findings findings) {
    List<String> partners = DroppedRules.partners(conflict);
    findings
        .on(rule.path())
        .says(
            "rule %s keeps %s apart, which %s together; %s",
            rule.name(),
            dropped.guests(conflict.services()),
            DroppedRules.named(partners) + (partners.size() == 1 ? " keeps" : " keep"),
            DroppedRules.end(conflict))
        .because("guests", dropped.names(conflict.services()))
        .because("together", partners)
        .declaredAt(rule.declaredAt());
  }
}

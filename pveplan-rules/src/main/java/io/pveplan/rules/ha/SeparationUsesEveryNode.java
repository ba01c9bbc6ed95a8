package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports a rule that keeps as many guests apart as there are nodes for them.
 *
 * <p>Guests count that HA keeps running; their nodes are those of their strict rules together, or
 * all. Rules that the HA manager drops are not looked at: see HA-009 to HA-013.
 */
@RuleInfo(
    id = "HA-017",
    severity = Severity.WARNING,
    summary = "Guests that are kept apart need every node they have",
    why = """
        To be apart is strict: when a node is lost, no other one is free for its guest. The \
        guest stays in recovery, that is off, until a node is back.""",
    remedy = "Take a guest out of the rule, or give the guests more nodes than there are guests.",
    sources = {
      "pve-docs: ha-manager.adoc, Resource Affinity Rules",
      "pve-ha-manager: src/PVE/HA/Manager.pm, select_service_node"
    },
    since = "0.1")
final class SeparationUsesEveryNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PlannedRules rules = PlannedRules.of(plan);
    DroppedRules.negative(plan).filter(rule -> !rules.drops(rule.name())).forEach(rule -> {
      findings.looksAt(rule.path());
      check(rule, plan, findings);
    });
  }

  private static void check(ResourceAffinity rule, ResolvedPlan plan, Findings findings) {
    Set<String> nodes = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (Vmid vmid : rule.resources()) {
      if (RunningResources.runs(vmid, plan)) {
        Guest guest = plan.guest(vmid).orElseThrow();
        names.add(guest.name());
        nodes.addAll(plan.placement().eligibleNodes(guest));
      }
    }
    if (names.size() > 1 && nodes.size() <= names.size()) {
      findings
          .on(rule.path())
          .says(
              "rule %s keeps %d guests apart (%s) on %s (%s): when one of these fails, its guest"
                  + " has nowhere to go",
              rule.name(),
              names.size(),
              String.join(", ", names),
              DroppedRules.nodes(nodes.size()),
              String.join(", ", nodes))
          .because("guests", names)
          .because("nodes", List.copyOf(nodes))
          .declaredAt(rule.declaredAt());
    }
  }
}

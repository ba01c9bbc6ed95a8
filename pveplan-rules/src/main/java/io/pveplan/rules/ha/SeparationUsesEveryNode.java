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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reports a rule that keeps as many guests apart as there are nodes for them.
 *
 * <p>Several rules that keep guests apart from each other count as one, at the first of them, when
 * these guests are apart from no others.
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
      check("rule " + rule.name() + " keeps", rule.resources(), rule, plan, findings);
    });
    Set<Set<Vmid>> seen = new HashSet<>();
    DroppedRules.negative(plan)
        .filter(rule -> !rules.drops(rule.name()))
        .forEach(rule -> rule.resources().forEach(vmid -> {
          Set<Vmid> all = apart(vmid, plan);
          if (all.size() > rule.resources().size() && seen.add(all)) {
            check("rules keep", all, rule, plan, findings);
          }
        }));
  }

  // A guest and those it is apart from, if these are apart from each other too; or none.
  private static Set<Vmid> apart(Vmid vmid, ResolvedPlan plan) {
    PlannedRules rules = PlannedRules.of(plan);
    String own = PlannedRules.sid(plan.guest(vmid).orElseThrow());
    SortedSet<String> all = new TreeSet<>(rules.effective().apart(own));
    all.add(own);
    for (String one : all) {
      SortedSet<String> others = rules.effective().apart(one);
      if (others.size() < all.size() - 1
          || !all.stream().allMatch(it -> it.equals(one) || others.contains(it))) {
        return Set.of();
      }
    }
    return all.stream()
        .map(it -> rules.guest(it).vmid())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(
      String who, Set<Vmid> apart, ResourceAffinity rule, ResolvedPlan plan, Findings findings) {
    Set<String> nodes = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (Vmid vmid : apart) {
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
              "%s %d guests apart (%s) on %s (%s): when one of these fails, its guest has nowhere"
                  + " to go",
              who,
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

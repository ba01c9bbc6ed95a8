package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports what Proxmox VE 8.4 has no word for: rules about guests to be together or apart, a second
 * node affinity rule for a guest, and one rule for guests that return to a preferred node and
 * guests that do not.
 *
 * <p>A node affinity rule is a group there, restricted when the rule is strict. A guest has one
 * group, and whether guests return is said by the group.
 */
@RuleInfo(
    id = "HA-015",
    severity = Severity.ERROR,
    summary = "An HA rule can not be had in Proxmox VE 8.4",
    why = """
        Proxmox VE 8.4 has groups of nodes, of which a guest has one, and no rules about guests \
        that are to be together or apart. What the rule asks for beyond that does not happen.""",
    remedy =
        "Plan for Proxmox VE 9, or do without the rule: guests in groups of different nodes are"
            + " apart, too.",
    sources = {
      "pve-docs: ha-manager.adoc, Groups",
      "article Proxmox-Cluster planen, affinity",
      "pve-ha-manager 4.0: src/PVE/HA/Resources.pm (group), src/PVE/HA/Groups.pm"
    },
    since = "0.1")
final class NoRulesBeforeNine implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() != ProductVersion.PVE_8_4) {
      return;
    }
    Map<Vmid, String> groups = new HashMap<>();
    for (NodeAffinity rule : plan.ha().enabledNodeAffinities()) {
      findings.looksAt(rule.path());
      List<String> problems = problems(rule, groups, plan);
      if (!problems.isEmpty()) {
        findings
            .on(rule.path())
            .says(
                "rule %s can not be a group of Proxmox VE 8.4: %s",
                rule.name(), String.join("; ", problems))
            .because("problems", problems)
            .declaredAt(rule.declaredAt());
      }
    }
    for (ResourceAffinity rule : plan.ha().enabledResourceAffinities()) {
      findings
          .on(rule.path())
          .says(
              "rule %s keeps guests %s, for which Proxmox VE 8.4 has no rules",
              rule.name(), rule.affinity() == Affinity.POSITIVE ? "together" : "apart")
          .because("guests", List.copyOf(rule.resources()))
          .declaredAt(rule.declaredAt());
    }
  }

  private static List<String> problems(
      NodeAffinity rule, Map<Vmid, String> groups, ResolvedPlan plan) {
    List<String> problems = new ArrayList<>();
    Set<Boolean> failback = new HashSet<>();
    for (Vmid guest : rule.resources()) {
      String first = groups.putIfAbsent(guest, rule.name());
      if (first == null) {
        failback.add(
            plan.placement().haResource(guest).flatMap(HaResource::failback).orElse(true));
      } else {
        problems.add("guest %s is in group %s already".formatted(guest, first));
      }
    }
    if (failback.size() > 1) {
      problems.add("some of its guests are to go back to a node that returns, others to stay, and a"
          + " group has one setting");
    }
    return problems;
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports a strict node affinity rule (Proxmox VE 8.4: a restricted group) whose nodes can fail
 * together: it names one only, or all of them hang on one rack, circuit or UPS.
 *
 * <p>A node whose power supplies hang on two circuits depends on neither; see {@link
 * FailureDomains}.
 */
@RuleInfo(
    id = "HA-016",
    severity = Severity.WARNING,
    summary = "The nodes of a strict HA rule can fail together",
    why = """
        Guests of a strict rule run on its nodes or not at all. If these are one node, or go down \
        together with a rack, a circuit or a UPS, HA has nowhere to recover them.""",
    remedy = "Name two or more nodes in different racks and on different circuits.",
    sources = {
      "article Proxmox-Cluster planen, affinity",
      "pve-docs: ha-manager.adoc, Node Affinity Rules",
      "derived: what all nodes depend on takes all of them down"
    },
    since = "0.1")
final class StrictRuleOnOneDomain implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (NodeAffinity rule : plan.ha().enabledNodeAffinities()) {
      if (rule.strict()) {
        check(rule, plan, findings);
      }
    }
  }

  private static void check(NodeAffinity rule, ResolvedPlan plan, Findings findings) {
    findings.looksAt(rule.path());
    List<String> names =
        rule.nodes().stream().map(NodePriority::node).distinct().sorted().toList();
    List<Guest> bound = bound(rule, plan);
    if (names.size() == 1) {
      findings
          .on(rule.path())
          .says(
              "strict rule %s names one node only: %s%s",
              rule.name(), names.get(0), stays(bound, rule, plan))
          .because("nodes", names)
          .because("guests", bound.stream().map(Guest::name).toList())
          .declaredAt(rule.declaredAt());
      return;
    }
    FailureDomains domains = new FailureDomains(plan);
    names.forEach(name -> domains.add(plan.node(name).orElseThrow()));
    List<String> shared = domains.shared();
    if (!shared.isEmpty()) {
      findings
          .on(rule.path())
          .says(
              "the nodes of strict rule %s (%s) all depend on %s%s",
              rule.name(),
              String.join(", ", names),
              String.join(", ", shared),
              stays(bound, rule, plan))
          .because("nodes", names)
          .because("guests", bound.stream().map(Guest::name).toList())
          .because("shared", shared)
          .declaredAt(rule.declaredAt());
      return;
    }
    domains.missingFacts().forEach(fact -> findings.undecided(rule.path(), fact));
  }

  // Guests that are to be with one of the rule share its nodes.
  private static List<Guest> bound(NodeAffinity rule, ResolvedPlan plan) {
    return plan.guests().stream()
        .filter(guest -> plan.placement().managedByHa(guest.vmid()))
        .filter(guest ->
            plan.placement().nodeRule(guest.vmid()).filter(rule::equals).isPresent())
        .toList();
  }

  private static String stays(List<Guest> bound, NodeAffinity rule, ResolvedPlan plan) {
    List<Vmid> named = new ArrayList<>();
    List<Vmid> others = new ArrayList<>();
    bound.forEach(
        guest -> (rule.resources().contains(guest.vmid()) ? named : others).add(guest.vmid()));
    if (named.isEmpty()) {
      return "";
    }
    FailureText text = FailureText.of(plan);
    return "; " + text.names(named) + (named.size() == 1 ? " runs" : " run") + " nowhere else"
        + (others.isEmpty()
            ? ""
            : ", nor " + (others.size() == 1 ? "does " : "do ") + text.names(others)
                + " by rules that keep guests together");
  }
}

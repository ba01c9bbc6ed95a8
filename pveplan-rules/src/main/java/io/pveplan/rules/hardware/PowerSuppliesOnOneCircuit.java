package io.pveplan.rules.hardware;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a node whose power supplies all hang on the same circuit or UPS. Nodes with one power
 * supply are left to {@link SinglePowerSupply}.
 */
@RuleInfo(
    id = "NODE-012",
    severity = Severity.WARNING,
    summary = "All power supplies of a node hang on one circuit or UPS",
    why = """
        Several power supplies protect against the failure of one of them. A breaker that trips or \
        a UPS that fails takes them all.""",
    remedy = "Split the power supplies between two circuits with a UPS each (A/B feed).",
    sources = {"article Proxmox-Cluster planen", "pve-docs: ha-manager.adoc", "derived"},
    since = "0.1")
final class PowerSuppliesOnOneCircuit implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.nodes().forEach(node -> check(node, plan.powerFeeds(node), findings));
  }

  private static void check(Node node, PowerFeeds feeds, Findings findings) {
    PlanPath subject = node.path();
    if (feeds.supplies() == 0) {
      findings.undecided(subject, "power supplies of " + node.name());
    } else if (feeds.supplies() > 1) {
      findings.looksAt(subject);
      if (feeds.onlyCircuit().isPresent()) {
        describe(findings.on(subject), node, feeds)
            .says(
                "all %d power supplies of node %s hang on circuit %s",
                feeds.supplies(), node.name(), feeds.onlyCircuit().get());
      } else if (feeds.onlyUps().isPresent()) {
        describe(findings.on(subject), node, feeds)
            .says(
                "all %d power supplies of node %s hang on UPS %s, over circuits %s",
                feeds.supplies(),
                node.name(),
                feeds.onlyUps().get(),
                String.join(" and ", feeds.circuits()));
      } else if (!feeds.known() && !isSplit(feeds)) {
        findings.undecided(subject, "circuits of the power supplies of " + node.name());
      }
    }
  }

  // Two feeds that have nothing in common are enough, whatever the other power supplies hang on.
  private static boolean isSplit(PowerFeeds feeds) {
    int sources = feeds.upses().size() + (feeds.besidesUps() ? 1 : 0);
    return feeds.circuits().size() > 1 && (sources > 1 || feeds.upses().isEmpty());
  }

  private static FindingDraft describe(FindingDraft finding, Node node, PowerFeeds feeds) {
    List<PowerSupply> supplies = node.hardware().map(Hardware::powerSupplies).orElse(List.of());
    return finding
        .because("powerSupplies", feeds.supplies())
        .because("circuits", feeds.circuits())
        .because("ups", feeds.upses())
        .declaredAt(supplies.get(0).declaredAt());
  }
}

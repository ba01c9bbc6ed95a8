package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a node with one power supply. */
@RuleInfo(
    id = "NODE-011",
    severity = Severity.WARNING,
    summary = "A node has one power supply",
    why = "The node is down with its power supply, and all its guests with it.",
    remedy = "Add a second power supply, on another circuit.",
    sources = {"article Proxmox-Cluster planen", "pve-docs: ha-manager.adoc, introduction"},
    since = "0.1")
final class SinglePowerSupply implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.nodes().forEach(node -> check(node, findings));
  }

  private static void check(Node node, Findings findings) {
    List<PowerSupply> supplies = node.hardware().map(Hardware::powerSupplies).orElse(List.of());
    if (supplies.isEmpty()) {
      findings.undecided(node.path(), "power supplies of " + node.name());
      return;
    }
    findings.looksAt(node.path());
    if (supplies.size() < 2) {
      findings
          .on(node.path())
          .says("node %s has one power supply", node.name())
          .because("powerSupplies", supplies.size())
          .declaredAt(supplies.get(0).declaredAt());
    }
  }
}

package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a bond of one NIC; one of none is refused when the plan is written. */
@RuleInfo(
    id = "NET-026",
    severity = Severity.WARNING,
    summary = "A bond has one slave",
    why = "It fails with its only NIC, cable and switch port, while its name promises otherwise.",
    remedy = "Add a second NIC, or use the NIC without a bond.",
    sources = "cv4pve-diag: WN0034",
    since = "0.1")
final class SingleSlaveBond implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Bond bond) {
          check(node, bond, findings);
        }
      }
    }
  }

  private static void check(Node node, Bond bond, Findings findings) {
    PlanPath subject = node.path().child(bond.name());
    findings.looksAt(subject);
    if (bond.slaves().size() == 1) {
      findings
          .on(subject)
          .says(
              "bond %s of node %s has one slave, %s",
              bond.name(), node.name(), bond.slaves().get(0))
          .because("slaves", bond.slaves())
          .declaredAt(bond.declaredAt());
    }
  }
}

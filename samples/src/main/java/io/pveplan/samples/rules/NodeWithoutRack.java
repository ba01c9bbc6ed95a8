package io.pveplan.samples.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a node of which nobody knows where it stands. */
@RuleInfo(
    id = "ACME-001",
    severity = Severity.WARNING,
    summary = "A node has no rack",
    why = "On call, somebody has to find it at night.",
    remedy = "Name the rack: n.hardware(h -> h.rack(\"a3\")).",
    sources = "Acme handbook, chapter 4",
    since = "1.0")
final class NodeWithoutRack implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      if (node.hardware().flatMap(Hardware::rack).isEmpty()) {
        findings
            .on(node.path())
            .says("node %s has no rack", node.name())
            .declaredAt(node.declaredAt());
      }
    }
  }
}

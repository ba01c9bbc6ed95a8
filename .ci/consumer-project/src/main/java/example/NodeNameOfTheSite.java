package example;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a node that is not named the way this site names its nodes. */
@RuleInfo(
    id = "SITE-001",
    severity = Severity.WARNING,
    summary = "The node is not named pve and a number",
    why = "The labels in the racks say pve and a number.",
    remedy = "Name it as its label does.")
final class NodeNameOfTheSite implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      if (!node.name().matches("pve[0-9]+")) {
        findings.on(node.path()).says("node %s", node.name()).declaredAt(node.declaredAt());
      }
    }
  }
}

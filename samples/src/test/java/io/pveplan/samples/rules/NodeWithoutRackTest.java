package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.*;
import io.pveplan.rules.*;
import org.junit.jupiter.api.Test;

class NodeWithoutRackTest {

  @RuleInfo(
      id = "ACME-001",
      severity = Severity.WARNING,
      summary = "A node has no rack",
      remedy = "Name the rack.")
  static class NodeWithoutRack implements Rule {
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

  @Test
  void a_node_without_rack_is_reported() {
    verify(new NodeWithoutRack())
        .on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("ACME-001[node/pve1]");
  }
}

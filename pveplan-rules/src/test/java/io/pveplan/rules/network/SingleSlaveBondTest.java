package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SingleSlaveBondTest {

  private final RuleVerifier rule = verify(new SingleSlaveBond());

  @Test
  void one_slave_is_reported() {
    ClusterPlan plan = node(n -> n.bond(activeBackup("bond0", "eno1")));

    rule.on(plan)
        .reportsExactly("NET-026[node/pve1/bond0]")
        .withMessageContaining("bond bond0 of node pve1 has one slave, eno1")
        .withRemedyContaining("Add a second NIC");
    assertThat(ReportedLines.of(new SingleSlaveBond(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void two_slaves_pass() {
    rule.on(node(n -> n.bond(activeBackup("bond0", "eno1", "eno2")))).passes();
  }

  @Test
  void a_node_without_bonds_is_not_looked_at() {
    rule.on(node(n -> n.nic("eno1", x -> {}))).isNotApplicable();
  }

  private static ClusterPlan node(Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.node("pve1", parts::accept));
  }
}

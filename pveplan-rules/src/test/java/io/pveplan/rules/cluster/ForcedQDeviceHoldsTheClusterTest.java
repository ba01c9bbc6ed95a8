package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CorosyncSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ForcedQDeviceHoldsTheClusterTest {

  private final RuleVerifier rule = verify(new ForcedQDeviceHoldsTheCluster());

  private static ClusterPlan nodes(int count, Consumer<CorosyncSpec> corosync) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
      c.corosync(corosync::accept);
    });
  }

  @Test
  void a_forced_qdevice_on_three_nodes_is_reported() {
    rule.on(nodes(3, k -> k.forcedQdevice("10.0.0.9")))
        .reportsExactly("CLU-006[corosync/qdevice]")
        .withMessageContaining(
            "the forced QDevice has 2 of 5 votes: without it none of the 3 nodes may fail")
        .withRemedyContaining("even number");
  }

  @Test
  void on_four_nodes_the_force_changes_nothing() {
    rule.on(nodes(4, k -> k.forcedQdevice("10.0.0.9"))).passes();
  }

  @Test
  void without_force_or_on_a_single_node_it_is_not_applicable() {
    rule.on(nodes(3, k -> k.qdevice("10.0.0.9"))).isNotApplicable();
    rule.on(nodes(3, k -> {})).isNotApplicable();
    rule.on(nodes(1, k -> k.forcedQdevice("10.0.0.9"))).isNotApplicable();
  }
}

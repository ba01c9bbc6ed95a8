package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class VeryLargeClusterTest {

  private final RuleVerifier rule = verify(new VeryLargeCluster());

  private static ClusterPlan nodes(int count) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
    });
  }

  @Test
  void thirty_two_nodes_are_reported() {
    rule.on(nodes(32))
        .reportsExactly("CLU-037[cluster]")
        .withMessageContaining("the cluster has 32 nodes")
        .withRemedyContaining("send_join");
  }

  @Test
  void fewer_pass() {
    rule.on(nodes(31)).passes();
  }

  @Test
  void the_number_can_be_set() {
    rule.set(VeryLargeCluster.VERY_LARGE, 3).on(nodes(3)).reportsExactly("CLU-037[cluster]");
    rule.set(VeryLargeCluster.VERY_LARGE, 3).on(nodes(2)).passes();
  }

  @Test
  void a_single_node_is_no_cluster() {
    rule.on(nodes(1)).isNotApplicable();
  }
}

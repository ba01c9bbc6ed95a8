package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SingleCorosyncLinkTest {

  private final RuleVerifier rule = verify(new SingleCorosyncLink());

  private static ClusterPlan links(int nodes, int links) {
    return cluster("lab", c -> {
      for (int number = 1; number <= nodes; number++) {
        c.node("pve" + number, n -> {});
      }
      c.corosync(k -> {
        for (int number = 0; number < links; number++) {
          k.link(number, c.network("ring" + number, net -> {}));
        }
      });
    });
  }

  @Test
  void one_link_is_reported() {
    rule.on(links(2, 1))
        .reportsExactly("CLU-025[corosync]")
        .withMessageContaining("link0 over ring0 is the only Corosync link of 2 nodes")
        .withRemedyContaining("second link");
  }

  @Test
  void no_link_is_one_over_the_addresses_of_the_node_names() {
    rule.on(links(3, 0))
        .reportsExactly("CLU-025[corosync]")
        .withMessageContaining(
            "link0 over the addresses of the node names is the only Corosync link of 3 nodes");
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
        }))
        .reportsExactly("CLU-025[corosync]");
  }

  @Test
  void two_links_pass() {
    rule.on(links(3, 2)).passes();
  }

  @Test
  void a_single_node_is_no_cluster() {
    rule.on(links(1, 1)).isNotApplicable();
  }
}

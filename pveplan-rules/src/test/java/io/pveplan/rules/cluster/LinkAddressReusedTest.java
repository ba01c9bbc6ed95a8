package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LinkAddressReusedTest {

  private final RuleVerifier rule = verify(new LinkAddressReused());

  // The two rings are networks of their own, with one subnet.
  private static ClusterPlan rings(
      String cardOfSecond, int first0, int first1, int second0, int second1) {
    return cluster("lab", c -> {
      var ring0 = c.network("r0", "10.0.0.0/24", net -> {});
      var ring1 = c.network("r1", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring0.host(first0)).nic("eno2", ring1.host(first1)));
      c.node(
          "pve2", n -> n.nic("eno3", ring0.host(second0)).nic(cardOfSecond, ring1.host(second1)));
      c.corosync(k -> k.link(0, ring0).link(1, ring1));
    });
  }

  @Test
  void an_address_on_different_links_of_two_nodes_is_reported() {
    rule.on(rings("eno2", 1, 2, 2, 1))
        .reportsExactly("CLU-019[corosync/link0]", "CLU-019[corosync/link1]");
    rule.on(rings("eno2", 1, 2, 3, 1))
        .reportsExactly("CLU-019[corosync/link1]")
        .withMessageContaining("10.0.0.1 is that of pve1 on link0 and of pve2 on link1")
        .withRemedyContaining("an address of its own");
  }

  @Test
  void addresses_of_their_own_pass() {
    rule.on(rings("eno2", 1, 2, 3, 4)).passes();
  }

  @Test
  void an_address_that_is_used_twice_in_one_network_is_not_repeated() {
    rule.on(rings("eno2", 1, 2, 1, 4)).passes();
    rule.on(rings("eno1", 1, 2, 3, 1)).passes();
  }

  @Test
  void an_address_that_one_node_has_twice_is_not_looked_at() {
    rule.on(rings("eno2", 1, 1, 3, 4)).passes();
  }

  @Test
  void without_links_it_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}

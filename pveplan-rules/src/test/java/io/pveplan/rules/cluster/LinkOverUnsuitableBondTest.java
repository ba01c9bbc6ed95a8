package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.bond;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.Bonding;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.network.BondMode;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkOverUnsuitableBondTest {

  private final RuleVerifier rule = verify(new LinkOverUnsuitableBond());

  private static ClusterPlan over(Bonding bond) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.bond(bond, ring.host(11)));
      c.node("pve2", n -> n.nic("eno1", ring.host(12)));
      c.corosync(k -> k.link(0, ring));
    });
  }

  @ParameterizedTest
  @EnumSource(
      value = BondMode.class,
      names = {"BALANCE_RR", "BALANCE_XOR", "BALANCE_TLB", "BALANCE_ALB"})
  void these_modes_are_reported(BondMode mode) {
    rule.on(over(bond("bond0", mode, "eno1", "eno2")))
        .reportsExactly("CLU-029[node/pve1/bond0]")
        .withMessageContaining("link0 runs over bond0 of pve1, a bond of mode " + mode)
        .withRemedyContaining("single NIC");
  }

  @ParameterizedTest
  @EnumSource(
      value = BondMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "BALANCE_RR",
        "BALANCE_XOR",
        "BALANCE_TLB",
        "BALANCE_ALB",
        "BALANCE_SLB",
        "LACP_BALANCE_SLB",
        "LACP_BALANCE_TCP"
      })
  void other_modes_pass(BondMode mode) {
    rule.on(over(bond("bond0", mode, "eno1", "eno2"))).passes();
  }

  @Test
  void a_bond_below_a_bridge_is_reported_once_for_all_links() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.node(
          "pve1",
          n -> n.bridge(
                  "vmbr0",
                  b -> b.over(bond("bond0", BondMode.BALANCE_ALB, "eno1", "eno2"))
                      .address(mgmt.host(11)))
              .vlan("vmbr0.20", ring.host(11)));
      c.corosync(k -> k.link(0, ring).link(1, mgmt));
    });

    rule.on(plan)
        .reportsExactly("CLU-029[node/pve1/bond0]")
        .withMessageContaining("link0 and link1 run over bond0 of pve1");
  }

  @Test
  void a_node_without_interface_on_the_network_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring.host(11)));
      c.node("pve2", n -> {});
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("interface of pve2 on network ring");
  }

  @Test
  void without_links_it_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}

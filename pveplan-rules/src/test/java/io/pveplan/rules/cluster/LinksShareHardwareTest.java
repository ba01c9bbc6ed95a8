package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksShareHardwareTest {

  private interface Way {
    void of(NodeSpec n, NetworkRef ring, NetworkRef mgmt);
  }

  private static final CircuitRef FEED_A = CircuitRef.named("feed-a");
  private static final CircuitRef FEED_B = CircuitRef.named("feed-b");

  private final RuleVerifier rule = verify(new LinksShareHardware());

  private static ClusterPlan plan(CircuitRef second, Way way) {
    return cluster("lab", c -> {
      c.circuit("feed-a", "ups-a");
      c.circuit("feed-b", "ups-b");
      c.ethernetSwitch("sw1", s -> s.stack("mlag1").powerSupplies(FEED_A));
      c.ethernetSwitch("sw2", s -> s.stack("mlag1").powerSupplies(second));
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> way.of(n, ring, mgmt));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
    });
  }

  private static void ownNics(NodeSpec n, NetworkRef ring, NetworkRef mgmt) {
    n.nic("eno1", ring.host(1)).nic("eno2", mgmt.host(1));
  }

  private static ClusterPlan twoSwitches(CircuitRef second) {
    return plan(
        second,
        (n, ring, mgmt) -> n.with(it -> ownNics(it, ring, mgmt))
            .cable("eno1", sw("sw1").port(1))
            .cable("eno2", sw("sw2").port(1)));
  }

  private static SwitchRef sw(String name) {
    return SwitchRef.named(name);
  }

  @Test
  void links_on_one_switch_are_reported() {
    rule.on(plan(
            FEED_B,
            (n, ring, mgmt) -> n.with(it -> ownNics(it, ring, mgmt))
                .cable("eno1", sw("sw1").port(1))
                .cable("eno2", sw("sw1").port(2))))
        .reportsExactly("CLU-026[corosync/link1]")
        .withMessageContaining(
            "link1 shares its way: with link0 the switch sw1 on pve1; link0 of pve1"
                + " goes eno1 > sw1 port 1, link1 of pve1 goes eno2 > sw1 port 2");
  }

  @Test
  void links_over_one_bond_are_reported_without_a_cable() {
    rule.on(plan(
            FEED_B,
            (n, ring, mgmt) ->
                n.bond(lacp("bond0", "eno1", "eno2"), ring.host(1)).vlan("bond0.5", mgmt.host(1))))
        .reportsExactly("CLU-026[corosync/link1]")
        .withMessageContaining("with link0 the bond bond0 on pve1");
  }

  @Test
  void links_over_one_nic_are_reported() {
    rule.on(plan(FEED_B, (n, ring, mgmt) -> n.nic("eno1", ring.host(1), mgmt.host(1))))
        .reportsExactly("CLU-026[corosync/link1]")
        .withMessageContaining("with link0 the NIC eno1 on pve1");
  }

  @Test
  void switches_on_one_circuit_are_reported() {
    rule.on(twoSwitches(FEED_A))
        .reportsExactly("CLU-026[corosync/link1]")
        .withMessageContaining("with link0 the UPS ups-a on pve1; with link0 the circuit feed-a");
  }

  @Test
  void a_node_on_the_same_circuit_is_down_anyway() {
    rule.on(plan(
            FEED_A,
            (n, ring, mgmt) -> n.with(it -> ownNics(it, ring, mgmt))
                .hardware(h -> h.powerSupplies(FEED_A))
                .cable("eno1", sw("sw1").port(1))
                .cable("eno2", sw("sw2").port(1))))
        .passes();
  }

  @Test
  void two_switches_of_one_stack_pass() {
    rule.on(twoSwitches(FEED_B)).passes();
  }

  @Test
  void bonds_with_a_leg_on_each_switch_pass() {
    rule.on(plan(
            FEED_B,
            (n, ring, mgmt) -> n.bond(activeBackup("bond0", "eno1", "eno2"), ring.host(1))
                .bond(activeBackup("bond1", "eno3", "eno4"), mgmt.host(1))
                .cable("eno1", sw("sw1").port(1))
                .cable("eno2", sw("sw2").port(1))
                .cable("eno3", sw("sw1").port(3))
                .cable("eno4", sw("sw2").port(3))))
        .passes();
  }

  @Test
  void cables_are_missing_to_judge() {
    rule.on(plan(FEED_B, LinksShareHardwareTest::ownNics))
        .isUndecidedFor("cable in eno1 of pve1", "cable in eno2 of pve1");
  }

  // Each node has two ways, and the first shares none of them with the others once a switch is
  // gone.
  private static ClusterPlan crossed(CircuitRef second) {
    return cluster("lab", c -> {
      c.circuit("feed-a");
      c.circuit("feed-b");
      var left = c.ethernetSwitch("sw1", s -> s.powerSupplies(FEED_A));
      var right = c.ethernetSwitch("sw2", s -> s.powerSupplies(second));
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", ring.host(number))
              .nic("eno2", mgmt.host(number))
              .cable("eno1", (number == 1 ? right : left).port(number))
              .cable("eno2", (number == 1 ? left : right).port(number)));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
    });
  }

  @Test
  void links_that_are_crossed_between_nodes_are_reported() {
    rule.on(crossed(FEED_B))
        .reportsExactly("CLU-026[corosync/link1]")
        .withMessageContaining("link1 shares its way: with link0 of pve1 the switch sw2 on pve2,"
            + " pve3; with link0 of pve2, pve3 the switch sw1 on pve1; link0 of pve1 goes eno1 >"
            + " sw2 port 1, link1 of pve2 goes eno2 > sw2 port 2");
  }

  @Test
  void a_switch_without_feeds_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.circuit("feed-a");
          var left = c.ethernetSwitch("sw1", s -> s.powerSupplies(FEED_A));
          var right = c.ethernetSwitch("sw2", s -> {});
          var ring = c.network("ring", "10.0.1.0/24", net -> {});
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
          c.node(
              "pve1",
              n -> n.with(it -> ownNics(it, ring, mgmt))
                  .cable("eno1", left.port(1))
                  .cable("eno2", right.port(1)));
          c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
        }))
        .isUndecidedFor("power circuits of switch sw2");
  }

  @Test
  void a_switch_without_feeds_does_not_matter_beside_one_on_two_ups() {
    rule.on(cluster("lab", c -> {
          c.circuit("feed-a", "ups-a");
          c.circuit("feed-b", "ups-b");
          var left = c.ethernetSwitch("sw1", s -> s.powerSupplies(FEED_A, FEED_B));
          var right = c.ethernetSwitch("sw2", s -> {});
          var ring = c.network("ring", "10.0.1.0/24", net -> {});
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
          c.node(
              "pve1",
              n -> n.with(it -> ownNics(it, ring, mgmt))
                  .cable("eno1", left.port(1))
                  .cable("eno2", right.port(1)));
          c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
        }))
        .passes();
  }

  @Test
  void one_link_shares_nothing() {
    rule.on(cluster("lab", c -> {
          var ring = c.network("ring", "10.0.1.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", ring.host(1)));
          c.corosync(k -> k.link(0, ring));
        }))
        .isNotApplicable();
  }
}

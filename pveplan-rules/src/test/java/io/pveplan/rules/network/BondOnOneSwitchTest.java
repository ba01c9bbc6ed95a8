package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BondOnOneSwitchTest {

  private static final SwitchRef SW1 = SwitchRef.named("sw1");
  private static final SwitchRef SW2 = SwitchRef.named("sw2");

  private final RuleVerifier rule = verify(new BondOnOneSwitch());

  private static ClusterPlan plan(Consumer<SwitchSpec> switches, Consumer<NodeSpec> node) {
    return cluster("lab", c -> {
      c.network("lan", "10.0.0.0/24", net -> net.redundant());
      c.network("lab", "10.0.1.0/24", net -> {});
      c.ethernetSwitch("sw1", switches);
      c.ethernetSwitch("sw2", switches);
      c.node("pve1", node);
    });
  }

  private static void bond(NodeSpec n) {
    n.bond(activeBackup("bond0", "eno1", "eno2"), NetworkRef.named("lan").host(1));
  }

  @Test
  void slaves_on_one_switch_are_reported() {
    rule.on(plan(
            s -> {},
            n -> n.with(BondOnOneSwitchTest::bond)
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW1.port(2))))
        .reportsExactly("NET-029[node/pve1/bond0]")
        .withMessageContaining("bond bond0 of pve1 carries lan, which must not fail with a switch,"
            + " and all its slaves end on switch sw1");
  }

  @Test
  void slaves_on_two_switches_pass() {
    rule.on(plan(
            s -> {},
            n -> n.with(BondOnOneSwitchTest::bond)
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW2.port(1))))
        .passes();
  }

  @Test
  void a_cable_is_missing_to_judge() {
    rule.on(plan(s -> {}, n -> n.with(BondOnOneSwitchTest::bond).cable("eno1", SW1.port(1))))
        .isUndecidedFor("cable in eno2 of pve1");
  }

  @Test
  void a_third_cable_does_not_matter_where_two_switches_are_known() {
    rule.on(plan(
            s -> {},
            n -> n.bond(
                    activeBackup("bond0", "eno1", "eno2", "eno3"),
                    NetworkRef.named("lan").host(1))
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW2.port(1))))
        .passes();
  }

  @Test
  void a_bond_of_a_network_that_is_not_to_be_redundant_may_end_anywhere() {
    rule.on(plan(
            s -> {},
            n -> n.bond(
                    activeBackup("bond0", "eno1", "eno2"),
                    NetworkRef.named("lab").host(1))
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW1.port(2))))
        .isNotApplicable();
  }

  private static ClusterPlan traffic(Consumer<ClusterSpec> more, Traffic... traffic) {
    return cluster("lab", c -> {
      var san = c.network("san", "10.0.0.0/24", net -> net.carries(traffic));
      c.ethernetSwitch("sw1", s -> {});
      c.node(
          "pve1",
          n -> n.bond(activeBackup("bond0", "eno1", "eno2"), san.host(1))
              .cable("eno1", SW1.port(1))
              .cable("eno2", SW1.port(2)));
      more.accept(c);
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"STORAGE", "CEPH_PUBLIC", "CEPH_CLUSTER"})
  void disks_must_not_fail_with_a_switch(Traffic traffic) {
    rule.on(traffic(c -> {}, traffic)).reportsExactly("NET-029[node/pve1/bond0]");
  }

  @Test
  void nor_must_the_only_link_of_corosync() {
    rule.on(traffic(c -> c.corosync(k -> k.link(0, NetworkRef.named("san"))), Traffic.COROSYNC))
        .reportsExactly("NET-029[node/pve1/bond0]");
    rule.on(traffic(
            c -> {
              var other = c.network("other", "10.0.8.0/24", net -> {});
              c.corosync(k -> k.link(0, NetworkRef.named("san")).link(1, other));
            },
            Traffic.COROSYNC))
        .isNotApplicable();
  }

  @Test
  void a_bond_of_one_slave_has_less_to_lose_than_the_switch() {
    rule.on(plan(
            s -> {},
            n -> n.bond(activeBackup("bond0", "eno1"), NetworkRef.named("lan").host(1))
                .cable("eno1", SW1.port(1))))
        .isNotApplicable();
  }
}

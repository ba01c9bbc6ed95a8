package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BondSlavesOfUnequalSpeedTest {

  private static final SwitchRef SW1 = SwitchRef.named("sw1");
  private static final SwitchRef SW2 = SwitchRef.named("sw2");

  private final RuleVerifier rule = verify(new BondSlavesOfUnequalSpeed());

  private static ClusterPlan plan(Consumer<SwitchSpec> switches, Consumer<NodeSpec> node) {
    return cluster("lab", c -> {
      c.network("lan", "10.0.0.0/24", net -> net.redundant());
      c.network("lab", "10.0.1.0/24", net -> {});
      c.ethernetSwitch("sw1", switches);
      c.ethernetSwitch("sw2", switches);
      c.node("pve1", node);
    });
  }

  @Test
  void cards_of_two_speeds_are_reported() {
    rule.on(plan(
            s -> {},
            n -> n.nic("eno1", b -> b.speed(gbit(10)))
                .nic("eno2", b -> b.speed(gbit(25)))
                .bond(lacp("bond0", "eno1", "eno2"))))
        .reportsExactly("NET-028[node/pve1/bond0]")
        .withMessageContaining("the slaves of LACP bond bond0 of pve1 differ in speed: eno1 has"
            + " 10Gbit/s, eno2 has 25Gbit/s");
  }

  @Test
  void the_slower_port_counts() {
    rule.on(plan(
            s -> s.ports(2, gbit(25)).ports("mgmt", 1, 1, p -> p.speed(gbit(1))),
            n -> n.nic("eno1", b -> b.speed(gbit(25)))
                .nic("eno2", b -> b.speed(gbit(25)))
                .bond(lacp("bond0", "eno1", "eno2"))
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW1.port("mgmt1"))))
        .reportsExactly("NET-028[node/pve1/bond0]")
        .withMessageContaining("eno2 has 1Gbit/s");
  }

  @Test
  void slaves_of_one_speed_pass() {
    rule.on(plan(
            s -> s.ports(48, gbit(25)),
            n -> n.bond(lacp("bond0", "eno1", "eno2"))
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW2.port(1))))
        .passes();
  }

  @Test
  void one_slave_passes() {
    rule.on(plan(s -> {}, n -> n.bond(lacp("bond0", "eno1")))).passes();
  }

  @Test
  void speeds_are_missing_to_judge() {
    rule.on(plan(s -> {}, n -> n.bond(lacp("bond0", "eno1", "eno2"))))
        .isUndecidedFor("speed of eno1 of pve1", "speed of eno2 of pve1");
  }

  @Test
  void a_bond_of_another_mode_may_mix() {
    rule.on(plan(
            s -> {},
            n -> n.nic("eno1", b -> b.speed(gbit(10)))
                .nic("eno2", b -> b.speed(gbit(25)))
                .bond(activeBackup("bond0", "eno1", "eno2"))))
        .isNotApplicable();
  }
}

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

class LacpWithoutPartnerTest {

  private static final SwitchRef SW1 = SwitchRef.named("sw1");
  private static final SwitchRef SW2 = SwitchRef.named("sw2");

  private final RuleVerifier rule = verify(new LacpWithoutPartner());

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
    n.bond(lacp("bond0", "eno1", "eno2"));
  }

  private static void twoSwitches(NodeSpec n) {
    n.with(LacpWithoutPartnerTest::bond).cable("eno1", SW1.port(1)).cable("eno2", SW2.port(1));
  }

  private static void oneSwitch(NodeSpec n) {
    n.with(LacpWithoutPartnerTest::bond).cable("eno1", SW1.port(1)).cable("eno2", SW1.port(2));
  }

  @Test
  void switches_that_are_no_stack_are_reported() {
    rule.on(plan(s -> s.lacp(), LacpWithoutPartnerTest::twoSwitches))
        .reportsExactly("NET-027[node/pve1/bond0]")
        .withMessageContaining("LACP bond bond0 of pve1 has no partner: its slaves end on sw1 and"
            + " sw2, which are not one stack or MLAG pair");
  }

  @Test
  void a_switch_without_lacp_is_reported() {
    rule.on(plan(s -> s.withoutLacp(), LacpWithoutPartnerTest::oneSwitch))
        .reportsExactly("NET-027[node/pve1/bond0]")
        .withMessageContaining(
            "port 1 of switch sw1 has no LACP; port 2 of switch sw1 has no LACP");
  }

  @Test
  void a_port_without_lacp_is_reported() {
    rule.on(plan(
            s -> s.lacp().ports("", 1, 1, p -> {}).ports("", 2, 2, p -> p.withoutLacp()),
            LacpWithoutPartnerTest::oneSwitch))
        .reportsExactly("NET-027[node/pve1/bond0]")
        .withMessageContaining("partner: port 2 of switch sw1 has no LACP");
  }

  @Test
  void a_pair_of_switches_passes() {
    rule.on(plan(s -> s.lacp().stack("mlag1"), LacpWithoutPartnerTest::twoSwitches))
        .passes();
  }

  @Test
  void one_switch_passes() {
    rule.on(plan(s -> s.lacp(), LacpWithoutPartnerTest::oneSwitch)).passes();
  }

  @Test
  void cables_and_lacp_are_missing_to_judge() {
    rule.on(plan(s -> {}, n -> n.with(LacpWithoutPartnerTest::bond).cable("eno1", SW1.port(1))))
        .isUndecidedFor("LACP on port 1 of switch sw1", "cable in eno2 of pve1");
  }

  @Test
  void a_bond_of_another_mode_needs_no_partner() {
    rule.on(plan(
            s -> s.withoutLacp(),
            n -> n.bond(activeBackup("bond0", "eno1", "eno2"))
                .cable("eno1", SW1.port(1))
                .cable("eno2", SW2.port(1))))
        .isNotApplicable();
  }
}

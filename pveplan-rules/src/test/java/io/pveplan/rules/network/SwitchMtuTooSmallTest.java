package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SwitchMtuTooSmallTest {

  private static final SwitchRef SW1 = SwitchRef.named("sw1");
  private static final SwitchRef SW2 = SwitchRef.named("sw2");

  private final RuleVerifier rule = verify(new SwitchMtuTooSmall());

  private static ClusterPlan plan(Consumer<SwitchSpec> switches, Consumer<NodeSpec> node) {
    return cluster("lab", c -> {
      c.network("lan", "10.0.0.0/24", net -> net.redundant());
      c.network("lab", "10.0.1.0/24", net -> {});
      c.ethernetSwitch("sw1", switches);
      c.ethernetSwitch("sw2", switches);
      c.node("pve1", node);
    });
  }

  private static void large(NodeSpec n) {
    n.nic("eno1", b -> b.mtu(9000)).cable("eno1", SW1.port(1));
  }

  @Test
  void a_port_that_takes_less_is_reported() {
    ClusterPlan plan = plan(s -> s.mtu(1500), SwitchMtuTooSmallTest::large);
    Origin card = plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow();

    rule.on(plan)
        .reportsExactly("NET-031[node/pve1/eno1]")
        .withMessageContaining(
            "NIC eno1 of pve1 has MTU 9000 (" + card + "), and port 1 of switch sw1 takes 1500");
    assertThat(ReportedLines.of(new SwitchMtuTooSmall(), plan))
        .containsExactly(plan.switches().get(0).declaredAt().orElseThrow());
  }

  @Test
  void the_network_makes_the_nic_large_and_the_row_the_port_small() {
    ClusterPlan plan = cluster("lab", c -> {
      var ceph = c.network("ceph", "10.0.0.0/24", net -> net.mtu(9000));
      var sw = c.ethernetSwitch("sw1", s -> s.mtu(9216).ports("", 1, 1, p -> p.mtu(8000)));
      c.node("pve1", n -> n.bond(lacp("bond0", "eno1"), ceph.host(1)).cable("eno1", sw.port(1)));
    });

    rule.on(plan).reportsExactly("NET-031[node/pve1/eno1]").withMessageContaining("takes 8000");
    assertThat(ReportedLines.of(new SwitchMtuTooSmall(), plan))
        .containsExactly(plan.switches().get(0).ports().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_port_that_takes_as_much_or_more_passes() {
    rule.on(plan(s -> s.mtu(9000), SwitchMtuTooSmallTest::large)).passes();
    rule.on(plan(s -> s.mtu(9216), SwitchMtuTooSmallTest::large)).passes();
  }

  @Test
  void usual_packets_pass_any_port() {
    rule.on(plan(s -> {}, n -> n.nic("eno1").cable("eno1", SW2.port(1)))).passes();
  }

  @Test
  void the_mtu_of_the_port_is_missing_to_judge() {
    rule.on(plan(s -> {}, SwitchMtuTooSmallTest::large))
        .isUndecidedFor("MTU of port 1 of switch sw1");
  }

  @Test
  void a_plan_without_cables_says_nothing_of_ports() {
    rule.on(plan(s -> s.mtu(1500), n -> n.nic("eno1", b -> b.mtu(9000)))).isNotApplicable();
  }
}

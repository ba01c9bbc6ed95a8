package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LowerLayerMtuTooSmallTest {

  private final RuleVerifier rule = verify(new LowerLayerMtuTooSmall());

  @Test
  void a_bridge_over_a_smaller_port_is_reported() {
    ClusterPlan plan = node(
        n -> n.nic("eno1", x -> x.mtu(1500)).bridge("vmbr0", b -> b.over("eno1").mtu(9000)));

    rule.on(plan)
        .reportsExactly("NET-012[node/pve1/vmbr0]")
        .withMessageContaining("vmbr0 of node pve1 has MTU 9000, below it eno1 1500");
    assertThat(ReportedLines.of(new LowerLayerMtuTooSmall(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(1).declaredAt().orElseThrow());
  }

  @Test
  void a_vlan_that_its_network_makes_too_large_is_reported() {
    rule.on(cluster("lab", c -> {
          var ceph = c.network("ceph", "10.0.0.0/24", net -> net.mtu(9000));
          c.node("pve1", n -> n.nic("eno1", x -> x.mtu(4000)).vlan("eno1.20", ceph.host(11)));
        }))
        .reportsExactly("NET-012[node/pve1/eno1.20]")
        .withMessageContaining("eno1.20 of node pve1 has MTU 9000, below it eno1 4000");
  }

  @Test
  void slaves_above_their_bond_are_reported() {
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .nic("eno2", x -> x.mtu(1500))
            .bond(activeBackup("bond0", "eno1", "eno2").mtu(1500))))
        .reportsExactly("NET-012[node/pve1/eno1]");
  }

  @Test
  void slaves_of_a_bond_without_mtu_pass() {
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .nic("eno2", x -> x.mtu(9000))
            .bond(activeBackup("bond0", "eno1", "eno2"))))
        .passes();
  }

  @Test
  void a_port_above_its_open_vswitch_bridge_is_reported() {
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .bridge("vmbr0", b -> b.over("eno1").openVswitch().mtu(1500))))
        .reportsExactly("NET-012[node/pve1/eno1]")
        .withMessageContaining("eno1 of node pve1 has MTU 9000, below it vmbr0 1500");
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .bridge("vmbr0", b -> b.over("eno1").openVswitch().mtu(9000))))
        .passes();
  }

  @Test
  void slaves_above_their_open_vswitch_bond_are_reported() {
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .nic("eno2", x -> x.mtu(1500))
            .bridge(
                "vmbr0",
                b -> b.over(activeBackup("bond0", "eno1", "eno2").mtu(1500))
                    .openVswitch()
                    .mtu(1500))))
        .reportsExactly("NET-012[node/pve1/eno1]")
        .withMessageContaining("eno1 of node pve1 has MTU 9000, below it bond0 1500");
  }

  @Test
  void an_open_vswitch_bond_and_bridge_that_nobody_set_are_raised() {
    rule.on(node(n -> n.nic("eno1", x -> x.mtu(9000))
            .nic("eno2", x -> x.mtu(9000))
            .bridge("vmbr0", b -> b.over(activeBackup("bond0", "eno1", "eno2")).openVswitch())))
        .passes();
  }

  @Test
  void a_smaller_upper_layer_passes() {
    rule.on(node(n ->
            n.nic("eno1", x -> x.mtu(9000)).bridge("vmbr0", b -> b.over("eno1").mtu(1500))))
        .passes();
  }

  @Test
  void the_lower_layers_that_nobody_set_are_raised() {
    rule.on(node(n -> n.bridge("vmbr0", b -> b.over("eno1").mtu(9000)))).passes();
  }

  @Test
  void interfaces_without_mtu_are_not_looked_at() {
    rule.on(node(n -> n.bridge("vmbr0", b -> b.over("eno1")))).isNotApplicable();
  }

  private static ClusterPlan node(Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.node("pve1", parts::accept));
  }
}

package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.BridgeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TagNotBuildableTest {

  private final RuleVerifier rule = verify(new TagNotBuildable());

  @Test
  void a_bridge_without_port_is_reported() {
    rule.on(guest(20, "vmbr0", b -> {}))
        .reportsExactly("NET-033[guest/200/net0]")
        .withMessageContaining("the VLAN with tag 20 can not be made on bridge vmbr0 of node pve1")
        .withRemedyContaining("VLAN-aware");
  }

  @Test
  void a_name_that_gets_too_long_is_reported() {
    rule.on(guest(1000, "vmbrstorage", b -> b.over("eno1")))
        .reportsExactly("NET-033[guest/200/net0]");
    rule.on(guest(100, "vmbrstorage", b -> b.over("eno1"))).passes();
    rule.on(guest(100, "vmbr0", b -> b.over("enp65s0f0np0")))
        .reportsExactly("NET-033[guest/200/net0]");
    rule.on(guest(10, "vmbr0", b -> b.over("enp65s0f0np0"))).passes();
  }

  @Test
  void a_vlan_aware_bridge_passes() {
    rule.on(guest(20, "vmbr0", b -> b.vlanAware())).passes();
  }

  @Test
  void the_line_is_that_of_the_network_card() {
    ClusterPlan plan = guest(20, "vmbr0", b -> {});

    assertThat(ReportedLines.of(new TagNotBuildable(), plan))
        .containsExactly(plan.guests().get(0).nics().get(0).declaredAt().orElseThrow());
  }

  @Test
  void cards_without_tag_or_on_a_vnet_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var node = c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var zone = c.zone(simple("nat1"), z -> {});
          var vnet = c.vnet("natnet1", zone, b -> {});
          c.vm(200, "web01", v -> v.node(node).nic("vmbr0").nic(vnet));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan guest(int tag, String bridge, Consumer<BridgeSpec> parts) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> n.bridge(bridge, parts::accept));
      c.vm(200, "web01", v -> v.node(node).nic(bridge, vlan(tag)));
    });
  }
}

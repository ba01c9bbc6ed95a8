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

class TagOnClassicBridgeTest {

  private final RuleVerifier rule = verify(new TagOnClassicBridge());

  @Test
  void a_tag_on_a_classic_bridge_is_reported() {
    rule.on(guest(20, "vmbr0", b -> b.over("eno1")))
        .reportsExactly("NET-034[guest/200/net0]")
        .withMessageContaining("for tag 20 Proxmox VE makes bridge vmbr0v20 on node pve1, since "
            + "vmbr0 is not VLAN-aware");
  }

  @Test
  void a_vlan_aware_bridge_passes() {
    rule.on(guest(20, "vmbr0", b -> b.over("eno1").vlanAware())).passes();
  }

  @Test
  void only_nodes_where_the_guest_may_run_count() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware()));
          c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          c.vm(200, "web01", v -> v.node(pve1).nic("vmbr0", vlan(20)));
          var moving = c.vm(201, "web02", v -> v.node(pve1).nic("vmbr0", vlan(20)));
          c.ha(h -> h.resources(moving));
        }))
        .reportsExactly("NET-034[guest/201/net0]")
        .withMessageContaining("on node pve2");
  }

  // Each node has a bridge of its own behind the name, whichever comes first.
  @Test
  void an_open_vswitch_bridge_of_another_node_does_not_count() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").openVswitch()));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          c.vm(200, "web01", v -> v.node(pve2).nic("vmbr0", vlan(20)));
        }))
        .reportsExactly("NET-034[guest/200/net0]")
        .withMessageContaining("on node pve2");
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").openVswitch()));
          c.vm(200, "web01", v -> v.node(pve2).nic("vmbr0", vlan(20)));
        }))
        .passes();
  }

  @Test
  void the_line_is_that_of_the_network_card() {
    ClusterPlan plan = guest(20, "vmbr0", b -> b.over("eno1"));

    assertThat(ReportedLines.of(new TagOnClassicBridge(), plan))
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

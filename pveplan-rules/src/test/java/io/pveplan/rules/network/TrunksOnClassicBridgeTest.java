package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.BridgeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrunksOnClassicBridgeTest {

  private final RuleVerifier rule = verify(new TrunksOnClassicBridge());

  @Test
  void trunks_on_a_classic_bridge_are_reported() {
    rule.on(guest(b -> b.over("eno1")))
        .reportsExactly("NET-032[guest/200/net0]")
        .withMessageContaining("bridge vmbr0 of node pve1 is not VLAN-aware and passes no tags on");
  }

  @Test
  void a_bridge_that_takes_tags_passes() {
    rule.on(guest(b -> b.over("eno1").vlanAware())).passes();
    rule.on(guest(b -> b.over("eno1").openVswitch())).passes();
  }

  @Test
  void only_nodes_where_the_guest_may_run_count() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware()));
          c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          c.vm(200, "fw01", v -> v.node(pve1).nic("vmbr0", b -> b.trunks("20")));
          var moving = c.vm(201, "fw02", v -> v.node(pve1).nic("vmbr0", b -> b.trunks("20")));
          c.ha(h -> h.resources(moving));
        }))
        .reportsExactly("NET-032[guest/201/net0]")
        .withMessageContaining("of node pve2");
  }

  @Test
  void the_line_is_that_of_the_network_card() {
    ClusterPlan plan = guest(b -> b.over("eno1"));

    assertThat(ReportedLines.of(new TrunksOnClassicBridge(), plan))
        .containsExactly(plan.guests().get(0).nics().get(0).declaredAt().orElseThrow());
  }

  @Test
  void cards_without_trunks_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var node = c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          c.vm(200, "web01", v -> v.node(node).nic("vmbr0", vlan(20)));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan guest(Consumer<BridgeSpec> parts) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> n.bridge("vmbr0", parts::accept));
      c.vm(200, "fw01", v -> v.node(node).nic("vmbr0", b -> b.trunks("20", "100-199")));
    });
  }
}

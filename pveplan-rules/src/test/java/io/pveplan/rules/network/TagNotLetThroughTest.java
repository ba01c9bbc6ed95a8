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

class TagNotLetThroughTest {

  private final RuleVerifier rule = verify(new TagNotLetThrough());

  @Test
  void a_tag_outside_the_list_is_reported() {
    rule.on(guest(200, "vmbr0", b -> b.over("eno1").vlanAware("100-199")))
        .reportsExactly("NET-035[guest/200/net0]")
        .withMessageContaining("bridge vmbr0 of node pve1 does not let VLAN tag 200 through")
        .withRemedyContaining("Add the tag");
  }

  @Test
  void tag_1_is_untagged() {
    rule.on(guest(1, "vmbr0", b -> b.over("eno1").vlanAware()))
        .reportsExactly("NET-035[guest/200/net0]")
        .withMessageContaining("VLAN tag 1 through, which is the same as untagged");
  }

  @Test
  void tags_of_the_list_pass_and_all_do_without_one() {
    rule.on(guest(199, "vmbr0", b -> b.over("eno1").vlanAware("100-199"))).passes();
    rule.on(guest(4094, "vmbr0", b -> b.over("eno1").vlanAware())).passes();
  }

  @Test
  void a_classic_bridge_passes() {
    rule.on(guest(200, "vmbr0", b -> b.over("eno1"))).passes();
  }

  @Test
  void the_line_is_that_of_the_network_card() {
    ClusterPlan plan = guest(200, "vmbr0", b -> b.over("eno1").vlanAware("100-199"));

    assertThat(ReportedLines.of(new TagNotLetThrough(), plan))
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

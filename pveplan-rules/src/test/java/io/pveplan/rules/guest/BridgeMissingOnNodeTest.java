package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class BridgeMissingOnNodeTest {

  private final RuleVerifier rule = verify(new BridgeMissingOnNode());

  private static ClusterPlan twoNodes(boolean managed) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
      c.node("pve2", n -> n.bridge("vmbr0", b -> {}));
      var app = c.vm(200, "app", v -> v.node(pve1).nic("vmbr0").nic("vmbr1"));
      if (managed) {
        c.ha(h -> h.resources(app));
      }
    });
  }

  @Test
  void a_node_without_the_bridge_is_reported() {
    rule.on(twoNodes(true))
        .reportsExactly("GST-017[guest/200/net1]")
        .withMessageContaining("app may run on pve2, which has no bridge vmbr1");
  }

  @Test
  void a_guest_that_stays_where_the_bridge_is_passes() {
    rule.on(twoNodes(false)).passes();
  }

  @Test
  void a_card_that_a_clone_has_from_its_template_counts() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> {}));
          var base = c.template(900, "base", v -> v.node(pve1).nic("vmbr1"));
          c.vm(200, "app", v -> v.node(pve2).cloneOf(base));
        }))
        .reportsExactly("GST-017[guest/200/net0]")
        .withMessageContaining("app may run on pve2, which has no bridge vmbr1");
  }

  @Test
  void a_vnet_is_on_the_nodes_of_its_zone() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> {}));
          var zone = c.zone(simple("z1"), z -> z.nodes(pve1));
          var everywhere = c.zone(simple("z2"), z -> {});
          var vnet = c.vnet("vnet1", zone, s -> {});
          var other = c.vnet("vnet2", everywhere, s -> {});
          c.vm(200, "app", v -> v.node(pve2).nic(vnet).nic(other));
          c.vm(201, "web", v -> v.node(pve1).nic(vnet));
        }))
        .reportsExactly("GST-017[guest/200/net0]")
        .withMessageContaining("app may run on pve2, which has no VNet vnet1");
  }

  @Test
  void a_node_without_interfaces_leaves_it_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var pve2 = c.node("pve2", n -> {});
          c.vm(200, "app", v -> v.node(pve2).nic("vmbr0"));
        }))
        .isUndecidedFor("interfaces of pve2");
  }

  @Test
  void a_template_never_runs() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr1", b -> {}));
          c.template(900, "base", v -> v.node(pve2).nic("vmbr0"));
        }))
        .isNotApplicable();
  }
}

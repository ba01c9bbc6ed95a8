package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.BridgeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NicMtuTooLargeTest {

  private final RuleVerifier rule = verify(new NicMtuTooLarge());

  private static ClusterPlan on(Consumer<BridgeSpec> bridge, int mtu) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.bridge("vmbr0", bridge));
      c.vm(200, "app", v -> v.node(pve1).nic("vmbr0", b -> b.mtu(mtu)));
    });
  }

  @Test
  void a_card_with_more_than_its_bridge_is_reported() {
    rule.on(on(b -> {}, 1501))
        .reportsExactly("GST-016[guest/200/net0]")
        .withMessageContaining("app has a card with MTU 1501; vmbr0 has 1500 on pve1");
  }

  @Test
  void a_card_with_what_its_bridge_has_passes() {
    rule.on(on(b -> {}, 1500)).passes();
    rule.on(on(b -> b.mtu(9000), 9000)).passes();
  }

  @Test
  void a_vnet_has_the_mtu_of_its_zone() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var plain = c.vnet("vnet1", c.zone(simple("z1"), z -> {}), s -> {});
          var jumbo = c.vnet("vnet2", c.zone(simple("z2"), z -> z.mtu(9000)), s -> {});
          c.vm(200, "app", v -> v.nic(plain, b -> b.mtu(9000)).nic(jumbo, b -> b.mtu(9000)));
        }))
        .reportsExactly("GST-016[guest/200/net0]")
        .withMessageContaining("app has a card with MTU 9000; vnet1 has 1500 in zone z1");
  }

  @Test
  void a_vnet_over_others_has_what_is_left() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var vnet = c.vnet("vnet1", c.zone(vlanZone("z1", "vmbr0"), z -> {}), s -> s.tag(5));
          c.vm(200, "app", v -> v.nic(vnet, b -> b.mtu(1400)));
        }))
        .isUndecidedFor("MTU of zone z1");
  }

  @Test
  void cards_that_take_the_mtu_of_their_bridge_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          c.vm(200, "app", v -> v.nic("vmbr0"));
        }))
        .isNotApplicable();
  }

  @Test
  void a_container_does_not_start_either() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var local = StorageRef.named("local");
          c.container(
              300,
              "dns",
              containerTemplate(local, "a.tar.zst"),
              local,
              gib(1),
              t -> t.node(pve1).nic("vmbr0", b -> b.mtu(9000)));
        }))
        .reportsExactly("GST-016[guest/300/net0]");
  }
}

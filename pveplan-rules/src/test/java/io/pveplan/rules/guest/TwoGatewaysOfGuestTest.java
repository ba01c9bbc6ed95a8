package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TwoGatewaysOfGuestTest {

  private final RuleVerifier rule = verify(new TwoGatewaysOfGuest());

  private static ClusterPlan guest(BiConsumer<CloudInitSpec, NetworkRef[]> settings) {
    return cluster("lab", c -> {
      NetworkRef[] nets = {
        c.network("one", "10.1.0.0/24", net -> net.gateway("10.1.0.1")),
        c.network("two", "10.2.0.0/24", net -> net.gateway("10.2.0.1")),
        c.network("six", "2001:db8::/64", net -> {})
      };
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
      c.vm(200, "app", v -> v.nic("vmbr0").nic("vmbr1").cloudInit(s -> settings.accept(s, nets)));
    });
  }

  @Test
  void gateways_of_two_cards_are_reported() {
    rule.on(guest((s, nets) ->
            s.address(0, nets[0].host(20), "10.1.0.1").address(1, nets[1].host(20), "10.2.0.1")))
        .reportsExactly("GST-036[guest/200]")
        .withMessageContaining("app has 2 default gateways: 10.1.0.1 by net0, 10.2.0.1 by net1");
  }

  @Test
  void gateways_of_both_families_are_one_finding() {
    rule.on(cluster("lab", c -> {
          var one = c.network("one", "10.1.0.0/24", net -> {});
          var two = c.network("two", "10.2.0.0/24", net -> {});
          var three = c.network("three", "2001:db8:1::/64", net -> {});
          var four = c.network("four", "2001:db8:2::/64", net -> {});
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
          c.vm(
              200,
              "app",
              v -> v.nic("vmbr0")
                  .nic("vmbr1")
                  .cloudInit(s -> s.address(0, one.host(20), "10.1.0.1")
                      .address(0, three.host(20), "2001:db8:1::1")
                      .address(1, two.host(20), "10.2.0.1")
                      .address(1, four.host(20), "2001:db8:2::1")));
        }))
        .reportsExactly("GST-036[guest/200]")
        .withMessageContaining("app has 4 default gateways: 10.1.0.1 by net0, 10.2.0.1 by net1,"
            + " 2001:db8:1::1 by net0, 2001:db8:2::1 by net1");
  }

  @Test
  void gateways_of_a_container_are_reported() {
    rule.on(cluster("lab", c -> {
          var one = c.network("one", "10.1.0.0/24", net -> {});
          var two = c.network("two", "10.2.0.0/24", net -> {});
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.container(
              300,
              "dns",
              containerTemplate(nas, "a.tar.zst"),
              nas,
              gib(1),
              t -> t.nic("vmbr0")
                  .nic("vmbr1")
                  .address(0, one.host(20), "10.1.0.1")
                  .address(1, two.host(20), "10.2.0.1"));
        }))
        .reportsExactly("GST-036[guest/300]");
  }

  @Test
  void one_of_each_family_passes() {
    rule.on(guest((s, nets) ->
            s.address(0, nets[0].host(20), "10.1.0.1").address(1, nets[2].host(20), "2001:db8::1")))
        .passes();
    rule.on(guest((s, nets) -> s.address(0, nets[0].host(20)).address(1, nets[1].host(20))))
        .passes();
  }

  @Test
  void addresses_that_are_not_used_are_not_looked_at() {
    rule.on(guest((s, nets) -> s.address(0, nets[0].host(20), "10.1.0.1")
            .address(1, nets[1].host(20), "10.2.0.1")
            .networkConfig(StorageRef.named("local"), "net.yaml")))
        .isNotApplicable();
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}

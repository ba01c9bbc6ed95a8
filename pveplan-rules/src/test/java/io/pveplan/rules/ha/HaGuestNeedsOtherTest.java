package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HaGuestNeedsOtherTest {

  private static final StorageRef NAS = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new HaGuestNeedsOther());

  private static ClusterPlan lab(Consumer<VmSpec> vm, BiConsumer<ClusterSpec, GuestRef> block) {
    return cluster("lab", c -> {
      var guests = c.network("guests", "10.20.0.0/24", net -> {});
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
      c.storage(nfs("nas", "10.20.0.2", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      var infra =
          c.vm(100, "infra", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(2))));
      var app = c.vm(
          200,
          "app",
          v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(3))).with(vm));
      c.ha(h -> h.resources(app));
      block.accept(c, infra);
    });
  }

  @Test
  void a_name_server_without_ha_is_reported() {
    rule.on(lab(v -> v.cloudInit(s -> s.dns("10.20.0.2")), (c, infra) -> {}))
        .reportsExactly("HA-029[ha/resource/200]")
        .withMessageContaining(
            "guest 200 is under HA and depends on guests that HA does not keep running: infra (name"
                + " server 10.20.0.2)")
        .withRemedyContaining("Put the other guest under HA as well");
  }

  @Test
  void a_storage_server_without_ha_is_reported() {
    rule.on(lab(v -> v.disk(NAS, gib(8)), (c, infra) -> {}))
        .reportsExactly("HA-029[ha/resource/200]")
        .withMessageContaining("infra (storage server 10.20.0.2)");
  }

  @Test
  void a_gateway_that_ha_leaves_off_is_reported() {
    rule.on(cluster("lab", c -> {
          var guests = c.network("guests", "10.20.0.0/24", net -> {});
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          var router =
              c.vm(100, "router", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(1))));
          var app = c.vm(
              200,
              "app",
              v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(3), "10.20.0.1")));
          c.ha(h -> h.resources(app).resource(router, r -> r.state(HaState.STOPPED)));
        }))
        .reportsExactly("HA-029[ha/resource/200]")
        .withMessageContaining("router (gateway 10.20.0.1)");
  }

  @Test
  void a_clone_and_a_container_need_theirs_too() {
    rule.on(cluster("lab", c -> {
          var guests = c.network("guests", "10.20.0.0/24", net -> net.gateway("10.20.0.1"));
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          c.vm(100, "router", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(1))));
          var image = c.template(
              900, "image", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, guests.host(3))));
          var app = c.vm(200, "app", v -> v.cloneOf(image));
          var nas = c.storage(nfs("nas", "10.20.0.2", "/export"), s -> {});
          var dns = c.container(
              300,
              "dns",
              containerTemplate(nas, "a.tar.zst"),
              nas,
              gib(1),
              t -> t.nic("vmbr0").address(0, guests.host(4)));
          c.ha(h -> h.resources(app, dns));
        }))
        .reportsExactly("HA-029[ha/resource/200]", "HA-029[ha/resource/300]")
        .withMessageContaining("router (gateway 10.20.0.1)");
  }

  @Test
  void a_name_server_under_ha_passes() {
    rule.on(lab(
            v -> v.cloudInit(s -> s.dns("10.20.0.2")), (c, infra) -> c.ha(h -> h.resources(infra))))
        .passes();
  }

  @Test
  void a_name_server_outside_of_the_cluster_passes() {
    rule.on(lab(v -> v.cloudInit(s -> s.dns("10.20.0.9")), (c, infra) -> {})).passes();
  }

  @Test
  void a_guest_that_needs_no_address_is_not_looked_at() {
    rule.on(lab(v -> {}, (c, infra) -> {})).isNotApplicable();
  }
}

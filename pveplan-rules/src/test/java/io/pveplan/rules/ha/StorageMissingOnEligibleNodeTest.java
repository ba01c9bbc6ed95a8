package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StorageMissingOnEligibleNodeTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef EVERYWHERE = StorageRef.named("nas");
  private static final StorageRef ON_TWO = StorageRef.named("san");
  private static final StorageRef LOCAL = StorageRef.named("tank");

  private final RuleVerifier rule = verify(new StorageMissingOnEligibleNode());

  private static ClusterPlan lab(Consumer<VmSpec> vm, BiConsumer<ClusterSpec, GuestRef> block) {
    return cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, name) -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(nfs("san", "10.0.0.6", "/export"), s -> s.nodes(PVE1, PVE2));
      c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1, PVE2));
      block.accept(c, c.vm(200, "app", v -> v.node(PVE1).with(vm)));
    });
  }

  private static ClusterPlan underHa(Consumer<VmSpec> vm) {
    return lab(vm, (c, app) -> c.ha(h -> h.resources(app)));
  }

  @Test
  void a_node_without_the_storage_of_a_disk_is_reported() {
    rule.on(underHa(v -> v.disk(ON_TWO, gib(8)).disk(EVERYWHERE, gib(8))))
        .reportsExactly("HA-020[ha/resource/200]")
        .withMessageContaining(
            "HA may start app on nodes that do not have its storage: san on pve3")
        .withRemedyContaining(
            "Name the nodes that have the storage in a strict node affinity rule");
  }

  @Test
  void a_node_without_the_storage_of_the_iso_image_is_reported() {
    rule.on(underHa(v -> v.disk(EVERYWHERE, gib(8)).iso(ON_TWO, "a.iso")))
        .reportsExactly("HA-020[ha/resource/200]");
  }

  @Test
  void the_cloud_init_drive_is_made_anew_and_needs_its_storage() {
    rule.on(underHa(v -> v.disk(EVERYWHERE, gib(8)).cloudInit(s -> s.storage(LOCAL))))
        .reportsExactly("HA-020[ha/resource/200]")
        .withMessageContaining("tank on pve3");
  }

  @Test
  void a_strict_rule_over_the_nodes_of_the_storage_passes() {
    rule.on(lab(
            v -> v.disk(ON_TWO, gib(8)),
            (c, app) -> c.ha(h -> h.resources(app)
                .nodeAffinity("home", a -> a.resources(app).nodes(PVE1, PVE2).strict()))))
        .passes();
  }

  @Test
  void a_group_of_8_4_passes_as_well() {
    rule.on(lab(
            v -> v.disk(ON_TWO, gib(8)),
            (c, app) -> c.target(ProductVersion.PVE_8_4)
                .ha(h -> h.resources(app)
                    .nodeAffinity(
                        "home", a -> a.resources(app).nodes(PVE1, PVE2).strict()))))
        .passes();
  }

  @Test
  void the_strict_rule_of_a_guest_to_be_with_passes() {
    rule.on(lab(v -> v.disk(ON_TWO, gib(8)), (c, app) -> {
          var web = c.vm(201, "web", v -> v.disk(EVERYWHERE, gib(8)));
          c.ha(h -> h.resources(app, web)
              .nodeAffinity("home", a -> a.resources(web).nodes(PVE1, PVE2).strict())
              .resourceAffinity("pair", Affinity.POSITIVE, app, web));
        }))
        .passes();
  }

  @Test
  void a_rule_that_is_not_strict_leaves_all_nodes() {
    rule.on(lab(
            v -> v.disk(ON_TWO, gib(8)),
            (c, app) -> c.ha(h ->
                h.resources(app).nodeAffinity("home", a -> a.resources(app).nodes(PVE1, PVE2)))))
        .reportsExactly("HA-020[ha/resource/200]");
  }

  @Test
  void local_disks_are_another_matter() {
    rule.on(underHa(v -> v.disk(LOCAL, gib(8)))).passes();
  }

  @Test
  void a_guest_without_ha_is_not_looked_at() {
    rule.on(lab(v -> v.disk(ON_TWO, gib(8)), (c, app) -> {})).isNotApplicable();
    rule.on(lab(
            v -> v.disk(ON_TWO, gib(8)),
            (c, app) -> c.ha(h -> h.resource(app, r -> r.state(HaState.IGNORED)))))
        .isNotApplicable();
  }

  @Test
  void a_guest_whose_disks_are_not_told_is_undecided() {
    rule.on(underHa(v -> {})).isUndecidedFor("disks of guest 200");
  }
}

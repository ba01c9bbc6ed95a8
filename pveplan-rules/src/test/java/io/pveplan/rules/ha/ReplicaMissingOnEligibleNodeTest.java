package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReplicaMissingOnEligibleNodeTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final NodeRef PVE3 = NodeRef.named("pve3");
  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new ReplicaMissingOnEligibleNode());

  private static ClusterPlan lab(Consumer<VmSpec> vm, BiConsumer<ClusterSpec, GuestRef> block) {
    return cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, name) -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      block.accept(c, c.vm(200, "app", vm));
    });
  }

  private static final Consumer<VmSpec> ON_PVE1 = v -> v.node(PVE1).disk(LOCAL, gib(8));

  @Test
  void a_node_without_a_replica_is_reported() {
    rule.on(lab(ON_PVE1, (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app))))
        .reportsExactly("HA-021[ha/resource/200]")
        .withMessageContaining(
            "HA may start app on nodes that its volumes are not replicated to: pve3")
        .withRemedyContaining("Name its own node and the targets of its replication");
  }

  @Test
  void a_replica_on_every_other_node_passes() {
    rule.on(lab(
            ON_PVE1,
            (c, app) -> c.replicate(app, PVE2, s -> {})
                .replicate(app, PVE3, s -> {})
                .ha(h -> h.resources(app))))
        .passes();
  }

  @Test
  void a_strict_rule_over_source_and_target_passes() {
    rule.on(lab(
            ON_PVE1,
            (c, app) -> c.replicate(app, PVE2, s -> {})
                .ha(h -> h.resources(app)
                    .nodeAffinity(
                        "home", a -> a.resources(app).nodes(PVE1, PVE2).strict()))))
        .passes();
  }

  @Test
  void a_strict_rule_over_other_nodes_is_reported() {
    rule.on(lab(
            ON_PVE1,
            (c, app) -> c.replicate(app, PVE2, s -> {})
                .ha(h -> h.resources(app)
                    .nodeAffinity(
                        "home", a -> a.resources(app).nodes(PVE1, PVE3).strict()))))
        .reportsExactly("HA-021[ha/resource/200]");
  }

  @Test
  void disks_on_shared_storage_need_no_replica() {
    rule.on(lab(
            v -> v.node(PVE1).disk(SHARED, gib(8)),
            (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app))))
        .isNotApplicable();
  }

  @Test
  void a_guest_without_replication_is_not_looked_at() {
    rule.on(lab(ON_PVE1, (c, app) -> c.ha(h -> h.resources(app)))).isNotApplicable();
  }

  @Test
  void a_guest_without_ha_is_not_looked_at() {
    rule.on(lab(ON_PVE1, (c, app) -> c.replicate(app, PVE2, s -> {}))).isNotApplicable();
  }

  @Test
  void one_node_without_a_replica_may_be_its_own() {
    rule.on(lab(
            v -> v.disk(LOCAL, gib(8)),
            (c, app) -> c.replicate(app, PVE2, s -> {})
                .replicate(app, PVE3, s -> {})
                .ha(h -> h.resources(app))))
        .isUndecidedFor("node of guest 200");
  }

  @Test
  void two_nodes_without_a_replica_are_one_too_many_whichever_is_its_own() {
    rule.on(lab(
            v -> v.disk(LOCAL, gib(8)),
            (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app))))
        .reportsExactly("HA-021[ha/resource/200]");
  }
}

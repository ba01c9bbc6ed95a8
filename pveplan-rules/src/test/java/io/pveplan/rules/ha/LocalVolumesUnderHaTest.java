package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalVolumesUnderHaTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new LocalVolumesUnderHa());

  private static ClusterPlan lab(Consumer<VmSpec> vm, BiConsumer<ClusterSpec, GuestRef> block) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      block.accept(c, c.vm(200, "app", vm));
    });
  }

  private static ClusterPlan underHa(Consumer<VmSpec> vm) {
    return lab(vm, (c, app) -> c.ha(h -> h.resources(app)));
  }

  @Test
  void local_disks_are_reported() {
    rule.on(underHa(v -> v.node(PVE1).disk(LOCAL, gib(8)).disk(SHARED, gib(8))))
        .reportsExactly("HA-001[ha/resource/200]")
        .withMessageContaining(
            "app is under HA and has volumes that no other node has:" + " scsi0 on tank")
        .withRemedyContaining(
            "Put the volumes on shared storage, or replicate the guest to another node.");
  }

  @Test
  void a_local_iso_image_is_reported_even_if_the_disks_are_replicated() {
    var plan = lab(
        v -> v.node(PVE1).disk(LOCAL, gib(8)).iso(LOCAL, "a.iso"),
        (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app)));

    rule.on(plan)
        .reportsExactly("HA-001[ha/resource/200]")
        .withMessageContaining("no other node has: iso on tank");
  }

  @Test
  void the_root_file_system_of_a_container_is_reported() {
    var plan = lab(v -> {}, (c, app) -> {
      var box = c.container(
          300, "box", containerTemplate(SHARED, "debian.tar.zst"), LOCAL, gib(8), t -> {});
      c.ha(h -> h.resources(box));
    });

    rule.on(plan)
        .reportsExactly("HA-001[ha/resource/300]")
        .withMessageContaining("no other node has: rootfs on tank");
  }

  @Test
  void shared_disks_with_a_local_cloud_init_drive_pass() {
    rule.on(underHa(v -> v.disk(SHARED, gib(8)).cloudInit(s -> s.storage(LOCAL))))
        .passes();
  }

  @Test
  void replicated_disks_pass() {
    var plan = lab(
        v -> v.node(PVE1).disk(LOCAL, gib(8)),
        (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app)));

    rule.on(plan).passes();
  }

  @Test
  void a_job_that_is_switched_off_copies_nothing() {
    var plan = lab(
        v -> v.node(PVE1).disk(LOCAL, gib(8)),
        (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app)));
    var off = PlanChanges.changed(
        plan,
        it -> it.replicationJobs(PlanChanges.replaced(
            plan.replicationJobs(),
            job -> true,
            job -> ReplicationJob.builder().from(job).disabled(true).build())));

    rule.on(off).reportsExactly("HA-001[ha/resource/200]");
  }

  @Test
  void a_disk_left_out_of_replication_is_reported() {
    var plan = lab(
        v -> v.node(PVE1).disk(LOCAL, gib(8)).disk(LOCAL, gib(9), p -> p.withoutReplication()),
        (c, app) -> c.replicate(app, PVE2, s -> {}).ha(h -> h.resources(app)));

    rule.on(plan)
        .reportsExactly("HA-001[ha/resource/200]")
        .withMessageContaining("no other node has: scsi1 on tank");
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTED", "STOPPED"})
  void a_resource_that_ha_moves_is_looked_at(HaState state) {
    var plan = lab(
        v -> v.disk(LOCAL, gib(8)), (c, app) -> c.ha(h -> h.resource(app, b -> b.state(state))));

    rule.on(plan).reportsExactly("HA-001[ha/resource/200]");
  }

  @ParameterizedTest
  @EnumSource(names = {"DISABLED", "IGNORED"})
  void a_resource_that_ha_leaves_where_it_is_is_not_looked_at(HaState state) {
    var plan = lab(
        v -> v.disk(LOCAL, gib(8)), (c, app) -> c.ha(h -> h.resource(app, b -> b.state(state))));

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_guest_without_ha_is_not_looked_at() {
    rule.on(lab(v -> v.disk(LOCAL, gib(8)), (c, app) -> {})).isNotApplicable();
  }

  @Test
  void replication_copies_no_disk_that_is_not_on_zfs() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var group = c.storage(lvm("data", "vg1"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(pool, gib(8)).disk(group, gib(8)));
      c.replicate(app, pve2, s -> {}).ha(h -> h.resources(app));
    });

    rule.on(plan)
        .reportsExactly("HA-001[ha/resource/200]")
        .withMessageContaining("no other node has: scsi1 on data");
  }

  @Test
  void a_guest_whose_disks_are_not_told_is_undecided() {
    rule.on(underHa(v -> {})).isUndecidedFor("disks of guest 200");
  }

  @Test
  void a_local_iso_image_is_enough_whatever_the_disks_are() {
    rule.on(underHa(v -> v.iso(LOCAL, "a.iso"))).reportsExactly("HA-001[ha/resource/200]");
  }
}

package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReplicatedVolumeNotOnZfsTest {

  private static final StorageRef TANK = StorageRef.named("tank-vm");

  private final RuleVerifier rule = verify(new ReplicatedVolumeNotOnZfs());

  @Test
  void a_local_volume_that_is_not_on_zfs_is_reported() {
    ClusterPlan plan = replicated(
        c -> c.storage(dir("files", "/srv/files"), s -> {}),
        (v, files) -> v.disk(TANK, gib(8)).disk(files, gib(8)));

    rule.on(plan)
        .reportsExactly("LOC-024[guest/220/scsi1]")
        .withMessageContaining("scsi1 of guest 220 (files01) lies on storage files of type dir,"
            + " which job 220-0 can not copy")
        .withRemedyContaining("replicate=0");
  }

  @Test
  void a_local_volume_group_is_reported() {
    ClusterPlan plan = replicated(
        c -> c.storage(lvm("vg", "vg_local"), s -> {}), (v, group) -> v.disk(group, gib(8)));

    rule.on(plan).reportsExactly("LOC-024[guest/220/scsi0]").withMessageContaining("of type lvm");
  }

  @Test
  void the_root_file_system_of_a_container_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var files = c.storage(dir("files", "/srv/files"), s -> {});
      var container = c.container(
          300,
          "ct01",
          containerTemplate(files, "debian-13.tar.zst"),
          files,
          gib(8),
          v -> v.node(pve1));
      c.replicate(container, pve2, s -> {});
    });

    rule.on(plan).reportsExactly("LOC-024[guest/300/rootfs]");
  }

  @Test
  void a_clone_has_the_disks_of_its_template() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var files = c.storage(dir("files", "/srv/files"), s -> {});
      var template = c.template(9000, "template", v -> v.node(pve1).disk(files, gib(8)));
      var clone = c.vm(220, "files01", v -> v.node(pve1).cloneOf(template));
      c.replicate(clone, pve2, s -> {});
    });

    rule.on(plan).reportsExactly("LOC-024[guest/220/scsi0]");
  }

  @Test
  void images_and_cloud_init_drives_do_not_count() {
    rule.on(replicated(
            c -> c.storage(dir("files", "/srv/files"), s -> {}),
            (v, files) -> v.disk(TANK, gib(8))
                .iso(files, "debian-13.iso")
                .cloudInit(s -> s.user("ops").storage(files))))
        .passes();
  }

  @Test
  void zfs_passes() {
    rule.on(replicated(c -> TANK, (v, zfs) -> v.disk(zfs, gib(8)))).passes();
  }

  @Test
  void a_shared_volume_is_not_replicated_and_passes() {
    rule.on(replicated(
            c -> c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {}),
            (v, nas) -> v.disk(nas, gib(8))))
        .passes();
  }

  @Test
  void a_volume_that_is_left_out_passes() {
    rule.on(replicated(
            c -> c.storage(dir("files", "/srv/files"), s -> {}),
            (v, files) -> v.disk(files, gib(8), p -> p.withoutReplication())))
        .passes();
  }

  @Test
  void a_job_that_is_switched_off_is_not_looked_at() {
    ClusterPlan plan = replicated(
        c -> c.storage(dir("files", "/srv/files"), s -> {}), (v, files) -> v.disk(files, gib(8)));
    ReplicationJob job = plan.replicationJobs().get(0);

    rule.on(ClusterPlan.builder()
            .from(plan)
            .replicationJobs(
                List.of(ReplicationJob.builder().from(job).disabled(true).build()))
            .build())
        .isNotApplicable();
  }

  @Test
  void a_guest_without_job_is_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      var files = c.storage(dir("files", "/srv/files"), s -> {});
      c.vm(220, "files01", v -> v.disk(files, gib(8)));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_replicated_guest_without_disks_is_undecided() {
    rule.on(replicated(c -> TANK, (v, zfs) -> {})).isUndecidedFor("disks of guest 220");
  }

  @Test
  void the_line_is_that_of_the_disk() {
    ClusterPlan plan = replicated(
        c -> c.storage(dir("files", "/srv/files"), s -> {}),
        (v, files) -> v.disk(TANK, gib(8)).disk(files, gib(8)));

    assertThat(ReportedLines.of(new ReplicatedVolumeNotOnZfs(), plan))
        .containsExactly(plan.guests().get(0).disks().get(1).declaredAt().orElseThrow());
  }

  private static ClusterPlan replicated(
      Function<ClusterSpec, StorageRef> storage, BiConsumer<VmSpec, StorageRef> disks) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      StorageRef other = storage.apply(c);
      var guest = c.vm(220, "files01", v -> {
        v.node(pve1);
        disks.accept(v, other);
      });
      c.replicate(guest, pve2, s -> {});
    });
  }
}

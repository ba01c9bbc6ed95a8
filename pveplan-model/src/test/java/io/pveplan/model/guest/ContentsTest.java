package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class ContentsTest {

  @Test
  void everything_on_a_storage_is_told_with_the_nodes_that_reach_it() {
    StringBuilder table = new StringBuilder();
    for (StoredContent each : ResolvedPlan.of(plan()).contents().all()) {
      table.append("%s: %s, %s on %s, needed on %s, reached from %s, missing on %s%n"
          .formatted(
              each.subject(),
              each.name(),
              each.content(),
              each.storage(),
              each.neededOn(),
              each.reachedFrom(),
              each.missingOn()));
    }

    assertThat(table.toString()).isEqualToNormalizingNewlines("""
        guest/200/scsi0: scsi0 of guest 200 (web01), images on tank, needed on [pve1], reached from [pve1], missing on []
        guest/200/iso: iso of guest 200 (web01), iso on nas, needed on [pve1], reached from [pve1, pve2], missing on []
        guest/200/import-scsi0: source of scsi0 of guest 200 (web01), import on nas, needed on [pve1], reached from [pve1, pve2], missing on []
        guest/201/rootfs: rootfs of guest 201 (dns01), rootdir on tank, needed on [pve3], reached from [], missing on [pve3]
        guest/201/ostemplate: ostemplate of guest 201 (dns01), vztmpl on nas, needed on [pve3], reached from [pve1, pve2], missing on [pve3]
        guest/202/scsi0: scsi0 of guest 202 (any01), images on tank, needed on [], reached from [], missing on []
        backup/job/nightly: backups of job nightly, backup on nas, needed on [pve1], reached from [pve1, pve2], missing on []
        """);
  }

  private static ClusterPlan plan() {
    return ClusterPlan.builder()
        .name("lab")
        .addNodes(
            Node.builder().name("pve1").build(),
            Node.builder().name("pve2").build(),
            Node.builder().name("pve3").build())
        .addStorages(
            ZfsPoolStorage.builder()
                .id("tank")
                .pool("tank")
                .addNodes("pve1", "pve2")
                .build(),
            NfsStorage.builder()
                .id("nas")
                .server("10.0.0.5")
                .export("/export")
                .addContent(
                    ContentType.ISO, ContentType.VZTMPL, ContentType.IMPORT, ContentType.BACKUP)
                .addNodes("pve1", "pve2")
                .build())
        .addGuests(
            Vm.builder()
                .vmid(Vmid.of(200))
                .name("web01")
                .node("pve1")
                .addDisk(GuestDisk.builder()
                    .slot("scsi0")
                    .storage("tank")
                    .importFrom(Volume.parse("nas:import/debian-13.qcow2"))
                    .build())
                .iso(Volume.parse("nas:iso/debian-13.iso"))
                .build(),
            Container.builder()
                .vmid(Vmid.of(201))
                .name("dns01")
                .node("pve3")
                .ostemplate(Volume.parse("nas:vztmpl/debian-13.tar.zst"))
                .rootfs(GuestDisk.builder()
                    .slot("rootfs")
                    .storage("tank")
                    .size(DataSize.gib(8))
                    .build())
                .build(),
            Vm.builder()
                .vmid(Vmid.of(202))
                .name("any01")
                .addDisk(GuestDisk.builder()
                    .slot("scsi0")
                    .storage("tank")
                    .size(DataSize.gib(8))
                    .build())
                .build())
        .backup(Backup.builder()
            .addJobs(
                BackupJob.builder()
                    .id("nightly")
                    .schedule(CalendarEvent.parse("02:30"))
                    .storage("nas")
                    .addGuests(Vmid.of(200), Vmid.of(202))
                    .build(),
                BackupJob.builder()
                    .id("never")
                    .schedule(CalendarEvent.parse("02:30"))
                    .storage("nas")
                    .all(true)
                    .disabled(true)
                    .build())
            .build())
        .build();
  }
}

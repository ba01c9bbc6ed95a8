package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class ContentsTest {

  @Test
  void everything_on_a_storage_is_told_with_the_nodes_that_reach_it() {
    ResolvedPlan plan = ResolvedPlan.of(plan());
    StringBuilder table = new StringBuilder();
    plan.contents().all().forEach(each -> table.append(row(plan, each)));

    assertThat(table.toString()).isEqualTo("""
        guest/200/scsi0: scsi0 of guest 200 (web01), images on tank, needed on [pve1], reached by [pve1]
          not by pve2: it lies on another node, and here is a copy as old as the last replication
          not by pve3: the storage is not for this node
        guest/200/scsi1: scsi1 of guest 200 (web01), images on files, needed on [pve1], reached by [pve1]
          not by pve2: it lies on another node
          not by pve3: it lies on another node
        guest/200/iso: iso of guest 200 (web01), iso on nas, needed on [pve1], reached by [pve1, pve2]
          not by pve3: the storage is not for this node
        guest/200/cloudinit: cloudinit of guest 200 (web01), images on off, needed on [pve1], reached by []
          not by pve1: the storage is switched off
          not by pve2: the storage is switched off
          not by pve3: the storage is switched off
        guest/200/scsi0/importFrom: source of scsi0 of guest 200 (web01), import on nas, needed on [pve1], reached by [pve1, pve2]
          not by pve3: the storage is not for this node
        guest/200/cloud-init: cloud-init documents of guest 200 (web01), snippets on nas, needed on [pve1], reached by [pve1, pve2]
          not by pve3: the storage is not for this node
        guest/201/rootfs: rootfs of guest 201 (dns01), rootdir on tank, needed on [pve3], reached by []
          not by pve1: it lies on another node
          not by pve2: it lies on another node
          not by pve3: the storage is not for this node
        guest/201/ostemplate: template of guest 201 (dns01), vztmpl on nas, needed on [pve3], reached by []
          not by pve1: the storage does not take it
          not by pve2: the storage does not take it
          not by pve3: the storage is not for this node
        guest/202/scsi0: scsi0 of guest 202 (any01), images on tank, needed on [], reached by []
          not by pve1: the plan does not tell the node it is on
          not by pve2: the plan does not tell the node it is on
          not by pve3: the storage is not for this node
        backup/job/nightly: backups of job nightly, backup on nas, needed on [pve1], reached by [pve1, pve2]
          not by pve3: the storage is not for this node
        backup/job/local: backups of job local, backup on files, needed on [pve1, pve3], reached by [pve1, pve3]
          not by pve2: it lies on another node
        """);
  }

  @Test
  void a_guest_has_its_own_part_of_the_backups() {
    ResolvedPlan plan = ResolvedPlan.of(plan());
    StringBuilder table = new StringBuilder();
    plan.contents()
        .of(plan.guest(Vmid.of(201)).orElseThrow())
        .forEach(each -> table.append(row(plan, each)));

    assertThat(table.toString()).isEqualTo("""
        guest/201/rootfs: rootfs of guest 201 (dns01), rootdir on tank, needed on [pve3], reached by []
          not by pve1: it lies on another node
          not by pve2: it lies on another node
          not by pve3: the storage is not for this node
        guest/201/ostemplate: template of guest 201 (dns01), vztmpl on nas, needed on [pve3], reached by []
          not by pve1: the storage does not take it
          not by pve2: the storage does not take it
          not by pve3: the storage is not for this node
        backup/job/local: backups of job local, backup on files, needed on [pve3], reached by [pve3]
          not by pve1: it lies on another node
          not by pve2: it lies on another node
        """);
  }

  @Test
  void volumes_that_no_other_node_has_are_those_without_copy() {
    ResolvedPlan plan = ResolvedPlan.of(plan());
    Guest web01 = plan.guest(Vmid.of(200)).orElseThrow();

    assertThat(plan.contents().localVolumes(web01))
        .extracting(GuestVolume::name)
        .containsExactly("scsi0", "scsi1", "cloudinit");
    assertThat(plan.contents().unsharedVolumes(web01))
        .extracting(GuestVolume::name)
        .containsExactly("scsi1", "cloudinit");
  }

  @Test
  void what_clones_ask_of_their_template_is_looked_up_once() {
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .from(plan())
        .addGuests(
            Vm.builder()
                .vmid(Vmid.of(900))
                .name("tpl")
                .node("pve1")
                .template(true)
                .cloudInit(CloudInit.builder().addPackage("nginx").build())
                .build(),
            Vm.builder()
                .vmid(Vmid.of(300))
                .name("web")
                .node("pve2")
                .clone(Clone.builder().template(Vmid.of(900)).build())
                .build())
        .build());
    Contents contents = plan.contents();
    Vm template = (Vm) plan.guest(Vmid.of(900)).orElseThrow();

    assertThat(contents.documentNodes(template))
        .containsExactly("pve1", "pve2")
        .isSameAs(contents.documentNodes(template));
    assertThat(contents.readingNodes(template)).containsExactly("pve1");
    assertThat(contents.snippetStorage(template).map(Storage::id)).contains("nas");
    assertThat(contents.snippetStorage(template)).isSameAs(contents.snippetStorage(template));
  }

  @Test
  void a_machine_that_only_has_the_vmid_of_another_is_looked_up_by_itself() {
    Contents contents = ResolvedPlan.of(plan()).contents();
    Vm other = Vm.builder().vmid(Vmid.of(200)).name("web01").node("pve3").build();

    assertThat(contents.documentNodes(other)).containsExactly("pve3");
    assertThat(contents.snippetStorage(other)).isEmpty();
  }

  @Test
  void a_card_without_a_mac_address_leaves_user_data_to_be_written() {
    assertThat(writesBeside(CloudInit.builder(), 600_000)).isTrue();
    assertThat(writesBeside(CloudInit.builder().userData(new Volume("nas", "snippets", "u")), 600))
        .isTrue();
    assertThat(
            writesBeside(CloudInit.builder().userData(new Volume("nas", "snippets", "u")), 600_000))
        .isFalse();
  }

  private static boolean writesBeside(CloudInit.Builder cloudInit, int vmid) {
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .from(plan())
        .addNode(Node.builder()
            .name("pve4")
            .addInterface(Bridge.builder().name("vmbr0").build())
            .build())
        .addGuest(Vm.builder()
            .vmid(Vmid.of(vmid))
            .name("far")
            .node("pve4")
            .addNic(GuestNic.builder().bridge("vmbr0").build())
            .cloudInit(cloudInit.build())
            .build())
        .build());
    Vm far = (Vm) plan.guest(Vmid.of(vmid)).orElseThrow();
    return !plan.contents().writtenDocumentsOf(far).isEmpty();
  }

  private static String row(ResolvedPlan plan, StoredContent each) {
    StringBuilder row = new StringBuilder("%s: %s, %s on %s, needed on %s, reached by %s\n"
        .formatted(
            each.subject(),
            each.name(),
            each.content(),
            each.storage(),
            each.neededOn(),
            plan.contents().nodes(each)));
    plan.nodes()
        .forEach(node -> plan.contents()
            .obstacle(each, node.name())
            .ifPresent(why -> row.append("  not by " + node.name() + ": " + why + "\n")));
    return row.toString();
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
                    ContentType.ISO, ContentType.SNIPPETS, ContentType.IMPORT, ContentType.BACKUP)
                .addNodes("pve1", "pve2")
                .build(),
            DirStorage.builder()
                .id("files")
                .directory("/srv/files")
                .addContent(ContentType.IMAGES, ContentType.BACKUP)
                .build(),
            DirStorage.builder().id("off").directory("/srv/off").disabled(true).build())
        .addReplicationJob(ReplicationJob.builder()
            .guest(Vmid.of(200))
            .number(0)
            .target("pve2")
            .build())
        .addGuests(
            Vm.builder()
                .vmid(Vmid.of(200))
                .name("web01")
                .node("pve1")
                .addDisk(GuestDisk.builder()
                    .slot("scsi0")
                    .storage("tank")
                    .size(DataSize.gib(8))
                    .importFrom(Volume.parse("nas:import/debian-13.qcow2"))
                    .build())
                .addDisk(GuestDisk.builder()
                    .slot("scsi1")
                    .storage("files")
                    .size(DataSize.gib(8))
                    .build())
                .cloudInit(CloudInit.builder().storage("off").build())
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
                    .id("local")
                    .schedule(CalendarEvent.parse("03:30"))
                    .storage("files")
                    .all(true)
                    .addExclude(Vmid.of(202))
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

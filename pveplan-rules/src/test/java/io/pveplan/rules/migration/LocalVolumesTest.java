package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Volumes that only their node has, in a cluster of three equal nodes. */
class LocalVolumesTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef NAS = StorageRef.named("nas");
  private static final StorageRef TANK = StorageRef.named("tank");

  private static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      for (String name : List.of("pve1", "pve2", "pve3")) {
        c.node(
            name,
            n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.threads(32))));
      }
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.ROOTDIR));
      c.storage(zfs("tank", "tank"), s -> {});
      block.accept(c);
    });
  }

  private static List<String> texts(GuestMoves row) {
    return row.blockers().stream().map(it -> it.nodes() + " " + it).toList();
  }

  @Test
  void disks_on_zfs_leave_it_only_while_the_machine_runs() {
    var plan = lab(c -> c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8))));
    GuestMoves row = Migratability.of(plan).toStorage(Vmid.of(200), "nas");

    assertThat(texts(row))
        .containsExactly(
            "[pve2, pve3] scsi0 can not be copied in raw from tank (zfspool) to nas (nfs) (while it is"
                + " stopped)");
    assertThat(row.way("pve2")).isEqualTo(Way.LIVE);
    assertThat(Moves.of(plan).toStorage("nas").move(200, "pve2"))
        .hasToString("qm migrate 200 pve2 --online --with-local-disks --targetstorage nas");
    assertThatThrownBy(() -> Moves.of(plan).toStorage("nas").stopped().move(200, "pve2"))
        .hasMessage(
            "200 can not be moved to pve2 while it is stopped: scsi0 can not be copied in raw"
                + " from tank (zfspool) to nas (nfs); it moves while it runs");
  }

  @Test
  void tpm_state_and_cloud_init_drive_are_copied_as_if_it_were_stopped() {
    var plan = lab(c -> c.vm(
        200,
        "win",
        v -> v.node(PVE1)
            .disk(NAS, gib(8))
            .hardware(h -> h.tpmState(TANK))
            .cloudInit(s -> s.storage(TANK))));

    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve2")).isEqualTo(Way.LIVE);
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(200), "nas")))
        .containsExactly(
            "[pve2, pve3] tpmstate0 can not be copied in raw from tank (zfspool) to nas (nfs)",
            "[pve2, pve3] cloudinit can not be copied in raw from tank (zfspool) to nas (nfs)");
    assertThatThrownBy(() -> Moves.of(plan).toStorage("nas").move(200, "pve2"))
        .hasMessage("200 can not be moved to pve2: tpmstate0 can not be copied in raw from tank"
            + " (zfspool) to nas (nfs); cloudinit can not be copied in raw from tank (zfspool) to"
            + " nas (nfs)");
  }

  // qemu-server, src/PVE/API2/Qemu.pm clone_vm.
  @Test
  void a_linked_clone_has_the_state_of_its_tpm_for_itself() {
    var plan = lab(c -> {
      var base = c.template(
          9000, "base", v -> v.node(PVE1).disk(NAS, gib(8)).hardware(h -> h.tpmState(TANK)));
      var far = c.template(
          9001,
          "far",
          v -> v.node(PVE1).disk(NAS, gib(8)).hardware(h -> h.efiDisk(TANK).tpmState(TANK)));
      c.vm(200, "app", v -> v.node(PVE1).linkedCloneOf(base));
      c.vm(201, "two", v -> v.node(PVE1).linkedCloneOf(far));
    });
    Migratability matrix = Migratability.of(plan);

    assertThat(texts(matrix.of(Vmid.of(9000)))).isEmpty();
    assertThat(matrix.way(Vmid.of(9000), "pve2")).isEqualTo(Way.OFFLINE);
    assertThat(texts(matrix.of(Vmid.of(200)))).isEmpty();
    assertThat(matrix.way(Vmid.of(200), "pve2")).isEqualTo(Way.LIVE);
    assertThat(texts(matrix.of(Vmid.of(9001))))
        .containsExactly("[pve2, pve3] linked clones use efidisk0 on local storage tank");
    assertThat(texts(matrix.of(Vmid.of(201))))
        .containsExactly("[pve2, pve3] efidisk0 is a linked clone on local storage tank");
  }

  @Test
  void a_machine_that_may_go_neither_way_says_both() {
    var plan = lab(c -> {
      c.node(
          "pve4",
          n -> n.hardware(
              h -> h.memory(gib(64)).cpu("Intel Xeon Gold 6338", 1, p -> p.threads(32))));
      c.vm(200, "app", v -> v.node(PVE1).cpuType("x86-64-v3").disk(TANK, gib(8)));
    });

    assertThatThrownBy(() -> Moves.of(plan).toStorage("nas").move(200, "pve4"))
        .hasMessage(
            "200 can not be moved to pve4: scsi0 can not be copied in raw from tank (zfspool)"
                + " to nas (nfs) (while it is stopped); the CPU there is of another vendor (while it"
                + " runs)");
  }

  @Test
  void containers_and_templates_never_move_in_use() {
    var plan = lab(c -> {
      c.container(300, "dns", containerTemplate(NAS, "a.tar.zst"), TANK, gib(1), t -> t.node(PVE1));
      c.template(9000, "base", v -> v.node(PVE1).disk(TANK, gib(8)));
    });

    assertThat(Migratability.of(plan).way(Vmid.of(300), "pve2")).isEqualTo(Way.RESTART);
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(300), "nas")))
        .containsExactly(
            "[pve2, pve3] rootfs can not be copied in raw from tank (zfspool) to nas (nfs)");
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(9000), "nas")))
        .containsExactly(
            "[pve2, pve3] scsi0 can not be copied in raw from tank (zfspool) to nas (nfs)");
  }

  @Test
  void what_a_job_copies_is_there() {
    var plan = lab(c ->
        c.replicate(c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8))), PVE2, r -> {}));

    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(200), "nas")))
        .contains(
            "[pve3] scsi0 can not be copied in raw from tank (zfspool) to nas (nfs) (while it is"
                + " stopped)");
  }

  @Test
  void cloud_init_drives_on_btrfs_and_on_volume_chains_are_qcow2_and_stay() {
    var plan = lab(c -> {
      var butter = c.storage(btrfs("butter", "/srv/butter"), s -> {});
      var chain = c.storage(dir("chain", "/srv/chain"), s -> s.snapshotsAsVolumeChain());
      c.vm(200, "one", v -> v.node(PVE1).disk(butter, gib(8)).cloudInit(s -> {}));
      c.vm(201, "two", v -> v.node(PVE1).disk(chain, gib(8)).cloudInit(s -> {}));
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve2, pve3] cloudinit can not be copied in qcow2 from butter (btrfs) to butter (btrfs)");
    assertThat(texts(Migratability.of(plan).of(Vmid.of(201))))
        .containsExactly(
            "[pve2, pve3] cloudinit can not be copied in qcow2 from chain (dir) to chain (dir)");
  }

  @Test
  void the_state_of_a_tpm_is_raw_in_8_4_and_has_the_format_of_its_storage_since() {
    Consumer<ClusterSpec> machine = c -> {
      var files = c.storage(dir("files", "/srv/files"), s -> s.format(DiskFormat.QCOW2));
      c.storage(lvmThin("thin", "pve", "data"), s -> {});
      c.vm(200, "win", v -> v.node(PVE1).disk(NAS, gib(8)).hardware(h -> h.tpmState(files)));
    };
    var now = lab(machine);
    var old = lab(machine.andThen(c -> c.target(ProductVersion.PVE_8_4)));

    assertThat(texts(Migratability.of(now).toStorage(Vmid.of(200), "thin")))
        .containsExactly(
            "[pve2, pve3] tpmstate0 can not be copied in qcow2 from files (dir) to thin (lvmthin)");
    assertThat(texts(Migratability.of(old).toStorage(Vmid.of(200), "thin"))).isEmpty();
    assertThat(Moves.of(old).toStorage("thin").move(200, "pve2"))
        .hasToString("qm migrate 200 pve2 --online --targetstorage thin");
  }

  @Test
  void snapshots_go_along_inside_a_qcow2_file_but_not_as_a_chain_of_volumes() {
    var plan = lab(c -> {
      var files = c.storage(dir("files", "/srv/files"), s -> s.format(DiskFormat.QCOW2));
      var chain = c.storage(
          dir("chain", "/srv/chain"), s -> s.format(DiskFormat.QCOW2).snapshotsAsVolumeChain());
      c.vm(200, "one", v -> v.node(PVE1).disk(files, gib(8)).snapshots());
      c.vm(201, "two", v -> v.node(PVE1).disk(chain, gib(8)).snapshots());
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve2, pve3] with a snapshot scsi0 on local storage files does not move in"
                + " use (while it runs)");
    assertThat(texts(Migratability.of(plan).of(Vmid.of(201))))
        .containsExactly(
            "[pve2, pve3] with a snapshot scsi0 can not leave local storage chain",
            "[pve2, pve3] scsi0 can not be copied in qcow2 from chain (dir) to chain (dir) (while it"
                + " is stopped)");
  }

  // pve-storage, alloc_image of ISCSIPlugin.pm and ISCSIDirectPlugin.pm.
  @Test
  void nothing_goes_to_luns_whether_it_is_in_use_or_not() {
    var plan = lab(c -> {
      c.storage(
          iscsi("isc", "10.0.0.5", "iqn.2025-01.lab:one"), s -> s.content(ContentType.IMAGES));
      c.storage(iscsiDirect("lun", "10.0.0.5", "iqn.2025-01.lab:two"), s -> {});
      c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)));
    });

    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(200), "isc")))
        .containsExactly("[pve2, pve3] no volume can be made for scsi0 on isc (iscsi)");
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(200), "lun")))
        .containsExactly("[pve2, pve3] no volume can be made for scsi0 on lun (iscsidirect)");
    assertThatThrownBy(() -> Moves.of(plan).toStorage("lun").move(200, "pve2"))
        .hasMessage("200 can not be moved to pve2: no volume can be made for scsi0 on lun"
            + " (iscsidirect)");
  }

  @Test
  void base_images_of_a_template_go_to_no_volume_group() {
    var plan = lab(c -> {
      var files = c.storage(dir("files", "/srv/files"), s -> {});
      c.storage(lvm("thick", "vg0"), s -> {});
      c.storage(lvmThin("thin", "pve", "data"), s -> {});
      c.template(300, "tpl", v -> v.node(PVE1).disk(files, gib(8)));
      c.vm(200, "app", v -> v.node(PVE1).disk(files, gib(8)));
    });

    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(300), "thick")))
        .containsExactly(
            "[pve2, pve3] scsi0 can not be copied in raw from files (dir) to thick (lvm)");
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(300), "thin"))).isEmpty();
    assertThat(texts(Migratability.of(plan).toStorage(Vmid.of(200), "thick"))).isEmpty();
  }

  @Test
  void a_clone_has_disks_in_the_format_of_its_template() {
    var plan = lab(c -> {
      var files = c.storage(dir("files", "/srv/files"), s -> {});
      var thick = c.storage(lvm("thick", "vg0"), s -> s.snapshotsAsVolumeChain());
      var chain = c.storage(dir("chain", "/srv/chain"), s -> s.snapshotsAsVolumeChain());
      var raw = c.template(300, "raw", v -> v.node(PVE1).disk(NAS, gib(8)));
      var qcow2 = c.template(
          301, "qcow2", v -> v.node(PVE1).disk(NAS, gib(8), p -> p.format(DiskFormat.QCOW2)));
      c.vm(200, "one", v -> v.node(PVE1).cloneOf(qcow2).disk(chain, gib(8)));
      c.vm(201, "two", v -> v.node(PVE1).cloneOf(raw).disk(thick, gib(8)));
      c.vm(202, "three", v -> v.node(PVE1).cloneOf(qcow2).disk(files, gib(8)).snapshots());
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve2, pve3] scsi0 can not be copied in qcow2 from chain (dir) to chain (dir) (while it"
                + " is stopped)");
    assertThat(texts(Migratability.of(plan).of(Vmid.of(201)))).isEmpty();
    assertThat(texts(Migratability.of(plan).of(Vmid.of(202))))
        .containsExactly(
            "[pve2, pve3] with a snapshot scsi0 on local storage files does not move in use (while"
                + " it runs)");
  }
}

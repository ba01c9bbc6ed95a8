package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pveplan.dsl.Pveplan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StorageRendererTest {

  private final StorageRenderer renderer = new StorageRenderer();

  static Set<String> cases() {
    return StorageCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void files_are_as_expected(String name) {
    Golden.of("storage/" + name)
        .matches(renderer.render(StorageCases.of(name)).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_and_shellcheck_accept_the_scripts(String name) {
    renderer.render(StorageCases.of(name)).artifacts().stream()
        .filter(file -> file.mode() == FileMode.SCRIPT)
        .forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_accepts_the_checks(String name) {
    renderer.render(StorageCases.of(name)).artifacts().stream()
        .map(Artifact::procedure)
        .forEach(procedure -> RealPrograms.acceptShell("#!/bin/bash\n"
            + procedure.checkBefore().orElse("")
            + "\n"
            + procedure.checkAfter().orElse("")
            + "\n"));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>(StorageCases.ALL.values());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));

    RendererContract.of(renderer).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(StorageRenderer.class);
  }

  @Test
  void a_plan_without_storages_needs_no_file() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
  }

  @Test
  void a_script_covers_its_storages_and_the_preview_none() {
    assertThat(renderer.render(StorageCases.of("ceph")).artifacts())
        .extracting(Artifact::path, Artifact::step, Artifact::preview, Artifact::covers)
        .containsExactly(
            tuple(
                "cluster/18-shared-storage.sh",
                Optional.of(Step.SHARED_STORAGE),
                false,
                List.of(
                    PlanPath.of("storage", "ceph-vm"),
                    PlanPath.of("storage", "changed"),
                    PlanPath.of("storage", "other"))),
            tuple(
                "cluster/etc/pve/storage.cfg", Optional.of(Step.SHARED_STORAGE), true, List.of()));
  }

  @Test
  void what_is_left_to_do_by_hand_is_told() {
    assertThat(gaps("zfs"))
        .containsExactly("ZFS_POOLS storage/tank-vm: The dataset tank/vm is made by hand on pve1,"
            + " pve2: zfs create -p tank/vm.");
  }

  @Test
  void a_base_that_proxmox_refuses_is_told_with_its_rule() {
    assertThat(gaps("lvm-base-refused"))
        .containsExactly(
            "ISCSI_STORAGE storage/bare-id: Left out, because Proxmox VE refuses its base"
                + " (SHR-014): san1 is not a volume ID such as san1:0.0.1.scsi-36000.",
            "ISCSI_STORAGE storage/no-storage: Left out, because Proxmox VE refuses its base"
                + " (SHR-015): san2 is no iSCSI storage of the plan.",
            "ISCSI_STORAGE storage/no-iscsi: Left out, because Proxmox VE refuses its base"
                + " (SHR-015): nas is no iSCSI storage of the plan.",
            "ISCSI_STORAGE storage/no-lun: Left out, because Proxmox VE refuses its base: lun1 is"
                + " not a LUN as pvesm list san1 shows it, such as 0.0.1.scsi-36000.");
  }

  @Test
  void the_volume_group_of_the_system_is_never_one_on_a_lun() {
    ResolvedPlan plan = ResolvedPlan.of(Pveplan.cluster("lab", c -> {
      c.node(
          "pve1",
          n -> n.hardware(h -> h.systemDisks(
              SystemFilesystem.EXT4,
              d -> d.disk("/dev/sda", Pveplan.gb(480), DiskKind.SSD, b -> {}))));
      c.node("pve2", n -> {});
      var san = c.storage(
          Pveplan.iscsi("san", "192.0.2.50", "iqn.2024-02.org.example:a"),
          s -> s.lun(1, l -> l.wwid("35000c50015ea71ac")));
      c.storage(Pveplan.lvm("on-lun", "pve"), s -> s.on(san, 1).shared());
      c.storage(Pveplan.lvm("thick", "pve"), s -> {});
    }));

    assertThat(new StorageRenderer().render(plan).gaps().stream().map(Gap::toString))
        .hasSize(1)
        .first()
        .asString()
        .contains(
            "Left out: the system of pve1 is in a volume group pve already. Give the one on the"
                + " LUN another name.");
  }

  @Test
  void what_proxmox_does_not_let_be_changed_is_told() {
    assertThat(gaps("local-restricted"))
        .containsExactly("SHARED_STORAGE storage/local: Its restriction to nodes is left out:"
            + " Proxmox VE drops it for storage local.");
    assertThat(gaps("local-elsewhere"))
        .containsExactly("SHARED_STORAGE storage/local: Left as it is: Proxmox VE takes nothing but"
            + " the directory /var/lib/vz as storage local.");
  }

  @Test
  void nothing_else_is_left_out() {
    assertThat(cases().stream().filter(name -> !gaps(name).isEmpty()).toList())
        .containsExactly("local-elsewhere", "local-restricted", "lvm-base-refused", "zfs");
  }

  @Test
  void each_script_says_how_it_is_used() {
    assertThat(procedure("zfs", "cluster/13-zfs-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("the check before succeeds on each node that has the storage; it runs on a node"
                + " that has all of these storages: pve1, pve2")
            .checkBefore("""
                zfs list -H -o name tank
                zfs list -H -o name tank/vm
                zfs list -H -o name big
                zfs list -H -o name small""")
            .checkAfter("pvesm status")
            .undo("pvesm remove for small, big, tank-vm, tank, in this order; what lies there"
                + " stays"));
    assertThat(procedure("directory", "cluster/18-shared-storage.sh").checkBefore())
        .hasValue("findmnt --noheadings --output TARGET,SOURCE,FSTYPE --target /mnt/bulk");
    assertThat(procedure("directory", "cluster/18-shared-storage.sh").needs())
        .hasValue("the check before succeeds on each node that has the storage; the file system"
            + " that lies under /mnt/bulk is one and the same on each node: findmnt shows it and"
            + " fails for none, so look that it is not the node's own; it runs on a node that has"
            + " all of these storages: pve3");
    assertThat(procedure("nfs", "cluster/18-shared-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("the check before succeeds on each node that has the storage; it runs on any"
                + " node")
            .checkBefore("rpcinfo -T tcp 192.0.2.60 nfs 4\npvesm scan nfs 2001:db8::60")
            .checkAfter("pvesm status")
            .undo("pvesm remove for nas6, nas, in this order; what lies there stays"));
    assertThat(procedure("nfs-options", "cluster/18-shared-storage.sh").checkBefore())
        .hasValue("rpcinfo -T tcp 192.0.2.60 nfs 4");
    assertThat(procedure("ceph", "cluster/18-shared-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("the check before succeeds on each node that has the storage; it runs on a node"
                + " that has all of these storages: pve1")
            .checkBefore("""
                pveceph pool get changed
                pveceph pool get bare
                pveceph pool get elsewhere""")
            .checkAfter("pvesm status")
            .undo("pvesm remove for other, ceph-vm, in this order; what lies there stays; pvesm"
                + " set with the old values for changed"));
    assertThat(procedure("iscsi-multipath", "cluster/19-iscsi-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("the check before succeeds on each node that has the storage; multipath is set"
                + " up by hand on each node of san1: the plan does not know the WWID of a LUN; the"
                + " volume group vg_cluster is made by hand on one node once the LUN is there, on"
                + " the multipath device where there is one (pvcreate, vgcreate); until then the"
                + " script ends before san1-lvm, and is run again; it runs on any node")
            .checkBefore("""
                pvesm scan iscsi 192.0.2.50:3261
                pvesm scan iscsi 198.51.100.50:3261
                pvesm scan iscsi '[2001:db8::50]:3261'""")
            .checkAfter("pvesm status\niscsiadm --mode session\nmultipath -ll")
            .undo("pvesm remove for san1-lvm, san1, in this order; what lies there stays"));
    assertThat(procedure("iscsi-single-path", "cluster/19-iscsi-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs(
                "the check before succeeds on each node that has the storage; 19-iscsi-storage.sh"
                    + " of each node of san1-lvm has run there, and nothing is on"
                    + " /dev/disk/by-id/scsi-360000000000000000e00000000010001 unless it is the volume"
                    + " group vg_cluster, which is made on exactly one node: the one that this script"
                    + " runs on; it runs on any node")
            .checkBefore("pvesm scan iscsi 192.0.2.50")
            .checkAfter("pvesm status\niscsiadm --mode session\n# on each node, also those that it"
                + " did not run on:\npvscan --cache\nvgs -o vg_name,pv_name vg_cluster")
            .undo("pvesm remove for san1-lvm, san1, in this order; what lies there stays"));
    assertThat(procedure("lvm-local", "cluster/19-iscsi-storage.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("the check before succeeds on each node that has the storage; the volume group"
                + " vg_fast is made by hand on each node of fast (pvcreate, vgcreate); the volume"
                + " group vg_slow is made by hand on each node of slow (pvcreate, vgcreate); no node"
                + " has all of these storages, and one that the node does not have is added"
                + " untested")
            .checkBefore("vgs vg_fast\nvgs vg_slow")
            .checkAfter("pvesm status")
            .undo("pvesm remove for slow, fast, in this order; what lies there stays"));
    assertThat(procedure("backup-server", "cluster/20-backup-server.sh"))
        .isEqualTo(Procedure.repeatable()
            .needs("datastores, namespaces and users are there; the first line of /root/pbs-token"
                + " on the node holds the password of pve@pbs!cluster1; the environment variable"
                + " PBS_PASSWORD holds the password of root@pam; somebody at the terminal types in"
                + " the password of root@pam; a value to fill in, in the plan and then rendered anew,"
                + " unless the nodes trust the certificate of the server: the fingerprint of pbs2,"
                + " pbs3, as the check before shows it and the server itself too; it runs on a node"
                + " that has all of these storages: pve1, pve2")
            .checkBefore("""
                openssl s_client -connect pbs.example.net:8007 </dev/null 2>/dev/null \
                | openssl x509 -noout -fingerprint -sha256
                openssl s_client -connect '[2001:db8::8]:8007' </dev/null 2>/dev/null \
                | openssl x509 -noout -fingerprint -sha256
                openssl s_client -connect 192.0.2.8:8007 </dev/null 2>/dev/null \
                | openssl x509 -noout -fingerprint -sha256""")
            .checkAfter("pvesm status")
            .undo("pvesm remove for pbs3, pbs2, pbs1, in this order; what lies there stays"));
    assertThat(procedure("zfs", "cluster/etc/pve/storage.cfg"))
        .isEqualTo(Procedure.repeatable()
            .checkAfter("cat /etc/pve/storage.cfg\n# nodes and content stand in any order;"
                + " local-lvm or local-zfs of the installer may be there too"));
  }

  private Procedure procedure(String name, String path) {
    return renderer.render(StorageCases.of(name)).artifacts().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow()
        .procedure();
  }

  private List<String> gaps(String name) {
    return renderer.render(StorageCases.of(name)).gaps().stream()
        .map(gap -> gap.step() + " " + gap.at() + ": " + gap.sentence())
        .toList();
  }
}

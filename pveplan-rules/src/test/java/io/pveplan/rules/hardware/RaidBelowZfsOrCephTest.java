package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.SystemDisksSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RaidBelowZfsOrCephTest {

  private final RuleVerifier rule = verify(new RaidBelowZfsOrCeph());

  @Test
  void a_disk_behind_a_raid_controller_is_reported() {
    rule.on(pool(DiskController.RAID))
        .reportsExactly("NODE-016[node/pve1]")
        .withMessageContaining("node pve1 has /dev/sda for ZFS or Ceph behind a RAID controller")
        .withRemedyContaining("IT mode");
  }

  @Test
  void a_host_bus_adapter_and_nvme_pass() {
    rule.on(pool(DiskController.HBA)).passes();
  }

  @Test
  void an_osd_is_looked_at() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.disk(
                        "/dev/sda", tb(4), DiskKind.HDD, d -> d.controller(DiskController.RAID)))
                    .osds("/dev/sda"))))
        .reportsExactly("NODE-016[node/pve1]");
  }

  @Test
  void the_disks_of_a_system_on_zfs_are_looked_at() {
    rule.on(system(SystemFilesystem.ZFS, d -> d.disk("/dev/sdx", gb(480), DiskKind.SSD)))
        .isUndecidedFor("controller of /dev/sdx of pve1");
    rule.on(system(SystemFilesystem.ZFS, d -> d.filter("ID_MODEL", "E*")))
        .isUndecidedFor("controller of the disks of the system of pve1");
    rule.on(system(SystemFilesystem.BTRFS, d -> d.disk("/dev/sdx", gb(480), DiskKind.SSD)))
        .isNotApplicable();
  }

  @Test
  void a_system_on_zfs_on_what_a_controller_makes_of_disks_is_reported() {
    rule.on(system(
            SystemFilesystem.ZFS, d -> d.disk("/dev/sdx", gb(480), DiskKind.SSD).hardwareRaid()))
        .reportsExactly("NODE-016[node/pve1]")
        .withMessageContaining("node pve1 has /dev/sdx for ZFS or Ceph behind a RAID controller");
    rule.on(system(SystemFilesystem.ZFS, d -> d.filter("ID_MODEL", "E*").hardwareRaid()))
        .reportsExactly("NODE-016[node/pve1]")
        .withMessageContaining("node pve1 has the disks of the system for ZFS or Ceph behind");
  }

  private static ClusterPlan system(SystemFilesystem filesystem, Consumer<SystemDisksSpec> more) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(
                h -> h.systemDisks(filesystem, d -> more.accept(d.raid(SystemRaid.RAID0))))));
  }

  @Test
  void unknown_controllers_are_undecided() {
    rule.on(pool(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD)))
        .isUndecidedFor("controller of /dev/sda of pve1", "controller of /dev/sdb of pve1");
  }

  @Test
  void a_node_without_pools_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_hardware() {
    ClusterPlan plan = pool(DiskController.RAID);

    assertThat(ReportedLines.of(new RaidBelowZfsOrCeph(), plan))
        .containsExactly(
            plan.nodes().get(0).hardware().orElseThrow().declaredAt().orElseThrow());
  }

  private static ClusterPlan pool(DiskController controller) {
    return pool(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD, d -> d.controller(controller))
        .disk("/dev/sdb", tb(4), DiskKind.NVME));
  }

  private static ClusterPlan pool(Consumer<HardwareSpec> hardware) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(hardware::accept)
                .zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb")));
  }
}

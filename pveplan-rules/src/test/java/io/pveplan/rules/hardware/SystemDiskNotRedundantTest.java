package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.SystemDisksSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SystemDiskNotRedundantTest {

  private final RuleVerifier rule = verify(new SystemDiskNotRedundant());

  @Test
  void one_disk_is_reported() {
    ClusterPlan plan = on(SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD));

    rule.on(plan)
        .reportsExactly("NODE-018[node/pve1]")
        .withMessageContaining(
            "node pve1 is installed on ext4 without a second disk that holds the same");
    assertThat(ReportedLines.of(new SystemDiskNotRedundant(), plan))
        .containsExactly(plan.nodes()
            .get(0)
            .hardware()
            .flatMap(Hardware::systemDisks)
            .orElseThrow()
            .declaredAt()
            .orElseThrow());
  }

  @Test
  void striped_disks_are_reported() {
    rule.on(on(
            SystemFilesystem.ZFS,
            d -> d.raid(SystemRaid.RAID0).filter("ID_MODEL", "EXAMPLE_BOOT*")))
        .reportsExactly("NODE-018[node/pve1]")
        .withMessageContaining("is installed on zfs with raid0 without");
  }

  @Test
  void a_mirror_passes_and_a_controller_that_makes_one() {
    rule.on(on(SystemFilesystem.BTRFS, d -> d.raid(SystemRaid.RAID1).filter("ID_MODEL", "E*")))
        .passes();
    rule.on(on(
            SystemFilesystem.XFS, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD).hardwareRaid()))
        .passes();
  }

  @Test
  void a_disk_behind_a_raid_controller_may_be_several() {
    ClusterPlan plan = PlanChanges.withHardware(
        cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))))),
        "pve1",
        it -> it.systemDisks(SystemDisks.builder()
            .filesystem(SystemFilesystem.EXT4)
            .addDisk(Disk.builder()
                .device("/dev/sda")
                .size(DataSize.gb(480))
                .diskKind(DiskKind.SSD)
                .controller(DiskController.RAID)
                .build())
            .build()));

    rule.on(plan).isUndecidedFor("what the RAID controller makes /dev/sda of, of pve1");
  }

  @Test
  void a_node_of_unknown_disks_is_undecided_and_no_node_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isUndecidedFor("system disks of pve1");
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  private static ClusterPlan on(
      SystemFilesystem filesystem, Consumer<? super SystemDisksSpec> block) {
    return cluster(
        "lab", c -> c.node("pve1", n -> n.hardware(h -> h.systemDisks(filesystem, block))));
  }
}

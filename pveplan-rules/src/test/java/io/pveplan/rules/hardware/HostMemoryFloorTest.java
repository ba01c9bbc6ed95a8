package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.SystemDisksSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HostMemoryFloorTest {

  private final RuleVerifier rule = verify(new HostMemoryFloor());

  @Test
  void each_terabyte_begun_counts_a_gibibyte() {
    rule.on(pool(h -> h.memory(gib(10))
            .disk("/dev/sda", tb(4), DiskKind.SSD)
            .disk("/dev/sdb", gb(3001), DiskKind.SSD)))
        .passes();
    rule.on(pool(h -> h.memory(mib(10239))
            .disk("/dev/sda", tb(4), DiskKind.SSD)
            .disk("/dev/sdb", gb(3001), DiskKind.SSD)))
        .reportsExactly("NODE-007[node/pve1]")
        .withMessageContaining("2 GiB for the system and 8 GiB for 8 TB of disks are wanted");
  }

  @Test
  void a_node_without_pools_wants_two() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(1))))))
        .reportsExactly("NODE-007[node/pve1]");
  }

  @Test
  void the_disks_of_a_system_on_zfs_count() {
    rule.on(system(gib(5), SystemFilesystem.ZFS, d -> {}))
        .reportsExactly("NODE-007[node/pve1]")
        .withMessageContaining("2 GiB for the system and 4 GiB for 4 TB of disks are wanted");
    rule.on(system(gib(5), SystemFilesystem.ZFS, d -> d.size(gib(900)))).passes();
    rule.on(system(gib(5), SystemFilesystem.BTRFS, d -> {})).passes();
  }

  @Test
  void disks_that_only_the_installer_finds_are_undecided() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.memory(gib(64))
                    .systemDisks(
                        SystemFilesystem.ZFS,
                        d -> d.raid(SystemRaid.RAID1).filter("ID_MODEL", "E*"))))))
        .isUndecidedFor("size of the disks of the system of pve1");
  }

  private static ClusterPlan system(
      DataSize memory, SystemFilesystem filesystem, Consumer<SystemDisksSpec> more) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.memory(memory).systemDisks(filesystem, d -> {
              d.raid(SystemRaid.RAID1)
                  .disk("/dev/sda", tb(2), DiskKind.HDD)
                  .disk("/dev/sdb", tb(2), DiskKind.HDD);
              more.accept(d);
            }))));
  }

  @Test
  void unknown_memory_and_sizes_are_undecided() {
    rule.on(pool(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD))).isUndecidedFor("memory of pve1");
    rule.on(pool(h -> h.memory(gib(64)).disk("/dev/sda", tb(4), DiskKind.SSD)))
        .isUndecidedFor("size of /dev/sdb of pve1");
  }

  @Test
  void what_is_known_may_be_enough_to_report() {
    rule.on(pool(h -> h.memory(gib(4)).disk("/dev/sda", tb(4), DiskKind.SSD)))
        .reportsExactly("NODE-007[node/pve1]");
  }

  @Test
  void a_plan_without_nodes_is_not_looked_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_hardware() {
    ClusterPlan plan = pool(h -> h.memory(gib(1)));

    assertThat(ReportedLines.of(new HostMemoryFloor(), plan))
        .containsExactly(
            plan.nodes().get(0).hardware().orElseThrow().declaredAt().orElseThrow());
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

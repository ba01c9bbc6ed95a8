package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemDiskSetTest {

  private final RuleVerifier rule = verify(new SystemDiskSet());

  @ParameterizedTest
  @CsvSource({
    "RAID1, 1, 2",
    "RAID10, 3, 4",
    "RAIDZ1, 2, 3",
    "RAIDZ2, 3, 4",
    "RAIDZ3, 4, 5",
  })
  void one_disk_less_than_the_layout_takes_is_reported(SystemRaid raid, int disks, int least) {
    rule.on(on(SystemFilesystem.ZFS, raid, disks))
        .reportsExactly("NODE-019[node/pve1]")
        .withMessageContaining("the installer makes no " + raid + " on pve1: it takes " + least
            + " disks or more, not " + disks);
    rule.on(on(SystemFilesystem.ZFS, raid, least)).passes();
  }

  @Test
  void a_single_disk_is_enough_for_raid0() {
    rule.on(on(SystemFilesystem.ZFS, SystemRaid.RAID0, 1)).passes();
  }

  @Test
  void pairs_need_an_even_number_on_zfs_only() {
    rule.on(on(SystemFilesystem.ZFS, SystemRaid.RAID10, 5))
        .reportsExactly("NODE-019[node/pve1]")
        .withMessageContaining("it takes an even number of disks, not 5");
    rule.on(on(SystemFilesystem.BTRFS, SystemRaid.RAID10, 5)).passes();
    rule.on(on(SystemFilesystem.BTRFS, SystemRaid.RAID1, 1)).reportsExactly("NODE-019[node/pve1]");
  }

  @Test
  void zfs_disks_that_hold_the_same_differ_by_a_tenth_at_most() {
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAID1, 500, 450)).passes();
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAID1, 500, 449))
        .reportsExactly("NODE-019[node/pve1]")
        .withMessageContaining("it takes disks of one size, and /dev/sdb has 449GB");
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAIDZ1, 500, 500, 551))
        .reportsExactly("NODE-019[node/pve1]");
    rule.on(sizes(SystemFilesystem.BTRFS, SystemRaid.RAID1, 500, 100)).passes();
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAID0, 500, 100)).passes();
  }

  @Test
  void only_the_pairs_of_raid10_are_compared() {
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAID10, 500, 500, 900, 900)).passes();
    rule.on(sizes(SystemFilesystem.ZFS, SystemRaid.RAID10, 500, 900, 900, 500))
        .reportsExactly("NODE-019[node/pve1]");
  }

  @Test
  void what_filters_find_is_unknown() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.systemDisks(
                    SystemFilesystem.ZFS,
                    d -> d.raid(SystemRaid.RAID1).filter("ID_MODEL", "E*"))))))
        .isUndecidedFor("disks that the filters find on pve1");
  }

  @Test
  void ext4_has_no_layout() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.systemDisks(
                    SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD))))))
        .isNotApplicable();
  }

  private static ClusterPlan on(SystemFilesystem filesystem, SystemRaid raid, int disks) {
    int[] sizes = new int[disks];
    Arrays.fill(sizes, 480);
    return sizes(filesystem, raid, sizes);
  }

  private static ClusterPlan sizes(SystemFilesystem filesystem, SystemRaid raid, int... sizes) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.systemDisks(filesystem, d -> {
              d.raid(raid);
              for (int i = 0; i < sizes.length; i++) {
                d.disk("/dev/sd" + (char) ('a' + i), gb(sizes[i]), DiskKind.SSD);
              }
            }))));
  }
}

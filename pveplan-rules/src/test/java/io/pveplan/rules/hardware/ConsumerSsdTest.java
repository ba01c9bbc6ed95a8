package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConsumerSsdTest {

  private final RuleVerifier rule = verify(new ConsumerSsd());

  @Test
  void flash_without_protection_is_reported() {
    rule.on(pool(DiskKind.SSD, false))
        .reportsExactly("NODE-017[node/pve1]")
        .withMessageContaining(
            "node pve1 has /dev/sda for ZFS or Ceph without power-loss protection");
  }

  @Test
  void protected_flash_and_rotating_disks_pass() {
    rule.on(pool(DiskKind.NVME, true)).passes();
    rule.on(pool(DiskKind.HDD, false)).passes();
  }

  @Test
  void the_disks_of_a_system_on_zfs_count() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.systemDisks(
                    SystemFilesystem.ZFS,
                    d -> d.raid(SystemRaid.RAID0).disk("/dev/sdx", gb(480), DiskKind.SSD))))))
        .isUndecidedFor("power-loss protection of /dev/sdx of pve1");
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.systemDisks(
                    SystemFilesystem.ZFS,
                    d -> d.raid(SystemRaid.RAID0).filter("ID_MODEL", "E*"))))))
        .isUndecidedFor("power-loss protection of the disks of the system of pve1");
  }

  @Test
  void what_the_plan_does_not_tell_is_undecided() {
    rule.on(pool(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD)))
        .isUndecidedFor("power-loss protection of /dev/sda of pve1", "kind of /dev/sdb of pve1");
  }

  @Test
  void a_node_without_pools_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_hardware() {
    ClusterPlan plan = pool(DiskKind.SSD, false);

    assertThat(ReportedLines.of(new ConsumerSsd(), plan))
        .containsExactly(
            plan.nodes().get(0).hardware().orElseThrow().declaredAt().orElseThrow());
  }

  private static ClusterPlan pool(DiskKind kind, boolean there) {
    return pool(h -> h.disk("/dev/sda", tb(4), kind, d -> d.powerLossProtection(there))
        .disk("/dev/sdb", tb(4), DiskKind.HDD));
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

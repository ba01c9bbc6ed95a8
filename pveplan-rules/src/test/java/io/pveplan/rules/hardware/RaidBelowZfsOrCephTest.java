package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
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

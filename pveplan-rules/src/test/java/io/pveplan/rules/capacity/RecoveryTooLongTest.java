package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.ceph.CephPlans;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTooLongTest {

  private final RuleVerifier rule = verify(new RecoveryTooLong());

  // 13 TB of pve1 onto four disks or two links, of which recovery gets 30 %.
  @Test
  void what_disks_take_longer_than_a_day_for_is_reported() {
    rule.on(lab(DiskKind.NVME, gbit(25))).passes();
    rule.on(lab(DiskKind.HDD, gbit(25)))
        .reportsExactly("CAP-014[ceph/class/hdd]")
        .withMessageContaining(
            "without pve1, 13.0 TB of class hdd are made anew in 26 hours; the limit is 1d");
  }

  @Test
  void a_slow_network_is_slower_than_its_disks() {
    rule.on(lab(DiskKind.NVME, gbit(1)))
        .reportsExactly("CAP-014[ceph/class/nvme]")
        .withMessageContaining("without pve1, 13.0 TB of class nvme are made anew in 49 hours");
  }

  @Test
  void limit_share_and_disks_can_be_set() {
    verify(new RecoveryTooLong())
        .set(RecoveryTooLong.HDD_WRITE, 200)
        .set(RecoveryTooLong.RECOVERY_SHARE, 40)
        .set(RecoveryTooLong.LONGEST_RECOVERY, Duration.ofHours(12))
        .on(lab(DiskKind.HDD, gbit(25)))
        .passes();
  }

  @Test
  void unknown_speeds_are_undecided_unless_the_disks_are_too_slow() {
    ClusterPlan plan = CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6))));

    rule.on(plan)
        .isUndecidedFor(
            "speed of the network of the OSDs of pve2", "speed of the network of the OSDs of pve3");
    verify(new RecoveryTooLong())
        .set(RecoveryTooLong.LONGEST_RECOVERY, Duration.ofHours(1))
        .on(plan)
        .reportsExactly("CAP-014[ceph/class/nvme]");
  }

  @Test
  void unknown_data_are_undecided() {
    rule.on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void osds_on_one_node_have_nowhere_to_go() {
    rule.on(CephPlans.of(1, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(1)))))
        .isNotApplicable();
  }

  private static ClusterPlan lab(DiskKind kind, DataRate speed) {
    return cluster("lab", c -> {
      var ceph = c.network("ceph", "10.0.2.0/24", net -> net.carries(CEPH_PUBLIC, CEPH_CLUSTER));
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(h ->
                  h.memory(gib(64)).disk("/dev/sda", tb(8), kind).disk("/dev/sdb", tb(8), kind))
              .nic("eno1", b -> b.addresses(ceph.host(10 + number)).speed(speed))
              .osds("/dev/sda", "/dev/sdb"));
      c.ceph(s -> s.publicNetwork(ceph).clusterNetwork(ceph).monitorsOn(nodes).managersOn(nodes));
      c.cephPool("vms", p -> p.plannedData(tb(13)));
    });
  }
}

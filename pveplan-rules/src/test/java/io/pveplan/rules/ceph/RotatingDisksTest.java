package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import org.junit.jupiter.api.Test;

class RotatingDisksTest {

  @Test
  void a_pool_on_rotating_disks_of_three_nodes_is_told() {
    verify(new RotatingDisks())
        .on(CephPlans.of(3, DiskKind.HDD, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-021[ceph/pool/vms]")
        .withMessageContaining("pool vms lies on rotating disks of 3 nodes");
  }

  @Test
  void six_nodes_pass() {
    verify(new RotatingDisks())
        .on(CephPlans.of(6, DiskKind.HDD, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void a_pool_on_flash_beside_them_passes() {
    verify(new RotatingDisks())
        .on(CephPlans.of(
            3,
            DiskKind.HDD,
            (c, nodes) -> c.cephPool(
                "vms",
                p -> p.crushRule(
                    c.crushRule("flash", FailureDomain.HOST, r -> r.deviceClass("nvme"))))))
        .passes();
  }

  @Test
  void disks_of_unknown_kind_are_undecided() {
    verify(new RotatingDisks())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.ceph(s -> {});
          c.cephPool("vms", p -> {});
        }))
        .isUndecidedFor("device classes of OSDs");
  }

  @Test
  void without_pools_there_is_nothing_to_judge() {
    verify(new RotatingDisks()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class UseAboveNearfullTest {

  @Test
  void data_above_nearfull_are_reported() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(7_000)))))
        .reportsExactly("CEPH-036[ceph/class/nvme]")
        .withMessageContaining("data with all copies take 21.0 of 24.0 TB of class nvme: 88 %");
  }

  @Test
  void data_above_backfillfull_are_worse() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(7_400)))))
        .reportsExactly("CEPH-036[ceph/class/nvme]")
        .withMessageContaining("where lost data are not made anew");
  }

  @Test
  void data_below_nearfull_pass() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void unknown_data_are_undecided() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void sizes_that_nobody_tells_may_be_enough() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "nvme");
          c.cephPool("vms", p -> p.plannedData(gb(7_000)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void data_may_lie_on_disks_of_another_class_whose_size_nobody_tells() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "hdd");
          c.cephPool("vms", p -> p.plannedData(gb(7_000)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void without_osds_nothing_is_near_full() {
    verify(new UseAboveNearfull()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class NoRecoveryHeadroomTest {

  @Test
  void a_lost_node_that_fills_the_others_is_reported() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(7)))))
        .reportsExactly("CEPH-038[ceph/class/nvme]")
        .withMessageContaining(
            "without host pve1 the data of class nvme take 88 % of what is left");
  }

  @Test
  void a_lost_osd_that_fills_its_node_is_reported() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(4)))))
        .reportsExactly("CEPH-038[ceph/class/nvme]")
        .withMessageContaining("without osd.0 the data of class nvme take 100 %");
  }

  @Test
  void room_for_a_lost_node_passes() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void headroom_over_unknown_data_is_undecided() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void sizes_that_nobody_tells_may_be_enough() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "nvme");
          c.cephPool("vms", p -> p.plannedData(tb(5)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void data_may_lie_on_disks_of_another_class_whose_size_nobody_tells() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "hdd");
          c.cephPool("vms", p -> p.plannedData(tb(5)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void without_osds_nothing_is_made_anew() {
    verify(new NoRecoveryHeadroom()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

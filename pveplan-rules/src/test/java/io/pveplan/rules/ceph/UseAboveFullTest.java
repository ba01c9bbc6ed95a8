package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import org.junit.jupiter.api.Test;

class UseAboveFullTest {

  @Test
  void data_above_full_are_reported() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(8)))))
        .reportsExactly("CEPH-037[ceph/class/nvme]");
  }

  @Test
  void data_below_full_pass() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void data_that_nobody_tells_may_fill() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void a_full_class_is_reported_beside_pools_and_classes_that_nobody_tells_of() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "hdd");
          var flash = c.crushRule("flash", FailureDomain.HOST, r -> r.deviceClass("nvme"));
          c.cephPool("vms", p -> p.crushRule(flash).plannedData(tb(8)));
          c.cephPool("more", p -> {});
        }))
        .reportsExactly("CEPH-037[ceph/class/nvme]");
  }

  @Test
  void sizes_that_nobody_tells_may_be_enough() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "nvme");
          c.cephPool("vms", p -> p.plannedData(tb(8)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void data_may_lie_on_disks_of_another_class_whose_size_nobody_tells() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> {
          CephPlans.withUndeclaredDisk(c, "pve4", "hdd");
          c.cephPool("vms", p -> p.plannedData(tb(8)));
        }))
        .isUndecidedFor("size of /dev/sdz of pve4");
  }

  @Test
  void without_osds_nothing_is_full() {
    verify(new UseAboveFull()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

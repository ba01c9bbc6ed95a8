package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import org.junit.jupiter.api.Test;

class MixedDeviceClassesTest {

  @Test
  void flash_beside_disks_is_reported() {
    verify(new MixedDeviceClasses())
        .on(CephPlans.of(3, DiskKind.HDD, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-040[ceph/pool/vms]")
        .withMessageContaining("OSDs of class hdd and nvme");
  }

  @Test
  void a_class_of_its_own_passes() {
    verify(new MixedDeviceClasses())
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
  void one_class_passes() {
    verify(new MixedDeviceClasses())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void unknown_disks_may_be_of_any_class() {
    verify(new MixedDeviceClasses())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.cephPool("vms", p -> {});
        }))
        .isUndecidedFor("device classes of OSDs");
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import org.junit.jupiter.api.Test;

class GuestDiskOnCephFsTest {

  @Test
  void a_disk_on_cephfs_is_reported() {
    verify(new GuestDiskOnCephFs())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.vm(100, "web", v -> v.node(nodes.get(0)).disk(StorageRef.named("files"), gib(8)));
        }))
        .reportsExactly("CEPH-044[guest/100/scsi0]")
        .withMessageContaining("scsi0 of web lies on storage files, which is of type cephfs");
  }

  @Test
  void an_iso_image_there_passes() {
    verify(new GuestDiskOnCephFs())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.vm(100, "web", v -> v.node(nodes.get(0)).iso(StorageRef.named("files"), "debian.iso"));
        }))
        .passes();
  }

  @Test
  void disks_elsewhere_are_not_judged() {
    verify(new GuestDiskOnCephFs())
        .on(CephPlans.of(
            3, (c, nodes) -> c.vm(100, "web", v -> v.disk(c.cephPool("vms", p -> {}), gib(8)))))
        .isNotApplicable();
  }
}

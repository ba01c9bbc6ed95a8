package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import org.junit.jupiter.api.Test;

class OsdMemoryTest {

  @Test
  void guests_that_leave_too_little_are_reported() {
    verify(new OsdMemory())
        .on(CephPlans.of(
            3, (c, nodes) -> c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(50)))))
        .reportsExactly("CEPH-022[node/pve1]")
        .withMessageContaining("leave 12 GiB for 2 OSDs, 16 GiB are wanted");
  }

  @Test
  void below_the_default_target_is_told() {
    verify(new OsdMemory())
        .on(CephPlans.of(
            3, (c, nodes) -> c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(58)))))
        .reportsExactly("CEPH-022[node/pve1]")
        .withMessageContaining("which is below the default target");
  }

  @Test
  void a_smaller_target_passes() {
    verify(new OsdMemory())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.ceph(s -> s.osdMemoryTarget(gib(4)));
          c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(50)));
        }))
        .passes();
  }

  @Test
  void the_cache_of_a_pool_is_counted() {
    verify(new OsdMemory())
        .on(CephPlans.of(3, (c, nodes) -> {
          var node = c.node(
              "pve4",
              n -> n.hardware(h -> h.memory(gib(64))
                      .disk("/dev/sda", tb(4), DiskKind.NVME)
                      .disk("/dev/sdb", tb(4), DiskKind.NVME))
                  .arcMax(gib(16))
                  .zpool("tank", ZfsRaid.SINGLE, "/dev/sdb")
                  .osds("/dev/sda"));
          c.vm(100, "db", v -> v.node(node).memory(gib(40)));
        }))
        .reportsExactly("CEPH-022[node/pve4]")
        .withMessageContaining(
            "its guests and the system and 16GiB for the cache of ZFS leave 6 GiB for 1 OSDs");
  }

  @Test
  void the_cache_of_a_system_on_zfs_is_what_the_installation_sets() {
    verify(new OsdMemory())
        .on(CephPlans.of(3, (c, nodes) -> {
          var node = c.node(
              "pve4",
              n -> n.hardware(h -> h.memory(gib(40))
                      .systemDisks(
                          SystemFilesystem.ZFS,
                          d -> d.raid(SystemRaid.RAID0).disk("/dev/sdb", gb(480), DiskKind.SSD))
                      .disk("/dev/sda", tb(4), DiskKind.NVME))
                  .osds("/dev/sda"));
          c.vm(100, "db", v -> v.node(node).memory(gib(28)));
        }))
        .reportsExactly("CEPH-022[node/pve4]")
        .withMessageContaining("leave 6 GiB for 1 OSDs, 8 GiB are wanted");
  }

  @Test
  void templates_take_no_memory() {
    verify(new OsdMemory())
        .on(CephPlans.of(
            3, (c, nodes) -> c.template(100, "golden", v -> v.node(nodes.get(0)).memory(gib(50)))))
        .passes();
  }

  @Test
  void unknown_memory_is_undecided() {
    verify(new OsdMemory())
        .on(cluster("lab", c -> c.node("pve1", n -> n.osds("/dev/sda"))))
        .isUndecidedFor("memory of pve1");
  }

  @Test
  void nodes_without_osds_need_no_memory_for_them() {
    verify(new OsdMemory()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

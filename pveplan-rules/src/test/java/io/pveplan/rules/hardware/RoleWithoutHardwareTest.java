package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.mib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.tb;
import static io.pveplan.model.hardware.NodeRole.COMPUTE;
import static io.pveplan.model.hardware.NodeRole.MANAGEMENT;
import static io.pveplan.model.hardware.NodeRole.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoleWithoutHardwareTest {

  private final RuleVerifier rule = verify(new RoleWithoutHardware());

  private static ClusterPlan storageNode(Consumer<NodeSpec> more) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1", n -> n.roles(STORAGE).hardware(h -> h.memory(gib(64))).with(more)));
  }

  private static ClusterPlan exporting(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var storage = c.network("storage", "172.20.50.0/24", net -> {});
      c.node(
          "pve1",
          n -> n.roles(STORAGE).hardware(h -> h.memory(gib(64))).nic("eno1", storage.host(11)));
      more.accept(c);
    });
  }

  private static ClusterPlan computeNode(DataSize memory, int cores, int sockets) {
    return cluster("lab", c -> {
      var node = c.node(
          "pve1",
          n -> n.roles(COMPUTE)
              .hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9354P", 1, b -> b.threads(64))));
      c.vm(100, "small", v -> v.node(node).cores(1).memory(gib(1)));
      c.vm(200, "large", v -> v.node(node).cores(cores).sockets(sockets).memory(memory));
    });
  }

  @Test
  void a_storage_node_with_nothing_to_store_on_is_reported() {
    rule.on(storageNode(n -> {}))
        .reportsExactly("NODE-022[node/pve1]")
        .withMessageContaining(
            "storage node pve1 has no OSD, ZFS pool, exported storage or data disk")
        .withRemedyContaining("Change the role");
  }

  @Test
  void an_osd_is_something_to_store_on() {
    rule.on(storageNode(n -> n.osds("/dev/nvme0n1"))).passes();
  }

  @Test
  void a_zfs_pool_is_something_to_store_on() {
    rule.on(storageNode(n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc")))
        .passes();
  }

  @Test
  void a_spare_disk_is_something_to_store_on() {
    rule.on(storageNode(n -> n.hardware(
            h -> h.disk("/dev/sda", gib(240), DiskKind.SSD).disk("/dev/sdb", tb(2), DiskKind.SSD))))
        .passes();
  }

  @Test
  void the_only_disk_may_be_that_of_the_system() {
    rule.on(storageNode(n -> n.hardware(h -> h.disk("/dev/sda", gib(240), DiskKind.SSD))))
        .isUndecidedFor("system disk of pve1");
  }

  @Test
  void a_disk_beside_those_of_the_system_is_spare() {
    rule.on(storageNode(n -> n.hardware(h -> h.disk("/dev/sdc", tb(2), DiskKind.SSD)
            .systemDisks(SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gib(240), DiskKind.SSD)))))
        .passes();
  }

  @Test
  void disks_that_are_all_of_the_system_are_not_spare() {
    rule.on(storageNode(n -> n.hardware(h -> h.disk("/dev/sda", gib(240), DiskKind.SSD)
            .disk("/dev/sdb", gib(240), DiskKind.SSD)
            .systemDisks(
                SystemFilesystem.ZFS,
                d -> d.raid(SystemRaid.RAID1)
                    .disk("/dev/sda", gib(240), DiskKind.SSD)
                    .disk("/dev/sdb", gib(240), DiskKind.SSD)))))
        .reportsExactly("NODE-022[node/pve1]")
        .withMessageContaining(
            "storage node pve1 has no OSD, ZFS pool, exported storage or data disk");
  }

  @Test
  void a_guest_that_is_planned_to_move_to_a_compute_node_must_fit_too() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> n.roles(COMPUTE).hardware(h -> h.memory(gib(64))));
      var large = c.vm(200, "large", v -> v.node(pve1).memory(gib(128)));
      c.migrate(large, pve2, m -> m.stopped());
    });

    rule.on(plan)
        .reportsExactly("NODE-022[node/pve2]")
        .withMessageContaining("compute node pve2 has 64GiB of memory, guest 200 wants 128GiB");
  }

  @Test
  void an_nfs_export_of_the_node_is_something_to_store_on() {
    rule.on(exporting(c -> c.storage(nfs("nas", "172.20.50.11", "/export/pve"), s -> {})))
        .passes();
  }

  @Test
  void an_nfs_export_by_the_name_of_the_node_is_something_to_store_on() {
    rule.on(exporting(c -> c.storage(nfs("nas", "pve1", "/export/pve"), s -> {})))
        .passes();
  }

  @Test
  void an_iscsi_target_of_the_node_is_something_to_store_on() {
    rule.on(exporting(
            c -> c.storage(iscsi("san", "172.20.50.11", "iqn.2024-02.example:lun1"), s -> {})))
        .passes();
  }

  @Test
  void a_storage_server_on_the_node_is_something_to_store_on() {
    rule.on(exporting(c -> c.storageServer("nas", s -> s.addresses("172.20.50.11"))))
        .passes();
  }

  @Test
  void an_export_of_another_server_is_not() {
    rule.on(exporting(c -> c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {})))
        .reportsExactly("NODE-022[node/pve1]");
  }

  @Test
  void a_storage_node_without_declared_hardware_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.roles(STORAGE))))
        .isUndecidedFor("disks of pve1");
  }

  @Test
  void a_guest_with_more_memory_than_its_compute_node_is_reported() {
    rule.on(computeNode(mib(65_552), 64, 1))
        .reportsExactly("NODE-022[node/pve1]")
        .withMessageContaining("compute node pve1 has 64GiB of memory, guest 200 wants 65552MiB");
  }

  @Test
  void a_guest_with_more_cpus_than_its_compute_node_is_reported() {
    rule.on(computeNode(gib(64), 13, 5))
        .reportsExactly("NODE-022[node/pve1]")
        .withMessageContaining("compute node pve1 has 64 CPU threads, guest 200 wants 65");
  }

  @Test
  void a_guest_as_large_as_its_compute_node_passes() {
    rule.on(computeNode(gib(64), 32, 2)).passes();
  }

  @Test
  void everything_that_does_not_fit_is_in_one_finding() {
    var plan = cluster("lab", c -> {
      var node = c.node(
          "pve1",
          n -> n.roles(COMPUTE, STORAGE)
              .hardware(h -> h.memory(gib(1)).cpu("AMD EPYC 9354P", 1, b -> b.threads(2))));
      c.vm(200, "large", v -> v.node(node).cores(4).memory(gib(2)));
    });

    rule.on(plan)
        .reportsExactly("NODE-022[node/pve1]")
        .withMessageContaining("storage node pve1 has no OSD, ZFS pool, exported storage or data"
            + " disk; compute node pve1 has 1GiB of memory, guest 200 wants 2GiB; compute node pve1"
            + " has 2 CPU threads, guest 200 wants 4");
  }

  @Test
  void a_compute_node_without_declared_memory_and_threads_is_undecided() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(COMPUTE));
      c.vm(200, "large", v -> v.node(node));
    });

    rule.on(plan).isUndecidedFor("memory of pve1", "CPU threads of pve1");
  }

  @Test
  void a_compute_node_that_is_too_small_is_reported_even_if_a_fact_is_missing() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(COMPUTE).hardware(h -> h.memory(gib(1))));
      c.vm(200, "large", v -> v.node(node).memory(gib(2)));
    });

    rule.on(plan).reportsExactly("NODE-022[node/pve1]").andIsUndecidedFor("CPU threads of pve1");
  }

  @Test
  void a_container_without_a_number_of_cores_needs_no_threads() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(COMPUTE).hardware(h -> h.memory(gib(1))));
      var local = StorageRef.named("local");
      c.container(
          300,
          "dns",
          containerTemplate(local, "debian-13-standard_13.1-1_amd64.tar.zst"),
          local,
          gib(8),
          t -> t.node(node).memory(gib(1)));
    });

    rule.on(plan).passes();
  }

  @Test
  void templates_and_guests_elsewhere_do_not_count() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(COMPUTE).hardware(h -> h.memory(gib(1))));
      var other = c.node("pve2", n -> {});
      c.template(9000, "template", v -> v.node(node).memory(gib(2)));
      c.vm(200, "large", v -> v.node(other).memory(gib(2)));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_node_without_these_roles_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.roles(MANAGEMENT)))).isNotApplicable();
  }
}

package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StorageFailuresTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");

  private static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      var one = c.network("one", "10.1.0.0/24", net -> {});
      var two = c.network("two", "10.2.0.0/24", net -> {});
      c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", one.host(number)).nic("eno2", two.host(number)));
      block.accept(c);
    });
  }

  private static List<String> told(ClusterPlan plan, String scenario) {
    FailureSweep sweep = FailureSweep.of(plan);
    Survival survival = sweep.scenarios().stream()
        .filter(it -> it.toString().equals(scenario))
        .findFirst()
        .map(sweep::survival)
        .orElseThrow();
    List<String> lines = new ArrayList<>();
    survival.guests().forEach(it -> lines.add(it.toString()));
    survival.interruptions().forEach(it -> lines.add(it.toString()));
    return lines;
  }

  private static ClusterPlan san() {
    return lab(c -> {
      c.storageServer("san", s -> s.addresses("10.1.0.50", "10.2.0.50").heads(2));
      var target = c.storage(
          iscsi("target", "10.1.0.50", "iqn.2024-02.org.example:lun1"),
          s -> s.portals("10.2.0.50")
              .content(ContentType.NONE)
              .lun(1, l -> l.wwid("360000000000000000e00000000010001")));
      var group = c.storage(lvm("group", "vg"), s -> s.on(target, 1).shared());
      var one = c.vm(101, "one", v -> v.node(PVE1).disk(group, gib(8)));
      c.ha(h -> h.resources(one));
    });
  }

  @Test
  void a_lun_outlives_one_of_two_portals_and_one_of_two_cards() {
    assertThat(told(san(), "portal/san 10.1.0.50"))
        .containsExactly("fewer ways to storage: group over 1 of 2 ways on pve1, pve2, pve3");
    assertThat(told(san(), "nic/pve1 eno2"))
        .containsExactly("fewer ways to storage: group over 1 of 2 ways on pve1");
  }

  @Test
  void a_server_that_is_lost_takes_the_disks_along() {
    assertThat(told(san(), "storage-server/san"))
        .containsExactly(
            "101 pve1 without its storage: storage group",
            "storage not reached: group on pve1, pve2, pve3 (guest 101)",
            "nothing remains: disks on group (guest 101)");
    assertThat(
            FailureSweep.of(san()).smallestLosingData().map(it -> it.scenario().toString()))
        .contains("storage-server/san");
  }

  @Test
  void what_lies_ready_on_a_server_is_gone_with_it() {
    var plan = lab(c -> {
      c.storageServer("nas", s -> s.addresses("10.1.0.60"));
      var nas = c.storage(
          nfs("nas", "10.1.0.60", "/export"),
          s -> s.content(ContentType.ISO, ContentType.BACKUP, ContentType.IMAGES));
      c.vm(101, "one", v -> v.node(PVE1).disk(nas, gib(8)));
      c.backup(b -> b.job("nightly", "02:30", nas, p -> p.all().keepDaily(7)));
    });

    assertThat(told(plan, "storage-server/nas"))
        .containsExactly(
            "101 pve1 without its storage: storage nas",
            "storage not reached: nas on pve1, pve2, pve3 (guest 101)",
            "backup stops: job nightly to nas on pve1, pve2, pve3 (guest 101)",
            "not available: backup on nas (guest 101)",
            "not available: iso on nas",
            "nothing remains: disks on nas (guest 101)");
    assertThat(told(plan, "nic/pve1 eno1"))
        .containsExactly(
            "101 pve1 without its storage: storage nas",
            "storage not reached: nas on pve1 (guest 101)",
            "no migration: network of the node names on pve1",
            "backup stops: job nightly to nas on pve1 (guest 101)");
  }

  @Test
  void a_server_that_only_a_storage_names_can_fail_too() {
    var plan = lab(c -> {
      var nas = c.storage(nfs("nas", "10.1.0.60", "/export"), s -> {});
      c.vm(101, "one", v -> v.node(PVE1).disk(nas, gib(8)));
    });

    assertThat(told(plan, "storage-server/10.1.0.60"))
        .containsExactly(
            "101 pve1 without its storage: storage nas",
            "storage not reached: nas on pve1, pve2, pve3 (guest 101)",
            "nothing remains: disks on nas (guest 101)");
  }

  @Test
  void a_server_that_a_storage_finds_by_name_can_fail_too() {
    var plan = lab(c -> {
      var nas = c.storage(nfs("nas", "NAS.example.com", "/export"), s -> {});
      c.vm(101, "one", v -> v.node(PVE1).disk(nas, gib(8)));
    });

    assertThat(told(plan, "storage-server/nas.example.com"))
        .containsExactly(
            "101 pve1 without its storage: storage nas",
            "storage not reached: nas on pve1, pve2, pve3 (guest 101)",
            "nothing remains: disks on nas (guest 101)");
    assertThat(told(plan, "nic/pve1 eno1"))
        .containsExactly(
            "101 pve1 without its storage: storage nas",
            "storage not reached: nas on pve1 (guest 101)",
            "no migration: network of the node names on pve1");
  }

  @Test
  void another_ceph_cluster_is_a_server() {
    var plan = lab(c -> {
      var far = c.storage(
          rbd("far", "vms"),
          s -> s.monitors("10.1.0.50", "mon2.example.com").keyring(fromFile("/root/k")));
      c.vm(101, "one", v -> v.node(PVE1).disk(far, gib(8)));
    });

    assertThat(told(plan, "storage-server/10.1.0.50+mon2.example.com"))
        .containsExactly(
            "101 pve1 without its storage: storage far",
            "storage not reached: far on pve1, pve2, pve3 (guest 101)",
            "nothing remains: disks on far (guest 101)");
  }

  @Test
  void a_shared_storage_that_names_no_server_is_told_as_a_limit() {
    var plan = lab(c -> c.storage(lvm("fc", "vg"), s -> s.shared()));

    assertThat(FailureSweep.of(plan).limits())
        .contains("storage servers: the server of storage fc");
  }

  @Test
  void a_node_that_a_storage_names_takes_the_storage_along() {
    for (String place : List.of("10.1.0.2", "pve2", "pve2.example.com")) {
      var plan = lab(c -> {
        c.everyNode(n -> n.domain("example.com"));
        var nas = c.storage(nfs("nas", place, "/export"), s -> {});
        c.vm(101, "one", v -> v.node(PVE1).disk(nas, gib(8)));
      });

      assertThat(told(plan, "node/pve2"))
          .containsExactly(
              "101 pve1 without its storage: storage nas",
              "storage not reached: nas on pve1, pve3 (guest 101)",
              "role lost: storage server " + place + " on pve2",
              "nothing remains: disks on nas (guest 101)");
    }
  }

  private static ClusterPlan local(Consumer<ClusterSpec> more) {
    return lab(c -> {
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      c.vm(101, "one", v -> v.node(PVE1).disk(tank, gib(8)));
      var two = c.vm(102, "two", v -> v.node(PVE1).disk(tank, gib(8)));
      c.replicate(two, PVE2, s -> s.schedule("*/30"));
      more.accept(c);
    });
  }

  @Test
  void the_node_and_the_server_of_its_backups_together_leave_nothing() {
    var plan = local(c -> {
      var backups = c.storage(
          pbs("pbs", "10.1.0.70", "store", "cluster@pbs!lab", fromFile("/root/token")), s -> {});
      c.backup(b -> b.server("pbs", "10.1.0.70", "store")
          .job("nightly", "02:30", backups, p -> p.all().keepDaily(7)));
    });

    assertThat(told(plan, "node/pve1"))
        .containsExactly(
            "101 pve1 down with its node",
            "102 pve1 down with its node",
            "replication stops: job 102-0 to pve2 on pve1 (guest 102)",
            "only a copy remains: disks of pve1, to be started by hand from a copy up to 30min old"
                + " on pve2 (guest 102)",
            "only a backup remains: disks of pve1 on pve1 (guest 101)");
    assertThat(told(plan, "backup-server/pbs"))
        .containsExactly(
            "storage not reached: pbs on pve1, pve2, pve3",
            "backup stops: job nightly to pbs on pve1, pve2, pve3 (guests 101, 102)",
            "not available: backup on pbs (guests 101, 102)");
    assertThat(told(plan, "node-and-backup-server/pve1+pbs"))
        .contains("nothing remains: disks of pve1 on pve1 (guest 101)");
    assertThat(FailureSweep.of(plan).scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.NODE_AND_BACKUP_SERVER)
            .map(Scenario::name))
        .containsExactly("pve1+pbs");
  }

  @Test
  void a_guest_without_backup_is_gone_with_its_node() {
    var plan = local(c -> {});

    assertThat(told(plan, "node/pve1"))
        .contains("nothing remains: disks of pve1 on pve1 (guest 101)");
  }

  @Test
  void a_guest_whose_pool_is_lost_does_not_go_on_with_its_copy() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.zpool("tank", ZfsRaid.SINGLE, "/dev/sda"));
      c.node("pve2", n -> n.zpool("tank", ZfsRaid.SINGLE, "/dev/sda"));
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var one = c.vm(101, "one", v -> v.node(PVE1).disk(tank, gib(8)));
      c.replicate(one, PVE2, s -> {});
    });

    assertThat(told(plan, "disk/pve1 /dev/sda"))
        .containsExactly(
            "101 pve1 without its storage: pool tank of pve1",
            "only a copy remains: pool tank of pve1, to be started by hand from a copy up to 15min"
                + " old on pve2 (guest 101)");
  }

  private static List<String> lost(Consumer<ClusterSpec> pool) {
    FailureSweep sweep = FailureSweep.of(cluster("lab", c -> {
      pool.accept(c);
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      c.vm(101, "one", v -> v.node(PVE1).disk(tank, gib(8)));
    }));
    return sweep.scenarios().stream()
        .filter(it -> it.kind() == ScenarioKind.DISK || it.kind() == ScenarioKind.POOL)
        .map(sweep::survival)
        .filter(it -> !it.lost().isEmpty())
        .map(it -> it.scenario().independentFailures() + " " + it.scenario() + " "
            + it.scenario().failed().disks())
        .toList();
  }

  private static Consumer<ClusterSpec> pool(ZfsRaid raid, String... devices) {
    return c -> c.node("pve1", n -> n.zpool("tank", raid, devices));
  }

  @Test
  void a_pool_lives_as_long_as_its_layout_lets_it() {
    assertThat(lost(pool(ZfsRaid.SINGLE, "/dev/sda")))
        .containsExactly("1 disk/pve1 /dev/sda [pve1 /dev/sda]");
    assertThat(lost(pool(ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb")))
        .containsExactly("2 pool/pve1 tank [pve1 /dev/sda, pve1 /dev/sdb]");
    assertThat(lost(pool(ZfsRaid.RAID10, "/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/sdd")))
        .containsExactly("2 pool/pve1 tank [pve1 /dev/sda, pve1 /dev/sdb]");
    assertThat(lost(pool(ZfsRaid.RAIDZ2, "/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/sdd")))
        .containsExactly("3 pool/pve1 tank [pve1 /dev/sda, pve1 /dev/sdb, pve1 /dev/sdc]");
  }

  @Test
  void without_its_special_device_a_pool_is_lost_and_without_its_log_it_is_not() {
    assertThat(lost(c -> c.node(
            "pve1",
            n -> n.zpool(
                "tank",
                ZfsRaid.MIRROR,
                List.of("/dev/sda", "/dev/sdb"),
                p -> p.special("/dev/nvme0n1").log("/dev/nvme1n1")))))
        .containsExactly("1 disk/pve1 /dev/nvme0n1 [pve1 /dev/nvme0n1]");
  }

  @Test
  void a_node_does_not_run_on_without_its_only_system_disk() {
    var sweep = FailureSweep.of(cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.systemDisks(
                SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD))))));

    assertThat(sweep.scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.DISK)
            .map(it -> it + " " + it.nodes()))
        .containsExactly("disk/pve1 /dev/sda [pve1]");
  }

  @Test
  void what_a_node_does_for_the_others_is_lost_with_it() {
    var plan = cluster("lab", c -> {
      var one = c.network("one", "10.1.0.0/24", net -> net.gateway("10.1.0.1"));
      c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", one.host(number)));
      c.storageServer("nas", s -> s.addresses("10.1.0.2"));
      var nas = c.storage(nfs("nas", "10.1.0.2", "/export"), s -> {});
      c.vm(101, "one", v -> v.node(NodeRef.named("pve3")).disk(nas, gib(8)));
    });

    assertThat(told(plan, "node/pve2"))
        .containsExactly(
            "101 pve3 without its storage: storage nas",
            "storage not reached: nas on pve1, pve3 (guest 101)",
            "role lost: storage server nas on pve2",
            "nothing remains: disks on nas (guest 101)");
    assertThat(told(plan, "node/pve1"))
        .containsExactly("role lost: gateway of network one on pve1");
  }

  @Test
  void exit_nodes_of_a_zone_are_a_role() {
    var plan = cluster("lab", c -> {
      var one = c.network("one", "10.1.0.0/24", net -> {});
      c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", one.host(number)));
      var ev = c.evpnController("ev", 65000, one);
      c.zone(evpn("routed", ev, 10000), z -> z.exitNodes(PVE1, PVE2));
    });

    assertThat(told(plan, "node/pve3")).isEmpty();
    assertThat(told(plan, "nodes/pve1+pve2"))
        .containsExactly("role lost: all exit nodes of zone routed on pve1, pve2");
  }

  @Test
  void of_many_guests_the_first_are_told() {
    var guests = new TreeSet<Vmid>();
    IntStream.rangeClosed(101, 110).forEach(it -> guests.add(Vmid.of(it)));

    assertThat(new Interruption(InterruptionKind.STORAGE, "nas", new TreeSet<>(), guests))
        .hasToString("storage not reached: nas (guests 101, 102, 103, 104, 105, 106, 107, 108 and 2"
            + " more)");
  }
}

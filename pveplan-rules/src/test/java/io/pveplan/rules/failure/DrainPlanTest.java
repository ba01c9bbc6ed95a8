package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gbit;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.simple;
import static io.pveplan.dsl.Pveplan.zfs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes have 64 GiB, of which 2 are kept for the host. */
class DrainPlanTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final NodeRef PVE3 = NodeRef.named("pve3");
  private static final StorageRef NAS = StorageRef.named("nas");

  static ClusterPlan lab(int nodes, Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      var move = c.network("move", "10.0.1.0/24", net -> {});
      for (int number : IntStream.rangeClosed(1, nodes).toArray()) {
        c.node(
            "pve" + number,
            n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.threads(32)))
                .nic("eno1", b -> b.speed(gbit(1)).addresses(mgmt.host(10 + number)))
                .nic("eno2", b -> b.speed(gbit(10)).addresses(move.host(10 + number))));
      }
      c.migration(m -> m.over(move));
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.ROOTDIR, ContentType.VZTMPL));
      block.accept(c);
    });
  }

  static GuestRef vm(ClusterSpec c, int vmid, NodeRef node, DataSize memory) {
    return vm(c, vmid, node, memory, v -> v.disk(NAS, gib(8)));
  }

  private static GuestRef vm(
      ClusterSpec c, int vmid, NodeRef node, DataSize memory, Consumer<? super VmSpec> more) {
    return c.vm(vmid, "vm" + vmid, v -> v.node(node).memory(memory).with(more));
  }

  private static List<String> steps(DrainPlan plan) {
    return plan.steps().stream().map(DrainStep::toString).toList();
  }

  private static List<String> staying(DrainPlan plan) {
    return plan.staying().stream().map(StayingGuest::toString).toList();
  }

  @Test
  void ha_moves_its_guests_first_and_the_others_go_where_memory_is_left() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1, gib(8));
      var two = vm(c, 102, PVE1, gib(16));
      vm(c, 103, PVE1, gib(4));
      vm(c, 104, PVE1, gib(24));
      vm(c, 105, PVE2, gib(30));
      c.container(
          300,
          "dns",
          containerTemplate(NAS, "a.tar.zst"),
          NAS,
          gib(1),
          t -> t.node(PVE1).memory(gib(2)));
      c.ha(h -> h.resources(one, two));
    });

    var drain = DrainPlan.of(plan, "pve1");

    // By number of guests HA takes pve3 first. Then pve2 has 40 and pve3 10 GiB in use, or 48 and
    // 18.
    assertThat(steps(drain))
        .containsExactly(
            "1: 101 pve1 -> pve3 live by HA, 8GiB",
            "1: 102 pve1 -> pve2 live by HA, 16GiB",
            "2: 104 pve1 -> pve3 live, 24GiB",
            "2: 103 pve1 -> pve3 live, 4GiB",
            "2: 300 pve1 -> pve3 by a restart, 0B");
    assertThat(drain.possible()).isTrue();
    assertThat(drain.staying()).isEmpty();
    assertThat(drain.full()).isEmpty();
    assertThat(drain.data()).isEqualTo(gib(52));
    // 52 GiB are 446,676,598,784 bits; at 8 Gbit/s that is 55.8 s.
    assertThat(drain.rate()).contains(gbit(10));
    assertThat(drain.time()).contains(Duration.ofSeconds(56));
    assertThat(drain.workers()).isEqualTo(4);
    assertThat(drain.votes()).isEqualTo(2);
    assertThat(drain.quorum()).isEqualTo(2);
    assertThat(drain.missingFacts()).isEmpty();
    assertThat(drain.risks().stream().map(DrainRisk::toString))
        .containsExactly("pve2 fails: no quorum", "pve3 fails: no quorum");
    assertThat(drain.steps().stream().flatMap(step -> step.command().stream()))
        .containsExactly(
            "qm migrate 104 pve3 --online",
            "qm migrate 103 pve3 --online",
            "pct migrate 300 pve3 --restart");
    assertThat(drain.steps().stream().flatMap(step -> step.wayBack().stream()))
        .containsExactly(
            "qm migrate 104 pve1 --online",
            "qm migrate 103 pve1 --online",
            "pct migrate 300 pve1 --restart");
  }

  @Test
  void the_largest_on_the_emptiest_is_given_up_where_that_leads_nowhere() {
    var plan = lab(3, c -> {
      // 30 GiB are left on pve2, 32 on pve3.
      vm(c, 201, PVE2, gib(32));
      vm(c, 202, PVE3, gib(30));
      vm(c, 101, PVE1, gib(20));
      vm(c, 102, PVE1, gib(20));
      vm(c, 103, PVE1, gib(12));
      vm(c, 104, PVE1, gib(10));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain))
        .containsExactly(
            "1: 101 pve1 -> pve3 live, 20GiB",
            "1: 102 pve1 -> pve2 live, 20GiB",
            "1: 103 pve1 -> pve3 live, 12GiB",
            "1: 104 pve1 -> pve2 live, 10GiB");
    assertThat(drain.possible()).isTrue();
  }

  @Test
  void what_has_no_room_stays_and_says_how_much_there_is() {
    var plan = lab(3, c -> {
      vm(c, 201, PVE2, gib(40));
      vm(c, 202, PVE3, gib(44));
      vm(c, 101, PVE1, gib(21));
      vm(c, 102, PVE1, gib(24));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 live, 21GiB");
    assertThat(staying(drain))
        .containsExactly("102: no node takes it (memory of pve2: 63GiB of 64GiB are needed already;"
            + " memory of pve3: 46GiB of 64GiB are needed already)");
    assertThat(drain.possible()).isFalse();
  }

  @Test
  void what_ha_would_put_on_a_node_without_the_memory_stays() {
    var plan = lab(3, c -> {
      vm(c, 201, PVE2, gib(40));
      vm(c, 202, PVE3, gib(50));
      var big = vm(c, 101, PVE1, gib(30));
      c.ha(h -> h.resources(big)
          .nodeAffinity("west", a -> a.resources(big).nodes(PVE1, PVE2).strict()));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(drain.steps()).isEmpty();
    assertThat(staying(drain))
        .containsExactly("101: HA moves it to pve2, which does not have the memory for it"
            + " (strict rule west; memory of pve2: 42GiB of 64GiB are needed already)");
    assertThat(drain.full()).isEmpty();
    assertThat(drain.possible()).isFalse();
  }

  @Test
  void as_little_as_is_enough_stays_for_want_of_memory() {
    var plan = lab(3, c -> {
      vm(c, 201, PVE2, gib(30));
      var one = vm(c, 101, PVE1, gib(30));
      var two = vm(c, 102, PVE1, gib(20));
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("west", a -> a.resources(one, two).nodes(PVE1, PVE2).strict()));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 live by HA, 30GiB");
    assertThat(staying(drain))
        .containsExactly("102: HA moves it to pve2, which does not have the memory for it"
            + " (strict rule west; memory of pve2: 62GiB of 64GiB are needed already)");
  }

  // HA counts guests: it would take pve2, on which 22 GiB are needed already.
  static ClusterPlan crowded(Consumer<? super HaSpec> rules) {
    return lab(3, c -> {
      var big = vm(c, 101, PVE1, gib(50));
      var busy = vm(c, 201, PVE2, gib(20));
      var small =
          IntStream.of(301, 302, 303).mapToObj(it -> vm(c, it, PVE3, gib(1))).toList();
      c.ha(h -> {
        h.resources(big, busy);
        small.forEach(h::resources);
        rules.accept(h);
      });
    });
  }

  @Test
  void ha_is_ordered_to_where_the_memory_is() {
    var drain = DrainPlan.of(crowded(h -> {}), "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve3 live by HA on order, 50GiB");
    assertThat(drain.steps().get(0).command()).contains("ha-manager migrate vm:101 pve3");
    assertThat(drain.steps().get(0).wayBack()).contains("ha-manager migrate vm:101 pve1");
    assertThat(drain.full()).isEmpty();
    assertThat(drain.possible()).isTrue();
  }

  @Test
  void what_is_to_be_together_is_ordered_together() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1, gib(40));
      var two = vm(c, 102, PVE1, gib(10));
      var busy = vm(c, 201, PVE2, gib(20));
      var small =
          IntStream.of(301, 302, 303).mapToObj(it -> vm(c, it, PVE3, gib(1))).toList();
      c.ha(h -> {
        h.resources(one, two, busy).resourceAffinity("pair", Affinity.POSITIVE, one, two);
        small.forEach(h::resources);
      });
    });

    assertThat(steps(DrainPlan.of(plan, "pve1")))
        .containsExactly(
            "1: 101 pve1 -> pve3 live by HA on order, 40GiB",
            "1: 102 pve1 -> pve3 live by HA on order, 10GiB");
  }

  @Test
  void an_order_is_of_no_use_where_ha_fetches_the_guest_back() {
    var plan = crowded(h -> h.nodeAffinity(
        "home", a -> a.resources(GuestRef.of(101)).node(PVE1, 2).node(PVE2, 1).node(PVE3, 1)));

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly("101: HA moves it to pve2, which does not have the memory for it"
            + " (memory of pve2: 22GiB of 64GiB are needed already; HA does not leave it on pve3)");
  }

  static ClusterPlan ceph(int number, int size, int minSize) {
    return cluster("lab", c -> {
      var store = c.network("store", "10.1.0.0/24", net -> {});
      List<NodeRef> nodes = c.nodes(
          IntStream.rangeClosed(1, number).boxed().toList(),
          it -> "pve" + it,
          (n, it) ->
              n.hardware(h -> h.memory(gib(64))).nic("eno1", store.host(it)).osds("/dev/sdb"));
      c.ceph(s -> s.publicNetwork(store).monitorsOn(nodes));
      var pool = c.cephPool("vms", p -> p.size(size).minSize(minSize));
      vm(c, 101, PVE1, gib(8), v -> v.disk(pool, gib(8)));
      vm(c, 102, PVE2, gib(8), v -> v.disk(pool, gib(8)));
    });
  }

  @Test
  void a_node_without_which_ceph_stops_can_not_be_switched_off() {
    var drain = DrainPlan.of(ceph(3, 2, 2), "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve3 live, 8GiB");
    assertThat(drain.off().stoppedPools()).containsExactly("vms");
    assertThat(drain.off().lost().stream().map(GuestFate::toString))
        .containsExactly(
            "101 pve1 -> pve3 without its storage: storage vms",
            "102 pve2 without its storage: storage vms");
    assertThat(drain.possible()).isFalse();
  }

  @Test
  void one_more_node_of_ceph_meanwhile_stops_it() {
    var drain = DrainPlan.of(ceph(5, 3, 2), "pve1");

    assertThat(drain.possible()).isTrue();
    assertThat(drain.risks().stream().map(DrainRisk::toString))
        .containsExactly(
            "pve2 fails: Ceph pools that stop: vms; without their storage: 101",
            "pve3 fails: Ceph pools that stop: vms; without their storage: 102",
            "pve4 fails: Ceph pools that stop: vms; without their storage: 101, 102",
            "pve5 fails: Ceph pools that stop: vms; without their storage: 101, 102");
  }

  @Test
  void what_a_node_does_for_the_others_keeps_it_on() {
    var plan = lab(2, c -> {
      c.corosync(k -> k.qdevice("10.0.0.11"));
      c.storageServer("own", s -> s.addresses("10.0.0.11"));
      var files = c.storage(nfs("files", "10.0.0.11", "/export"), s -> {});
      vm(c, 201, PVE2, gib(8), v -> v.disk(files, gib(8)));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(drain.off().lost().stream().map(GuestFate::toString))
        .containsExactly("201 pve2 without its storage: storage files");
    assertThat(drain.votes()).isEqualTo(1);
    assertThat(drain.possible()).isFalse();
    assertThat(DrainPlan.of(plan, "pve2").votes()).isEqualTo(2);
  }

  @Test
  void a_vnet_that_is_not_there_keeps_a_guest() {
    var plan = lab(2, c -> {
      var zone = c.zone(simple("flat"), z -> z.nodes(PVE1));
      c.vnet("flat1", zone, b -> {});
      vm(c, 101, PVE1, gib(8), v -> v.disk(NAS, gib(8)).nic("flat1"));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly("101: no node takes it (VNet flat1 is not there)");
  }

  @Test
  void a_strict_rule_and_a_separation_together_leave_no_node() {
    var plan = lab(4, c -> {
      var one = vm(c, 101, PVE1, gib(8));
      var two = vm(c, 102, PVE2, gib(8));
      var three = vm(c, 103, PVE3, gib(8));
      c.ha(h -> h.resources(one, two, three)
          .nodeAffinity("west", a -> a.resources(one, two).nodes(PVE1, PVE2).strict())
          .resourceAffinity("apart", Affinity.NEGATIVE, one, two)
          .resourceAffinity("far", Affinity.NEGATIVE, one, three));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(drain.steps()).isEmpty();
    assertThat(staying(drain))
        .containsExactly("101: HA finds no node for it (strict rule west; negative rule apart with"
            + " vm:102)");
  }

  @Test
  void a_rule_of_one_node_is_enough() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1, gib(8));
      c.ha(h -> h.resources(one)
          .nodeAffinity("home", a -> a.resources(one).nodes(PVE1).strict()));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly("101: HA finds no node for it (strict rule home)");
    assertThat(DrainPlan.of(plan, "pve2").possible()).isTrue();
  }

  @Test
  void a_preferred_node_that_is_taken_keeps_a_guest_where_it_is() {
    var plan = lab(4, c -> {
      var one = vm(c, 101, PVE1, gib(8));
      var two = vm(c, 102, PVE2, gib(8));
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("west", a -> a.resources(one, two).nodes(PVE1, PVE2))
          .resourceAffinity("apart", Affinity.NEGATIVE, one, two));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly(
            "101: HA finds no node for it (priorities of rule west; negative rule apart"
                + " with vm:102)");
  }

  @Test
  void a_move_by_ha_fails_where_the_storage_is_not() {
    var plan = lab(3, c -> {
      c.storage(nfs("west", "10.0.0.6", "/west"), s -> s.nodes(PVE1, PVE2));
      vm(c, 201, PVE2, gib(1));
      var one = vm(c, 101, PVE1, gib(8), v -> v.disk(StorageRef.named("west"), gib(8)));
      c.ha(h -> h.resources(one));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly(
            "101: HA moves it to pve3, which fails (storage west of scsi0 is not on pve3)");
  }

  @Test
  void what_a_move_refuses_stays_under_ha_as_well() {
    StorageRef local = StorageRef.named("local");
    StorageRef tank = StorageRef.named("tank");
    StorageRef chain = StorageRef.named("chain");
    StorageRef pool = StorageRef.named("pool");
    var plan = lab(2, c -> {
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(zfs("pool", "pool"), s -> {});
      c.storage(dir("chain", "/srv/chain"), s -> s.snapshotsAsVolumeChain());
      var image = c.template(9000, "image", v -> v.node(PVE1).disk(pool, gib(8)));
      c.ha(h -> h.resources(
          vm(c, 101, PVE1, gib(1), v -> v.disk(NAS, gib(8)).iso(local, "debian.iso")),
          vm(c, 102, PVE1, gib(1), v -> v.disk(tank, gib(8)).snapshots()),
          vm(c, 103, PVE1, gib(1), v -> v.disk(NAS, gib(8)).cloudInit(s -> s.storage(chain))),
          vm(c, 104, PVE1, gib(1), v -> v.linkedCloneOf(image)),
          vm(c, 105, PVE1, gib(1))));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(drain.possible()).isFalse();
    assertThat(steps(drain)).containsExactly("1: 105 pve1 -> pve2 live by HA, 1GiB");
    assertThat(staying(drain))
        .containsExactly(
            "101: HA moves it to pve2, which fails (the ISO image in its drive lies on local"
                + " storage local)",
            "102: HA moves it to pve2, which fails (with a snapshot scsi0 on local storage tank"
                + " does not move in use)",
            "103: HA moves it to pve2, which fails (cloudinit can not be copied in qcow2 from"
                + " chain (dir) to chain (dir))",
            "104: HA moves it to pve2, which fails (scsi0 is a linked clone on local storage"
                + " pool)");
  }

  @Test
  void ha_does_not_move_to_a_processor_that_the_matrix_refuses() {
    var plan = lab(1, c -> {
      c.node(
          "pve2",
          n -> n.hardware(
              h -> h.memory(gib(64)).cpu("Intel Xeon Gold 6338", 1, p -> p.threads(32))));
      var one = vm(c, 101, PVE1, gib(1));
      c.ha(h -> h.resources(one));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly(
            "101: HA moves it to pve2, which fails (the CPU there is of another vendor)");
  }

  @Test
  void local_disks_go_along_but_not_to_nodes_without_the_storage_or_the_copy() {
    var plan = lab(4, c -> {
      var tank = c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1, PVE2, PVE3));
      vm(c, 101, PVE1, gib(8), v -> v.disk(tank, gib(100)));
      var copied = vm(c, 102, PVE1, gib(4), v -> v.disk(tank, gib(50)));
      c.replicate(copied, PVE2, s -> {});
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain))
        .containsExactly("1: 101 pve1 -> pve2 live, 108GiB", "1: 102 pve1 -> pve2 live, 4GiB");
    assertThat(drain.steps().stream().flatMap(step -> step.command().stream()))
        .containsExactly(
            "qm migrate 101 pve2 --online --with-local-disks",
            "qm migrate 102 pve2 --online --with-local-disks");
  }

  @Test
  void storage_iso_image_and_replication_keep_a_guest() {
    var plan = lab(3, c -> {
      c.storage(nfs("west", "10.0.0.6", "/west"), s -> s.nodes(PVE1));
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      vm(c, 101, PVE1, gib(8), v -> v.disk(StorageRef.named("west"), gib(8)));
      var copied = vm(c, 102, PVE1, gib(62), v -> v.disk(tank, gib(50)));
      c.replicate(copied, PVE2, s -> {});
      vm(
          c,
          103,
          PVE1,
          gib(8),
          v -> v.disk(NAS, gib(8)).iso(StorageRef.named("local"), "debian.iso"));
      vm(c, 201, PVE2, gib(1));
    });

    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly(
            "101: no node takes it (storage west of scsi0 is not there)",
            "102: no node takes it (its replication leads to pve2 only; memory of pve2: 3GiB of 64GiB"
                + " are needed already)",
            "103: no node takes it (the ISO image in its drive lies on local storage local)");
  }

  @Test
  void a_machine_moves_as_its_devices_do() {
    var plan = lab(2, c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE2, "0000:41:00.0", "10de:2204"));
      var vgpu = c.pciMapping(
          "vgpu",
          m -> m.device(PVE1, "0000:42:00.0", "10de:2204")
              .device(PVE2, "0000:42:00.0", "10de:2204")
              .liveMigration());
      var share = c.directoryMapping("share", m -> m.directory(PVE1, "/srv/share"));
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      vm(c, 101, PVE1, gib(8), v -> v.disk(tank, gib(8)).hardware(h -> h.device(gpu)));
      vm(c, 102, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.device(vgpu)));
      vm(c, 103, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.hostPci("0000:01:00.0")));
      vm(c, 104, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.device(share)));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain))
        .containsExactly(
            "1: 101 pve1 -> pve2 switched off, 8GiB", "1: 102 pve1 -> pve2 live, 8GiB");
    assertThat(drain.steps().stream().flatMap(step -> step.command().stream()))
        .containsExactly(
            "qm shutdown 101 && qm migrate 101 pve2"
                + " && pvesh create /nodes/pve2/qemu/101/status/start",
            "qm migrate 102 pve2 --online");
    assertThat(drain.steps().get(0).wayBack())
        .contains("qm shutdown 101 && qm migrate 101 pve1"
            + " && pvesh create /nodes/pve1/qemu/101/status/start");
    assertThat(staying(drain))
        .containsExactly(
            "103: no node takes it (it has pci device 0000:01:00.0 of its node)",
            "104: no node takes it (mapping share has nothing there)");
  }

  @Test
  void ha_is_ordered_to_relocate_what_can_not_be_moved_in_use() {
    var plan = lab(3, c -> {
      var key = c.usbMapping("key", m -> m.device(PVE1, "046d:c52b").device(PVE2, "046d:c52b"));
      var one = vm(c, 101, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.device(key)));
      c.ha(h -> h.resources(one)
          .nodeAffinity("west", a -> a.resources(one).nodes(PVE1, PVE2).strict()));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 switched off by HA on order, 0B");
    assertThat(drain.steps().get(0).command())
        .contains("ha-manager crm-command relocate vm:101 pve2");
    assertThat(drain.steps().get(0).wayBack())
        .contains("ha-manager crm-command relocate vm:101 pve1");
    assertThat(drain.possible()).isTrue();
    assertThat(MaintenanceRunbook.of(plan).text())
        .contains("| 1 | pve1 | 1 | 0B | 0 s | 2 of 3, needed 2 | yes, with an outage |")
        .contains("ha-manager crm-command relocate vm:101 pve2\n"
            + "ha-manager status       # until these are started where they were ordered to\n"
            + "ha-manager crm-command node-maintenance enable pve1\n")
        .doesNotContain("state stopped");
  }

  @Test
  void ha_can_not_relocate_to_where_others_have_the_device() {
    var drain = DrainPlan.of(gpus(3, true), "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 switched off by HA on order, 0B");
    assertThat(staying(drain))
        .containsExactly(
            "102: HA moves it to pve2, which fails (pci device gpu does not move in use)");
    assertThat(drain.risks().stream().map(DrainRisk::toString))
        .containsExactly("pve2 fails: no quorum", "pve3 fails: no quorum");
  }

  @Test
  void a_device_goes_to_one_machine_that_is_moved_by_hand() {
    var drain = DrainPlan.of(gpus(3, false), "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 switched off, 0B");
    assertThat(staying(drain))
        .containsExactly(
            "102: no node takes it (mapping gpu has nothing there; mapping gpu has 1 device on pve2,"
                + " taken by 101)");
  }

  // Two devices on pve1, one on pve2, none on others.
  private static ClusterPlan gpus(int nodes, boolean underHa) {
    return lab(nodes, c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE1, "0000:42:00.0", "10de:2204")
              .device(PVE2, "0000:41:00.0", "10de:2204"));
      var one = vm(c, 101, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      var two = vm(c, 102, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      if (underHa) {
        c.ha(h -> h.resources(one, two)
            .nodeAffinity("west", a -> a.resources(one, two).nodes(PVE1, PVE2).strict()));
      }
    });
  }

  @Test
  void ha_does_not_relocate_what_has_a_device_of_its_node() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1, gib(8), v -> v.disk(NAS, gib(8)).hardware(h -> h.hostUsb("1-2")));
      c.ha(h -> h.resources(one));
    });

    assertThat(DrainPlan.of(plan, "pve1").steps()).isEmpty();
    assertThat(staying(DrainPlan.of(plan, "pve1")))
        .containsExactly("101: HA moves it to pve2, which fails (it has usb device 1-2 of pve1)");
  }

  @Test
  void a_failure_meanwhile_can_leave_too_little_memory() {
    var plan = lab(5, c -> {
      var one = vm(c, 101, PVE1, gib(40));
      var two = vm(c, 102, PVE2, gib(40));
      var three = vm(c, 103, PVE3, gib(40));
      c.ha(h -> h.resources(one, two, three)
          .nodeAffinity(
              "west",
              a -> a.resources(one, two, three)
                  .nodes(PVE1, PVE2, PVE3, NodeRef.named("pve4"))
                  .strict()));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve4 live by HA, 40GiB");
    assertThat(drain.possible()).isTrue();
    assertThat(drain.risks().stream().map(DrainRisk::toString))
        .containsExactly(
            "pve2 fails: pve3 needs 82GiB of 64GiB",
            "pve3 fails: pve2 needs 82GiB of 64GiB",
            "pve4 fails: pve2 needs 82GiB of 64GiB");
  }

  @Test
  void two_nodes_lose_quorum_and_one_has_nowhere_to_go() {
    var two = DrainPlan.of(lab(2, c -> vm(c, 101, PVE1, gib(8))), "pve1");
    var one = DrainPlan.of(lab(1, c -> vm(c, 101, PVE1, gib(8))), "pve1");

    assertThat(two.votes()).isEqualTo(1);
    assertThat(two.quorum()).isEqualTo(2);
    assertThat(two.possible()).isFalse();
    assertThat(staying(one)).containsExactly("101: there is no other node");
  }

  @Test
  void what_is_not_known_is_told() {
    var drain = DrainPlan.of(
        cluster("lab", c -> {
          c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          vm(c, 101, PVE1, gib(8));
        }),
        "pve1");

    assertThat(steps(drain)).containsExactly("1: 101 pve1 -> pve2 live, 8GiB");
    assertThat(drain.rate()).isEmpty();
    assertThat(drain.time()).isEmpty();
    assertThat(drain.missingFacts())
        .containsExactly(
            "memory of node pve2",
            "speed of the migration network of pve1",
            "speed of the migration network of pve2");
  }

  @Test
  void a_limit_of_the_plan_holds_for_each_move() {
    var plan = lab(3, c -> {
      c.datacenter(d -> d.maxWorkers(2).bandwidthLimits(l -> l.migration(gbit(1))));
      vm(c, 101, PVE1, gib(8));
      vm(c, 102, PVE1, gib(8));
      vm(c, 103, PVE1, gib(8));
    });

    var drain = DrainPlan.of(plan, "pve1");

    assertThat(drain.steps().stream().map(DrainStep::batch)).containsExactly(1, 1, 2);
    // 24 GiB are 206,158,430,208 bits, at 2 Gbit/s.
    assertThat(drain.time()).contains(Duration.ofSeconds(104));
  }

  @Test
  void a_node_that_is_not_there_is_refused() {
    var plan = lab(1, c -> {});

    assertThatThrownBy(() -> DrainPlan.of(plan, "nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan has no node nowhere");
  }
}

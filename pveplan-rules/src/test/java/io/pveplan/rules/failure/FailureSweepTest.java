package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_8_4;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.storage.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureSweepTest {

  private static final StorageRef NAS = StorageRef.named("nas");
  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final NodeRef PVE3 = NodeRef.named("pve3");

  private static ClusterPlan lab(int nodes, Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      for (int number : IntStream.rangeClosed(1, nodes).toArray()) {
        c.node(
            "pve" + number,
            n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.threads(32))));
      }
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.ROOTDIR));
      block.accept(c);
    });
  }

  private static GuestRef vm(ClusterSpec c, int vmid, NodeRef node) {
    return vm(c, vmid, node, v -> v.disk(NAS, gib(8)));
  }

  private static GuestRef vm(ClusterSpec c, int vmid, NodeRef node, Consumer<? super VmSpec> more) {
    return c.vm(vmid, "vm" + vmid, v -> v.node(node).memory(gib(8)).with(more));
  }

  private static Survival losing(ClusterPlan plan, String... nodes) {
    return FailureSweep.of(plan).survival(Scenario.ofNodes(List.of(nodes)));
  }

  private static List<String> fates(Survival survival) {
    return survival.guests().stream().map(GuestFate::toString).toList();
  }

  @Test
  void a_lost_node_is_fenced_and_its_resources_are_restarted() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE1);
      vm(c, 103, PVE1);
      var four = vm(c, 104, PVE2);
      c.ha(h -> h.resources(one, two, four));
    });

    var survival = losing(plan, "pve1");

    assertThat(survival.quorate()).isTrue();
    assertThat(survival.votes()).isEqualTo(2);
    assertThat(survival.quorum()).isEqualTo(2);
    assertThat(survival.fenced()).containsExactly("pve1");
    assertThat(fates(survival))
        .containsExactly(
            "101 pve1 -> pve3 restarted",
            "102 pve1 -> pve2 restarted",
            "103 pve1 down with its node");
    assertThat(survival.lost()).hasSize(1);
    assertThat(survival.loads().stream().map(NodeLoad::toString))
        .containsExactly(
            "pve2 18GiB of 64GiB, 2 vCPUs on 32 threads",
            "pve3 10GiB of 64GiB, 1 vCPUs on 32 threads");
    assertThat(survival.recoveryWithin()).contains(Duration.ofSeconds(215));
  }

  @Test
  void machines_keep_their_balloons_at_least_and_containers_nothing() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1, v -> v.disk(NAS, gib(8)).memory(gib(40)).balloon(gib(10)));
      vm(c, 102, PVE2, v -> v.disk(NAS, gib(8)).memory(gib(30)).balloon(gib(20)));
      vm(c, 103, PVE2, v -> v.disk(NAS, gib(8)).memory(gib(8)).balloon(mib(0)));
      c.container(
          300,
          "dns",
          containerTemplate(NAS, "a.tar.zst"),
          NAS,
          gib(1),
          t -> t.node(PVE2).memory(gib(4)));
      c.ha(h -> h.resources(one)
          .nodeAffinity("west", a -> a.resources(one).nodes(PVE1, PVE2).strict()));
    });

    var survival = losing(plan, "pve1");

    // 2 GiB are kept for the host.
    assertThat(survival.loads())
        .containsExactly(
            new NodeLoad("pve2", gib(84), gib(40), Optional.of(gib(64)), 3, OptionalInt.of(32)));
    assertThat(survival.loads().get(0).exceeded()).isTrue();
    assertThat(survival.loads().get(0).starved()).isFalse();
  }

  @Test
  void without_quorum_nodes_with_resources_fence_themselves_and_the_others_go_on() {
    var plan = lab(4, c -> {
      var one = vm(c, 101, PVE1);
      var three = vm(c, 103, PVE3);
      vm(c, 104, PVE3);
      vm(c, 105, NodeRef.named("pve4"));
      c.ha(h -> h.resources(one, three));
    });

    var survival = losing(plan, "pve1", "pve2");

    assertThat(survival.quorate()).isFalse();
    assertThat(survival.fenced()).containsExactly("pve3");
    assertThat(fates(survival))
        .containsExactly(
            "101 pve1 down with its node",
            "103 pve3 fenced with its node",
            "104 pve3 fenced with its node");
    assertThat(survival.recoveryWithin()).isEmpty();
  }

  @Test
  void local_disks_keep_a_guest_from_starting_and_copies_of_them_do_not() {
    var plan = cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var bound = vm(c, 101, PVE1, v -> v.disk(tank, gib(8)));
      var copied = vm(c, 102, PVE1, v -> v.disk(tank, gib(8)));
      c.replicate(copied, PVE2, s -> {}).replicate(copied, PVE3, s -> {});
      c.ha(h -> h.resources(bound, copied));
    });

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 does not start: scsi0 lies on tank of pve1",
            "102 pve1 -> pve3 restarted, losing up to PT15M");
  }

  @Test
  void a_guest_follows_its_copy_when_the_first_node_has_none() {
    var plan = cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var copied = vm(c, 102, PVE1, v -> v.disk(tank, gib(8)));
      c.replicate(copied, PVE3, s -> {});
      c.ha(h -> h.resources(copied));
    });

    // HA tries the node without copy first, and can not move what is not there.
    assertThat(fates(losing(plan, "pve1")))
        .containsExactly("102 pve1 -> pve2 does not start: scsi0 lies on tank of pve1");
    assertThat(fates(losing(plan, "pve2"))).isEmpty();
  }

  @Test
  void rules_decide_where_a_guest_goes_and_move_others_along() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE1);
      var three = vm(c, 103, PVE2);
      c.ha(h -> h.resources(one, two, three)
          .resourceAffinity("pair", POSITIVE, one, two)
          .resourceAffinity("spread", NEGATIVE, one, three));
    });

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly("101 pve1 -> pve3 restarted", "102 pve1 -> pve3 restarted");
    assertThat(fates(losing(plan, "pve3"))).isEmpty();
    assertThat(fates(losing(
            lab(3, c -> {
              var one = vm(c, 101, PVE1);
              c.ha(h -> h.resources(one)
                  .nodeAffinity("only", a -> a.resources(one).nodes(PVE1).strict()));
            }),
            "pve1")))
        .containsExactly("101 pve1 no node found: no node that is up is allowed by its rules");
  }

  @Test
  void guests_are_where_ha_has_moved_them_when_something_fails() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      c.ha(h -> h.resources(one).nodeAffinity("home", a -> a.resources(one).nodes(PVE3)));
    });

    assertThat(fates(losing(plan, "pve1"))).isEmpty();
    assertThat(fates(losing(plan, "pve3"))).containsExactly("101 pve3 -> pve1 restarted");
    assertThat(FailureSweep.of(plan).beforehand().stream().map(GuestFate::toString))
        .containsExactly("101 pve1 -> pve3 moved");
  }

  @Test
  void a_guest_does_not_start_without_its_devices() {
    var plan = lab(3, c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE3, "0000:41:00.0", "10de:2204"));
      var one = vm(c, 101, PVE1, v -> v.hardware(h -> h.device(gpu)));
      var two = vm(c, 102, PVE1, v -> v.hardware(h -> h.hostUsb("1-2")));
      c.ha(h -> h.resource(one, r -> r.maxRelocate(0)).resource(two, r -> r.maxRelocate(0)));
    });

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 does not start: mapping gpu has nothing on pve2",
            "102 pve1 -> pve3 does not start: it has usb device 1-2 of pve1");
  }

  @Test
  void a_guest_does_not_start_without_documents_of_its_cloud_init_or_with_too_old_a_cpu() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1)));
      c.nodes(
          List.of("pve2", "pve3"),
          it -> it,
          (n, it) -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 7313", 1)));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var snips = c.storage(
          dir("snips", "/srv/snips"), s -> s.content(ContentType.SNIPPETS).nodes(PVE1));
      var one = vm(c, 101, PVE1, v -> v.disk(NAS, gib(8)).cloudInit(s -> s.userData(snips, "a")));
      var two = vm(c, 102, PVE1, v -> v.disk(NAS, gib(8)).cpuType("EPYC-Genoa"));
      c.ha(h -> h.resource(one, r -> r.maxRelocate(0)).resource(two, r -> r.maxRelocate(0)));
    });

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 does not start: its cloud-init reads snips:snippets/a, which is not"
                + " there",
            "102 pve1 -> pve3 does not start: the CPU there lacks what type EPYC-Genoa asks for");
  }

  @Test
  void a_device_of_a_mapping_goes_to_one_machine_at_a_time() {
    var plan = lab(3, c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE2, "0000:41:00.0", "10de:2204")
              .device(PVE3, "0000:41:00.0", "10de:2204"));
      var one = vm(c, 101, PVE1, v -> v.hardware(h -> h.device(gpu)));
      var two = vm(c, 102, PVE2, v -> v.hardware(h -> h.device(gpu)));
      vm(c, 103, PVE3, v -> v.hardware(h -> h.device(gpu)));
      vm(c, 104, PVE3, v -> v.hardware(h -> h.device(gpu)));
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("pair", a -> a.resources(one, two).nodes(PVE1, PVE2).strict()));
    });

    assertThat(fates(losing(plan, "pve2")))
        .containsExactly(
            "102 pve2 -> pve1 does not start: mapping gpu has 1 device on pve1," + " taken by 101");
    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 does not start: mapping gpu has 1 device on pve2," + " taken by 102");
    assertThat(fates(FailureSweep.of(plan)
            .survival(new Scenario(ScenarioKind.NOTHING, "nothing", Failed.NOTHING))))
        .containsExactly("104 pve3 off: mapping gpu has 1 device on pve3, taken by 103");
  }

  @Test
  void a_container_stays_with_what_it_mounts_of_its_node() {
    var plan = lab(2, c -> {
      var template = containerTemplate(NAS, "a.tar.zst");
      var own = c.container(
          101,
          "own",
          template,
          NAS,
          gib(8),
          t -> t.node(PVE1).memory(gib(1)).bindMount("/srv", "/tank/srv"));
      var same = c.container(
          102,
          "same",
          template,
          NAS,
          gib(8),
          t -> t.node(PVE1).memory(gib(1)).bindMount("/iso", "/mnt/iso", p -> p.shared()));
      c.corosync(k -> k.qdevice("10.0.0.9"));
      c.ha(h -> h.resources(own, same));
    });
    var drain = new Scenario(ScenarioKind.DRAIN, "pve1", Failed.NOTHING.withNodes(List.of("pve1")));

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 does not start: it mounts /tank/srv of pve1",
            "102 pve1 -> pve2 restarted");
    assertThat(fates(FailureSweep.of(plan).survival(drain)))
        .containsExactly(
            "101 pve1 not moved: HA moves it to pve2, which fails: it mounts /tank/srv of pve1",
            "102 pve1 -> pve2 moved");
  }

  @Test
  void a_guest_that_never_starts_is_told_and_is_in_no_scenario() {
    var plan = lab(3, c -> {
      var far = c.storage(nfs("far", "10.0.0.6", "/export"), s -> s.nodes(PVE3));
      var one = vm(c, 101, PVE1, v -> v.disk(far, gib(8)));
      c.ha(h -> h.resource(one, r -> r.maxRelocate(0)));
    });

    assertThat(FailureSweep.of(plan).beforehand().stream().map(GuestFate::toString))
        .containsExactly("101 pve1 does not start: storage far of scsi0 is not on pve1");
    assertThat(fates(losing(plan, "pve1"))).isEmpty();
  }

  @Test
  void the_dynamic_scheduler_is_computed_as_the_static_one_and_that_is_told() {
    var plan = lab(2, c -> c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.DYNAMIC))));

    assertThat(FailureSweep.of(plan).missingFacts())
        .containsExactly("load of the guests, which scheduling by dynamic looks at");
  }

  @Test
  void rules_that_ha_leaves_out_are_named() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE1);
      c.ha(h -> h.resources(one, two)
          .resourceAffinity("pair", POSITIVE, one, two)
          .resourceAffinity("spread", NEGATIVE, one, two));
    });

    assertThat(FailureSweep.of(plan).ignoredRules())
        .isEqualTo(Map.of(
            "pair", new TreeSet<>(List.of("HA-010")), "spread", new TreeSet<>(List.of("HA-010"))));
  }

  @Test
  void node_rules_of_8_4_are_groups() {
    var plan = lab(4, c -> {
      c.target(PVE_8_4);
      var one = vm(c, 101, PVE1);
      c.ha(h -> h.resources(one)
          .nodeAffinity("home", a -> a.resources(one).node(PVE1, 2).node(PVE3, 1)));
    });

    assertThat(fates(losing(plan, "pve1"))).containsExactly("101 pve1 -> pve3 restarted");
    assertThat(fates(losing(plan, "pve1", "pve2"))).containsExactly("101 pve1 down with its node");
  }

  @Test
  void the_static_scheduler_weighs_memory() {
    Consumer<ClusterSpec> guests = c -> {
      var one = vm(c, 101, PVE1);
      vm(c, 102, PVE2, v -> v.memory(gib(32)));
      vm(c, 103, PVE3);
      vm(c, 104, PVE3);
      c.ha(h -> h.resources(one));
    };

    assertThat(fates(losing(lab(3, guests), "pve1"))).containsExactly("101 pve1 -> pve2 restarted");
    assertThat(fates(losing(
            lab(3, c -> {
              guests.accept(c);
              c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC)));
            }),
            "pve1")))
        .containsExactly("101 pve1 -> pve3 restarted");
  }

  @Test
  void what_a_plan_does_not_tell_is_named() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      var one = c.vm(101, "one", v -> {});
      c.ha(h -> h.resources(one));
      c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC)));
    });

    assertThat(FailureSweep.of(plan).missingFacts())
        .containsExactly("CPU threads of node pve1", "memory of node pve1", "node of guest 101");
  }

  @Test
  void memory_that_does_not_suffice_is_told() {
    var plan = lab(2, c -> {
      var one = vm(c, 101, PVE1, v -> v.memory(gib(60)).disk(NAS, gib(8)));
      vm(c, 102, PVE2);
      c.corosync(k -> k.qdevice("10.0.0.9"));
      c.ha(h -> h.resources(one));
    });

    assertThat(losing(plan, "pve1").overcommitted().stream().map(NodeLoad::toString))
        .containsExactly("pve2 70GiB of 64GiB, 2 vCPUs on 32 threads");
  }

  @Test
  void containers_reserve_nothing_and_cpus_are_counted() {
    var plan = lab(2, c -> {
      var machine = vm(c, 101, PVE1, v -> v.memory(gib(40)).cores(12).sockets(2).disk(NAS, gib(8)));
      var template = containerTemplate(NAS, "debian-13-standard_13.1-2_amd64.tar.zst");
      var container = c.container(
          102, "two", template, NAS, gib(8), v -> v.node(PVE1).memory(gib(30)).cores(4));
      var free =
          c.container(103, "three", template, NAS, gib(8), v -> v.node(PVE1).memory(gib(1)));
      vm(c, 104, PVE2);
      c.corosync(k -> k.qdevice("10.0.0.9"));
      c.ha(h -> h.resources(machine, container, free));
    });
    var load = losing(plan, "pve1").loads().get(0);

    // The host takes 2 GiB, the guest that was there 8.
    assertThat(load).hasToString("pve2 81GiB of 64GiB, 29 vCPUs on 32 threads");
    assertThat(load.minimum()).isEqualTo(gib(50));
    assertThat(load.exceeded()).isTrue();
    assertThat(load.starved()).isFalse();
    assertThat(load.cpuRatio()).isEqualTo(29.0 / 32);
  }

  @Test
  void machines_that_do_not_fit_whatever_they_do_are_told() {
    var plan = lab(2, c -> {
      var one = vm(c, 101, PVE1, v -> v.memory(gib(60)).disk(NAS, gib(8)));
      vm(c, 102, PVE2);
      c.corosync(k -> k.qdevice("10.0.0.9"));
      c.ha(h -> h.resources(one));
    });

    assertThat(losing(plan, "pve1").loads().get(0).starved()).isTrue();
  }

  @Test
  void what_a_guest_does_for_the_cluster_is_lost_with_it() {
    var plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      c.everyNode(n -> n.dns("10.0.0.53"));
      for (int number = 1; number <= 3; number++) {
        var address = lan.host(number);
        c.node("pve" + number, n -> n.bridge("vmbr0", b -> b.over("eno1").address(address)));
      }
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      vm(
          c,
          101,
          PVE1,
          v -> v.disk(NAS, gib(8)).nic("vmbr0").cloudInit(i -> i.address(0, lan.host(53))));
    });

    assertThat(losing(plan, "pve1").interruptions().stream().map(Interruption::toString))
        .containsExactly("role lost: name server 10.0.0.53 (guest 101)");
  }

  @Test
  void osds_daemons_of_ceph_and_the_cache_of_zfs_need_memory_too() {
    var plan = cluster("lab", c -> {
      var nodes = c.nodes(
          List.of("pve1", "pve2", "pve3", "pve4"),
          it -> it,
          (n, it) -> n.arcMax(gib(6)).osds("/dev/sda", "/dev/sdb"));
      c.ceph(s -> s.monitorsOn(nodes.subList(0, 3)));
      var pool = c.cephPool("vms", p -> {});
      var one = vm(c, 101, PVE1, v -> v.disk(pool, gib(8)));
      c.ha(h -> h.resources(one)
          .nodeAffinity("home", a -> a.resources(one).node(PVE1, 2).node(PVE3, 1)));
    });

    // 2 of the host, 6 of ZFS, 16 of the OSDs, 1 of the monitor, 8 of the guest.
    assertThat(losing(plan, "pve1").loads().stream().map(NodeLoad::toString))
        .containsExactly("pve3 33GiB of unknown, 1 vCPUs on unknown threads");
  }

  @Test
  void guests_of_a_storage_server_stand_still_and_ha_does_nothing() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      vm(c, 102, PVE2, v -> {});
      c.ha(h -> h.resources(one));
    });
    var filer = new Scenario(
        ScenarioKind.STORAGE_SERVER, "filer", Failed.NOTHING.withServers(List.of("filer")));

    var survival = FailureSweep.of(plan).survival(filer);

    assertThat(survival.quorate()).isTrue();
    assertThat(survival.fenced()).isEmpty();
    assertThat(fates(survival)).containsExactly("101 pve1 without its storage: storage nas");
  }

  @Test
  void a_pool_of_ceph_that_loses_too_many_copies_takes_its_guests_along() {
    var plan = cluster("lab", c -> {
      var nodes = c.nodes(
          List.of("pve1", "pve2", "pve3", "pve4", "pve5"), it -> it, (n, it) -> n.osds("/dev/sda"));
      c.ceph(s -> s.monitorsOn(nodes));
      var pool = c.cephPool("vms", p -> {});
      var one = vm(c, 101, PVE1, v -> v.disk(pool, gib(8)));
      vm(c, 102, PVE3, v -> v.disk(pool, gib(8)));
      c.ha(h -> h.resources(one));
    });

    assertThat(fates(losing(plan, "pve1"))).containsExactly("101 pve1 -> pve2 restarted");
    assertThat(losing(plan, "pve1").stoppedPools()).isEmpty();
    assertThat(losing(plan, "pve1", "pve2").stoppedPools()).containsExactly("vms");
    assertThat(fates(losing(plan, "pve1", "pve2")))
        .containsExactly(
            "101 pve1 -> pve4 without its storage: storage vms",
            "102 pve3 without its storage: storage vms");
  }

  @Test
  void a_node_is_emptied_of_what_ha_manages() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE1);
      vm(c, 103, PVE1);
      var still = vm(c, 104, PVE1);
      c.ha(h -> h.resources(one, two)
          .resource(still, r -> r.state(HaState.STOPPED))
          .nodeAffinity("only", a -> a.resources(two).nodes(PVE1).strict()));
    });
    var drain = new Scenario(ScenarioKind.DRAIN, "pve1", Failed.NOTHING.withNodes(List.of("pve1")));

    var survival = FailureSweep.of(plan).survival(drain);

    assertThat(survival.votes()).isEqualTo(2);
    assertThat(survival.fenced()).isEmpty();
    assertThat(fates(survival))
        .containsExactly(
            "101 pve1 -> pve2 moved",
            "102 pve1 not moved: no node that is up is allowed by its rules",
            "103 pve1 not moved: HA does not manage it");
  }

  @Test
  void a_vnet_is_on_the_nodes_of_its_zone_only() {
    var plan = lab(3, c -> {
      var zone = c.zone(simple("flat"), z -> z.nodes(PVE1, PVE2));
      c.vnet("flat1", zone, b -> {});
      var free = vm(c, 101, PVE1, v -> v.disk(NAS, gib(8)).nic("flat1"));
      var bound = vm(c, 102, PVE1, v -> v.disk(NAS, gib(8)).nic("flat1"));
      var busy = vm(c, 201, PVE2);
      c.ha(h -> h.resources(free, bound, busy)
          .nodeAffinity("east", a -> a.resources(bound).nodes(PVE1, PVE3).strict()));
    });

    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 restarted",
            "102 pve1 -> pve3 does not start: VNet flat1 of zone flat is not on pve3");
  }

  @Test
  void a_node_without_which_ceph_stops_takes_the_storage_of_guests_elsewhere() {
    var plan = DrainPlanTest.ceph(3, 2, 2);
    var drain = new Scenario(ScenarioKind.DRAIN, "pve1", Failed.NOTHING.withNodes(List.of("pve1")));

    var survival = FailureSweep.of(plan).survival(drain);

    assertThat(survival.stoppedPools()).containsExactly("vms");
    assertThat(fates(survival))
        .containsExactly(
            "101 pve1 not moved: HA does not manage it",
            "102 pve2 without its storage: storage vms");
  }

  @Test
  void what_does_not_move_in_use_stays_and_goes_where_it_is_restarted() {
    var plan = lab(3, c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE2, "0000:41:00.0", "10de:2204")
              .device(PVE3, "0000:41:00.0", "10de:2204"));
      var vgpu = c.pciMapping(
          "vgpu",
          m -> m.device(PVE1, "0000:42:00.0", "10de:2204")
              .device(PVE2, "0000:42:00.0", "10de:2204")
              .device(PVE3, "0000:42:00.0", "10de:2204")
              .liveMigration());
      var west = c.storage(nfs("west", "10.0.0.6", "/west"), s -> s.nodes(PVE1, PVE3));
      var mapped = vm(c, 101, PVE1, v -> v.disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      var live = vm(c, 102, PVE1, v -> v.disk(NAS, gib(8)).hardware(h -> h.device(vgpu)));
      var raw = vm(c, 103, PVE1, v -> v.disk(NAS, gib(8)).hardware(h -> h.hostUsb("1-2")));
      var stored = vm(c, 104, PVE1, v -> v.disk(west, gib(8)));
      vm(c, 105, PVE3);
      c.ha(h -> h.resources(mapped, live, raw, stored)
          .nodeAffinity(
              "pair",
              a -> a.resources(mapped, live, raw, stored).nodes(PVE1, PVE2).strict()));
    });
    var drain = new Scenario(ScenarioKind.DRAIN, "pve1", Failed.NOTHING.withNodes(List.of("pve1")));

    assertThat(fates(FailureSweep.of(plan).survival(drain)))
        .containsExactly(
            "101 pve1 not moved: HA moves it to pve2, which fails: pci device gpu does not move in"
                + " use",
            "102 pve1 -> pve2 moved",
            "103 pve1 not moved: HA moves it to pve2, which fails: it has usb device 1-2 of pve1",
            "104 pve1 not moved: HA moves it to pve2, which fails: storage west of scsi0 is not on"
                + " pve2");
    assertThat(fates(losing(plan, "pve1")))
        .containsExactly(
            "101 pve1 -> pve2 restarted",
            "102 pve1 -> pve2 restarted",
            "103 pve1 -> pve2 does not start: it has usb device 1-2 of pve1",
            "104 pve1 -> pve2 does not start: storage west of scsi0 is not on pve2");
  }

  @Test
  void a_machine_that_does_not_run_yet_goes_with_any_device_to_where_its_rule_wants_it() {
    var plan = lab(3, c -> {
      var key = c.usbMapping("key", m -> m.device(PVE1, "046d:c52b").device(PVE2, "046d:c52b"));
      var one = vm(c, 101, PVE1, v -> v.disk(NAS, gib(8)).hardware(h -> h.device(key)));
      c.ha(h -> h.resources(one)
          .nodeAffinity("east", a -> a.resources(one).nodes(PVE2).strict()));
    });

    assertThat(FailureSweep.of(plan).beforehand().stream().map(GuestFate::toString))
        .containsExactly("101 pve1 -> pve2 moved");
  }

  @Test
  void rules_that_are_switched_off_have_no_effect() {
    var plan = lab(3, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE2);
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("only", a -> a.resources(one).nodes(PVE1).strict().disabled())
          .resourceAffinity("together", Affinity.POSITIVE, List.of(one, two), a -> a.disabled()));
    });

    assertThat(fates(losing(plan, "pve1"))).containsExactly("101 pve1 -> pve3 restarted");
  }

  @Test
  void the_qdevice_takes_its_votes_along() {
    var plan = lab(2, c -> c.corosync(k -> k.qdevice("10.0.0.9")));
    var alone = FailureSweep.of(plan)
        .survival(new Scenario(ScenarioKind.QDEVICE, "qnetd", Failed.NOTHING.withQDevice()));
    var both = FailureSweep.of(plan)
        .survival(new Scenario(
            ScenarioKind.RACK, "r1", Failed.NOTHING.withNodes(List.of("pve1")).withQDevice()));

    assertThat(alone.votes()).isEqualTo(2);
    assertThat(alone.quorate()).isTrue();
    assertThat(both.votes()).isEqualTo(1);
    assertThat(both.quorate()).isFalse();
    assertThat(losing(plan, "pve1").quorate()).isTrue();
  }

  @Test
  void nodes_behind_a_switch_that_fails_are_lost_unless_another_link_reaches_them() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.1.0.0/24", net -> net.carries(COROSYNC));
      var back = c.network("back", "10.2.0.0/24", net -> net.carries(COROSYNC));
      var left = c.ethernetSwitch("left", s -> s.ports("", 1, 8, p -> {}));
      var right = c.ethernetSwitch("right", s -> s.ports("", 1, 8, p -> {}));
      c.node(
          "pve1",
          n -> n.nic("eno1", ring.host(1))
              .cable("eno1", left.port(1))
              .nic("eno2", back.host(1))
              .cable("eno2", left.port(4)));
      c.node(
          "pve2",
          n -> n.nic("eno1", ring.host(2))
              .cable("eno1", left.port(2))
              .nic("eno2", back.host(2))
              .cable("eno2", right.port(2)));
      c.node(
          "pve3",
          n -> n.nic("eno1", ring.host(3))
              .cable("eno1", left.port(3))
              .nic("eno2", back.host(3))
              .cable("eno2", right.port(3)));
      c.corosync(k -> k.link(0, ring, 20).link(1, back, 10));
      c.storage(nfs("nas", "10.2.0.5", "/export"), s -> {});
      var one = vm(c, 101, PVE1);
      vm(c, 102, PVE1);
      var three = vm(c, 103, PVE3);
      c.ha(h -> h.resources(one, three));
    });
    var sweep = FailureSweep.of(plan);
    var switches = sweep.scenarios().stream()
        .filter(it -> it.kind() == ScenarioKind.SWITCH)
        .map(sweep::survival)
        .toList();

    assertThat(fates(switches.get(0)))
        .containsExactly("101 pve1 -> pve2 restarted", "102 pve1 fenced with its node");
    assertThat(switches.get(0).fenced()).containsExactly("pve1");
    assertThat(switches.get(0).votes()).isEqualTo(2);
    assertThat(fates(switches.get(1))).containsExactly("103 pve3 without its storage: storage nas");
    assertThat(switches.get(1).votes()).isEqualTo(3);
  }

  @Test
  void two_rooms_that_do_not_hear_each_other_leave_one_that_goes_on() {
    Consumer<ClusterSpec> rooms = c -> {
      var east = c.rack("e1", "east");
      var west = c.rack("w1", "west");
      c.node("pve1", n -> n.hardware(h -> h.rack(east)));
      c.node("pve2", n -> n.hardware(h -> h.rack(west)));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE2);
      c.ha(h -> h.resources(one, two));
    };
    var without = FailureSweep.of(cluster("lab", rooms));
    var with = FailureSweep.of(cluster("lab", c -> {
      rooms.accept(c);
      c.corosync(k -> k.qdevice("10.0.0.9"));
    }));
    Scenario split = without.scenarios().stream()
        .filter(it -> it.kind() == ScenarioKind.PARTITION)
        .findFirst()
        .orElseThrow();

    assertThat(split).hasToString("partition/east");
    assertThat(without.survival(split).quorate()).isFalse();
    assertThat(fates(without.survival(split)))
        .containsExactly("101 pve1 fenced with its node", "102 pve2 fenced with its node");
    assertThat(with.survival(split).quorate()).isTrue();
    assertThat(fates(with.survival(split))).containsExactly("102 pve2 -> pve1 restarted");
  }

  @Test
  void the_smallest_failure_with_an_outcome_is_found() {
    var sweep = FailureSweep.of(lab(5, c -> {
      var one = vm(c, 101, PVE1);
      var two = vm(c, 102, PVE2);
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("east", a -> a.resources(two).nodes(PVE2, PVE3).strict()));
      c.mustSurvive(3, NODE);
    }));

    assertThat(sweep
            .smallest(survival -> !survival.quorate())
            .map(it -> it.scenario().toString()))
        .contains("nodes/pve1+pve2+pve3");
    assertThat(sweep
            .smallest(survival -> survival.quorate()
                && survival.lost().stream().anyMatch(it -> it.fate() == Fate.NO_NODE))
            .map(it -> it.scenario().toString()))
        .contains("nodes/pve2+pve3");
    assertThat(sweep
            .smallest(survival -> !survival.lost().isEmpty())
            .map(it -> it.scenario().toString()))
        .contains("storage-server/filer");
    assertThat(sweep.smallest(survival -> !survival.stoppedPools().isEmpty())).isEmpty();
  }

  @Test
  void a_scenario_leaves_no_trace_in_the_next() {
    var plan = lab(4, c -> {
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var copied = vm(c, 101, PVE1, v -> v.disk(tank, gib(8)));
      c.replicate(copied, PVE2, s -> {}).replicate(copied, PVE3, s -> {});
      var two = vm(c, 102, PVE2);
      var three = vm(c, 103, PVE3);
      c.ha(h -> h.resources(copied, two, three)
          .resourceAffinity("spread", NEGATIVE, copied, two, three)
          .nodeAffinity("home", a -> a.resources(two).nodes(PVE1, PVE2)));
    });
    var sweep = FailureSweep.of(plan);

    List<Survival> inOneGo = sweep.survivals();

    assertThat(inOneGo).hasSize(4 + 6 + 1 + 4);
    assertThat(inOneGo)
        .isEqualTo(sweep.scenarios().stream()
            .map(scenario -> FailureSweep.of(plan).survival(scenario))
            .toList());
  }

  @Test
  void a_node_that_is_not_in_the_plan_is_refused() {
    assertThatThrownBy(() -> losing(lab(2, c -> {}), "pve9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan has no node pve9");
  }

  @Test
  void an_empty_plan_has_no_scenarios() {
    var sweep = FailureSweep.of(cluster("lab", c -> {}));

    assertThat(sweep.scenarios()).isEmpty();
    assertThat(sweep.survivals()).isEmpty();
    assertThat(sweep.missingFacts()).isEmpty();
  }

  @Test
  void what_was_computed_is_not_computed_again() {
    var sweep = FailureSweep.of(cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    }));

    assertThat(sweep.survival(Scenario.ofNodes(List.of("pve1"))))
        .isSameAs(sweep.survival(Scenario.ofNodes(List.of("pve1"))));
  }
}

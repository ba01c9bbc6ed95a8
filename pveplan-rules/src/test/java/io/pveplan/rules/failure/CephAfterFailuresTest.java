package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each outcome is computed by hand, from disks of 1 TB. */
class CephAfterFailuresTest {

  private static void osds(NodeSpec n, int number) {
    for (int i = 1; i <= number; i++) {
      String device = "/dev/nvme" + i + "n1";
      n.hardware(h -> h.disk(device, tb(1), DiskKind.NVME)).osds(device);
    }
  }

  private static ClusterPlan nodes(int number, int osds, Consumer<? super ClusterSpec> more) {
    return cluster("lab", c -> {
      var store = c.network("store", "10.1.0.0/24", net -> {});
      List<NodeRef> nodes = c.nodes(
          IntStream.rangeClosed(1, number).boxed().toList(),
          it -> "pve" + it,
          (n, it) -> n.nic("eno1", b -> b.speed(gbit(10)).addresses(store.host(it)))
              .with(each -> osds(each, osds)));
      c.ceph(s -> s.publicNetwork(store).monitorsOn(nodes.subList(0, 3)));
      more.accept(c);
    });
  }

  private static CephOutcome losing(ClusterPlan plan, String... nodes) {
    return FailureSweep.of(plan)
        .survival(Scenario.ofNodes(List.of(nodes)))
        .ceph()
        .orElseThrow();
  }

  private static CephOutcome losingDisks(ClusterPlan plan, NodePart... disks) {
    Failed failed = Failed.NOTHING.withDisks(List.of(disks));
    return FailureSweep.of(plan)
        .survival(new Scenario(ScenarioKind.OSDS, "some", failed, disks.length))
        .ceph()
        .orElseThrow();
  }

  private static List<String> pools(CephOutcome ceph) {
    return ceph.pools().stream().map(PoolOutcome::toString).toList();
  }

  @Test
  void a_node_less_is_made_anew_on_the_others() {
    var outcome = losing(nodes(4, 2, c -> c.cephPool("vms", p -> p.plannedData(tb(1)))), "pve4");

    assertThat(pools(outcome)).containsExactly("vms 2 of 3 copies, 2 needed");
    assertThat(outcome.osdsDown()).isEqualTo(2);
    assertThat(outcome.markedOut()).isEqualTo(2);
    assertThat(outcome.needsHand()).isFalse();
    assertThat(outcome.goesOnHealed()).isTrue();
    // A whole copy of 1 TB on each of three nodes with 2 TB.
    assertThat(outcome.use().orElseThrow()).isCloseTo(0.5, within(1e-9));
    // 750 GB at 0.3 of three times 1.25 GB/s.
    assertThat(outcome.rebuild()).contains(Duration.ofSeconds(667));
  }

  @Test
  void two_nodes_less_stop_what_needs_two_of_three_copies() {
    var outcome =
        losing(nodes(4, 2, c -> c.cephPool("vms", p -> p.plannedData(tb(1)))), "pve1", "pve4");

    assertThat(pools(outcome))
        .containsExactly("vms 1 of 3 copies, 2 needed: stopped, can not heal");
    assertThat(outcome.dataLossPossible()).isFalse();
    // Three of eight, then fewer than three quarters are in.
    assertThat(outcome.markedOut()).isEqualTo(3);
    assertThat(outcome.needsHand()).isTrue();
    assertThat(outcome.goesOnHealed()).isFalse();
    assertThat(outcome.rebuild()).isEmpty();
  }

  @Test
  void as_many_nodes_less_as_there_are_copies_may_lose_data() {
    var plan = nodes(5, 1, c -> {
      c.cephPool("three", p -> {});
      c.cephPool("two", p -> p.size(2).minSize(1));
      c.cephPool("coded", p -> p.erasureCoded(2, 1));
    });

    assertThat(pools(losing(plan, "pve4")))
        .containsExactly(
            "three 2 of 3 copies, 2 needed",
            "two 1 of 2 copies, 1 needed",
            "coded-metadata 2 of 3 copies, 2 needed",
            "coded-data 2 of 3 chunks, 2 needed");
    assertThat(pools(losing(plan, "pve4", "pve5")))
        .containsExactly(
            "three 1 of 3 copies, 2 needed: stopped",
            "two 0 of 2 copies, 1 needed: stopped, data may be lost",
            "coded-metadata 1 of 3 copies, 2 needed: stopped",
            "coded-data 1 of 3 chunks, 2 needed: stopped, data may be lost");
    assertThat(
            FailureSweep.of(plan).smallestLosingData().map(it -> it.scenario().toString()))
        .contains("nodes/pve1+pve2");
  }

  @Test
  void two_copies_in_one_node_count_as_one() {
    var plan = nodes(4, 2, c -> c.cephPool("vms", p -> {}));

    assertThat(pools(losingDisks(
            plan, new NodePart("pve1", "/dev/nvme1n1"), new NodePart("pve1", "/dev/nvme2n1"))))
        .containsExactly("vms 2 of 3 copies, 2 needed");
    assertThat(pools(losingDisks(
            plan, new NodePart("pve1", "/dev/nvme1n1"), new NodePart("pve2", "/dev/nvme1n1"))))
        .containsExactly("vms 1 of 3 copies, 2 needed: stopped");
  }

  @Test
  void with_as_many_nodes_as_copies_a_disk_is_made_anew_on_its_own_node() {
    var plan = nodes(3, 2, c -> c.cephPool("vms", p -> p.plannedData(gb(800))));
    var outcome = losingDisks(plan, new NodePart("pve1", "/dev/nvme1n1"));

    // 800 GB of copies on one disk of 1 TB; 400 GB are moved, at 0.3 of what the disk writes.
    assertThat(outcome.use().orElseThrow()).isCloseTo(0.8, within(1e-9));
    assertThat(outcome.rebuild()).contains(Duration.ofSeconds(1334));
    assertThat(outcome.nearlyFull()).isFalse();
    assertThat(pools(losing(plan, "pve1")))
        .containsExactly("vms 2 of 3 copies, 2 needed, can not heal");
    assertThat(losing(plan, "pve1").use().orElseThrow()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void healing_that_fills_a_disk_is_told() {
    var plan = nodes(3, 2, c -> c.cephPool("vms", p -> p.plannedData(gb(920))));
    var outcome = losingDisks(plan, new NodePart("pve1", "/dev/nvme1n1"));

    assertThat(outcome.nearlyFull()).isTrue();
    assertThat(outcome.healingStops()).isTrue();
    assertThat(outcome.full()).isFalse();
  }

  @Test
  void most_of_the_monitors_less_stop_every_pool() {
    var plan = nodes(5, 1, c -> c.cephPool("vms", p -> p.size(3).minSize(1)));
    var outcome = losing(plan, "pve1", "pve2");

    assertThat(outcome.monitorsLeft()).isEqualTo(1);
    assertThat(outcome.monitorsNeeded()).isEqualTo(2);
    assertThat(outcome.monitorsAgree()).isFalse();
    assertThat(pools(outcome)).containsExactly("vms 1 of 3 copies, 1 needed: stopped");
    assertThat(pools(losing(plan, "pve1", "pve4"))).containsExactly("vms 1 of 3 copies, 1 needed");
  }

  @Test
  void a_rack_that_is_down_as_a_whole_is_not_marked_out_where_crush_knows_of_racks() {
    Consumer<Boolean> holds = located -> {
      var plan = cluster("lab", c -> {
        List<NodeRef> nodes = c.nodes(
            IntStream.rangeClosed(1, 8).boxed().toList(),
            it -> "pve" + it,
            (n, it) -> n.hardware(h -> h.rack("r" + (it + 1) / 2)).with(each -> osds(each, 1)));
        c.ceph(s -> {
          s.monitorsOn(List.of(nodes.get(0), nodes.get(2), nodes.get(4)));
          if (located) {
            s.locations();
          }
        });
        c.cephPool("vms", p -> {});
      });
      assertThat(losing(plan, "pve7", "pve8").markedOut()).isEqualTo(located ? 0 : 2);
      assertThat(losing(plan, "pve6", "pve8").markedOut()).isEqualTo(2);
    };

    holds.accept(true);
    holds.accept(false);
  }

  @Test
  void a_pool_over_racks_loses_one_copy_with_a_rack() {
    var plan = cluster("lab", c -> {
      List<NodeRef> nodes = c.nodes(
          IntStream.rangeClosed(1, 6).boxed().toList(),
          it -> "pve" + it,
          (n, it) -> n.hardware(h -> h.rack("r" + (it + 1) / 2)).with(each -> osds(each, 1)));
      c.ceph(s -> s.monitorsOn(List.of(nodes.get(0), nodes.get(2), nodes.get(4))));
      var rule = c.crushRule("by-rack", FailureDomain.RACK, r -> {});
      c.cephPool("racks", p -> p.crushRule(rule));
      c.cephPool("hosts", p -> {});
    });
    var outcome = losing(plan, "pve1", "pve2");

    assertThat(pools(outcome))
        .containsExactly(
            "racks 2 of 3 copies, 2 needed, can not heal",
            "hosts 1 of 3 copies, 2 needed: stopped");
    assertThat(outcome.markedOut()).isZero();
  }

  @Test
  void the_device_of_databases_takes_all_its_osds() {
    var plan = cluster("lab", c -> {
      List<NodeRef> nodes = c.nodes(
          List.of("pve1", "pve2", "pve3"),
          it -> it,
          (n, it) -> n.osd("/dev/sda", o -> o.db("/dev/nvme0n1"))
              .osd("/dev/sdb", o -> o.db("/dev/nvme0n1"))
              .osd("/dev/sdc", o -> {}));
      c.ceph(s -> s.monitorsOn(nodes));
      c.cephPool("vms", p -> {});
    });
    var sweep = FailureSweep.of(plan);

    assertThat(sweep.scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.DISK && it.name().startsWith("pve1"))
            .map(it -> it.name() + " " + sweep.survival(it).ceph().orElseThrow().osdsDown()))
        .containsExactly(
            "pve1 /dev/nvme0n1 2", "pve1 /dev/sda 1", "pve1 /dev/sdb 1", "pve1 /dev/sdc 1");
    // The size of the disks is not known.
    assertThat(losing(plan, "pve1").use()).isEmpty();
  }

  @Test
  void the_fewest_osds_that_stop_a_pool_and_that_lose_some_of_it_are_scenarios() {
    var sweep = FailureSweep.of(nodes(4, 1, c -> c.cephPool("vms", p -> {})));

    assertThat(sweep.scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.OSDS)
            .map(it -> it.independentFailures() + " " + it.name() + " "
                + pools(sweep.survival(it).ceph().orElseThrow())))
        .containsExactly(
            "2 pve1 /dev/nvme1n1+pve2 /dev/nvme1n1 [vms 1 of 3 copies, 2 needed: stopped, can not heal]",
            "3 pve1 /dev/nvme1n1+pve2 /dev/nvme1n1+pve3 /dev/nvme1n1"
                + " [vms 0 of 3 copies, 2 needed: stopped, data may be lost, can not heal]");
  }

  @Test
  void a_file_system_needs_a_metadata_server() {
    var plan = cluster("lab", c -> {
      List<NodeRef> nodes =
          c.nodes(List.of("pve1", "pve2", "pve3", "pve4"), it -> it, (n, it) -> osds(n, 1));
      c.ceph(s -> s.monitorsOn(nodes.subList(1, 4))
          .managersOn(nodes.subList(0, 1))
          .metadataServersOn(nodes.subList(0, 1)));
      c.cephFs("shared", p -> {});
    });

    assertThat(
            FailureSweep.of(plan)
                .survival(Scenario.ofNodes(List.of("pve1")))
                .interruptions()
                .stream()
                .map(Interruption::toString))
        .containsExactly(
            "storage not reached: shared on pve2, pve3, pve4",
            "role lost: all Ceph managers on pve1",
            "role lost: metadata servers of CephFS on pve1");
  }
}

package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ZfsRaid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkFailuresTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");

  /** Guests on a bond over two switches, everything else on a card of its own. */
  private static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.1.0.0/24", net -> net.carries(COROSYNC));
      var move = c.network("move", "10.2.0.0/24", net -> {});
      var left = c.ethernetSwitch("left", s -> s.ports("", 1, 48, p -> {}));
      var right = c.ethernetSwitch("right", s -> s.ports("", 1, 48, p -> {}));
      c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", mgmt.host(number))
              .cable("eno1", left.port(number))
              .nic("eno2", ring.host(number))
              .cable("eno2", right.port(number))
              .nic("eno3", move.host(number))
              .cable("eno3", left.port(10 + number))
              .bridge("vmbr1", b -> b.over(activeBackup("bond0", "eno4", "eno5")))
              .cable("eno4", left.port(20 + number))
              .cable("eno5", right.port(20 + number))
              .bridge("vmbr2", b -> b.over("eno6"))
              .cable("eno6", right.port(30 + number))
              .zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb"));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.migration(m -> m.over(move));
      c.storage(zfs("tank", "tank"), s -> {});
      block.accept(c);
    });
  }

  private static GuestRef vm(ClusterSpec c, int vmid, NodeRef node, String bridge) {
    return c.vm(
        vmid,
        "vm" + vmid,
        v -> v.node(node).disk(StorageRef.named("tank"), gib(8)).nic(bridge));
  }

  private static List<String> told(ClusterPlan plan, String scenario) {
    FailureSweep sweep = FailureSweep.of(plan);
    Survival survival = sweep.scenarios().stream()
        .filter(it -> it.toString().equals(scenario))
        .findFirst()
        .map(sweep::survival)
        .orElseThrow();
    assertThat(survival.quorate()).isTrue();
    List<String> lines = new ArrayList<>();
    survival.guests().forEach(it -> lines.add(it.toString()));
    survival.interruptions().forEach(it -> lines.add(it.toString()));
    return lines;
  }

  @Test
  void a_bond_outlives_one_of_its_cards_and_either_switch() {
    var plan = lab(c -> vm(c, 101, PVE1, "vmbr1"));

    assertThat(told(plan, "nic/pve1 eno4")).isEmpty();
    assertThat(told(plan, "switch/right")).isEmpty();
    assertThat(told(plan, "bond/pve1 bond0"))
        .containsExactly(
            "101 pve1 without its network: vmbr1 of pve1 has no way out",
            "guests without network: vmbr1 on pve1 (guest 101)");
    assertThat(told(plan, "bond/pve2 bond0")).isEmpty();
  }

  @Test
  void ha_does_not_notice_that_a_guest_has_no_network() {
    var plan = lab(c -> {
      var one = vm(c, 101, PVE1, "vmbr2");
      vm(c, 102, PVE2, "vmbr2");
      c.replicate(one, PVE2, s -> {}).replicate(one, NodeRef.named("pve3"), s -> {});
      c.ha(h -> h.resources(one));
    });

    assertThat(told(plan, "switch/right"))
        .containsExactly(
            "101 pve1 without its network: vmbr2 of pve1 has no way out",
            "102 pve2 without its network: vmbr2 of pve2 has no way out",
            "guests without network: vmbr2 on pve1, pve2 (guests 101, 102)");
  }

  @Test
  void migration_and_replication_stop_with_their_network() {
    var plan = lab(c -> c.replicate(vm(c, 101, PVE1, "vmbr1"), PVE2, s -> {}));

    assertThat(told(plan, "nic/pve1 eno3"))
        .containsExactly(
            "no migration: network move on pve1",
            "replication stops: job 101-0 to pve2 on pve1 (guest 101)");
    assertThat(told(plan, "nic/pve3 eno3")).containsExactly("no migration: network move on pve3");
    assertThat(told(plan, "switch/left"))
        .containsExactly(
            "no migration: network move on pve1, pve2, pve3",
            "replication stops: job 101-0 to pve2 on pve1, pve2 (guest 101)");
  }

  @Test
  void corosync_takes_the_other_link() {
    var plan = lab(c -> {});
    var sweep = FailureSweep.of(plan);

    assertThat(sweep.scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.NIC || it.kind() == ScenarioKind.SWITCH)
            .map(sweep::survival)
            .allMatch(it -> it.votes() == 3 && it.cutOff().isEmpty()))
        .isTrue();
    assertThat(told(plan, "nic/pve1 eno2")).isEmpty();
  }

  @Test
  void a_vnet_has_the_way_of_its_zone() {
    var plan = lab(c -> {
      var zone = c.zone(vlanZone("flat", "vmbr2"), z -> {});
      c.vnet("flat1", zone, b -> b.tag(100));
      vm(c, 101, PVE1, "flat1");
    });

    assertThat(told(plan, "nic/pve1 eno6"))
        .containsExactly(
            "101 pve1 without its network: flat1 of pve1 has no way out",
            "guests without network: flat1 on pve1 (guest 101)");
  }

  @Test
  void ceph_loses_a_node_that_it_does_not_hear_and_its_guests_lose_ceph() {
    var plan = cluster("lab", c -> {
      var store = c.network("store", "10.1.0.0/24", net -> {});
      var between = c.network("between", "10.2.0.0/24", net -> {});
      var nodes = c.nodes(
          List.of(1, 2, 3, 4),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", store.host(number))
              .nic("eno2", between.host(number))
              .osds("/dev/sda"));
      c.ceph(s -> s.publicNetwork(store).clusterNetwork(between).monitorsOn(nodes.subList(0, 3)));
      var pool = c.cephPool("vms", p -> {});
      c.vm(101, "one", v -> v.node(PVE1).disk(pool, gib(8)));
    });

    assertThat(told(plan, "nic/pve1 eno1"))
        .containsExactly(
            "101 pve1 without its storage: storage vms",
            "storage not reached: vms on pve1 (guest 101)",
            "no migration: network of the node names on pve1");
    var sweep = FailureSweep.of(plan);
    assertThat(sweep.scenarios().stream()
            .filter(it -> it.kind() == ScenarioKind.NIC && it.name().startsWith("pve1"))
            .map(sweep::survival)
            .map(it -> it.scenario().name() + " " + it.ceph().orElseThrow().osdsDown() + " "
                + it.ceph().orElseThrow().monitorsLeft()))
        .containsExactly("pve1 eno1 1 2", "pve1 eno2 1 3");
    assertThat(told(plan, "nic/pve1 eno2")).isEmpty();
  }
}

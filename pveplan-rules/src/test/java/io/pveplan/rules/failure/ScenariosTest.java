package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  private static List<String> lines(ClusterPlan plan) {
    return FailureSweep.of(plan).scenarios().stream()
        .map(it -> it + " " + it.nodes() + (it.qdevice() ? " qdevice" : ""))
        .toList();
  }

  @Test
  void each_node_and_each_pair_and_each_node_emptied() {
    assertThat(lines(cluster("lab", c -> {
          c.node("pve2", n -> {});
          c.node("pve1", n -> {});
          c.node("pve3", n -> {});
        })))
        .containsExactly(
            "node/pve1 [pve1]",
            "node/pve2 [pve2]",
            "node/pve3 [pve3]",
            "nodes/pve1+pve2 [pve1, pve2]",
            "nodes/pve1+pve3 [pve1, pve3]",
            "nodes/pve2+pve3 [pve2, pve3]",
            "drain/pve1 [pve1]",
            "drain/pve2 [pve2]",
            "drain/pve3 [pve3]");
  }

  @Test
  void racks_and_feeds_are_closed_over_what_hangs_on_them() {
    var plan = cluster("lab", c -> {
      var a = c.circuit("a", "ups-1");
      var b = c.circuit("b", "ups-1");
      var mains = c.circuit("mains");
      c.node("pve1", n -> n.hardware(h -> h.rack("r1").powerSupplies(a)));
      c.node("pve2", n -> n.hardware(h -> h.rack("r1").powerSupplies(a, b)));
      c.node("pve3", n -> n.hardware(h -> h.rack("r2").powerSupplies(a, mains)));
      c.corosync(k -> k.qdevice("10.0.0.9", q -> q.rack("r2").powerSupplies(b)));
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
    });

    assertThat(lines(plan).stream()
            .filter(line -> !line.startsWith("node") && !line.startsWith("drain")))
        .containsExactly(
            "rack/r1 [pve1, pve2]",
            "rack/r2 [pve3] qdevice",
            "circuit/a [pve1]",
            "circuit/b [] qdevice",
            "circuit/mains []",
            "ups/ups-1 [pve1, pve2] qdevice",
            "circuits/a+b [pve1, pve2] qdevice",
            "circuits/a+mains [pve1, pve3]",
            "circuits/b+mains [] qdevice",
            "storage-server/filer []",
            "qdevice/qnetd [] qdevice");
    assertThat(FailureSweep.of(plan).limits())
        .containsExactly(
            "racks and rooms: where storage servers stand; none falls with a rack",
            "rooms: the rooms of the racks",
            "circuits and UPSs: what feeds storage servers; none falls with a feed",
            "switches: the switches",
            "NICs and bonds: the interfaces of pve1",
            "NICs and bonds: the interfaces of pve2",
            "NICs and bonds: the interfaces of pve3",
            "pairs of different parts: such as a node and a switch",
            "disks: the system disks of pve1",
            "disks: the system disks of pve2",
            "disks: the system disks of pve3");
  }

  @Test
  void pairs_of_feeds_and_switches_and_servers_are_closed_over_what_hangs_on_both() {
    var plan = cluster("lab", c -> {
      var a = c.circuit("a", "ups-1");
      var b = c.circuit("b", "ups-2");
      var mains = c.circuit("mains");
      c.ethernetSwitch("sw1", s -> s.powerSupplies(a, b));
      var sw2 = c.ethernetSwitch("sw2", s -> s.powerSupplies(mains));
      c.node("pve1", n -> n.hardware(h -> h.powerSupplies(a, b)));
      c.node("pve2", n -> n.hardware(h -> h.powerSupplies(b, mains)));
      c.corosync(k -> k.qdevice("10.0.0.9", q -> q.on(sw2)));
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
      c.storage(nfs("nas", "nas.example.com", "/export"), s -> {});
    });

    assertThat(FailureSweep.of(plan).scenarios().stream()
            .filter(it -> it.independentFailures() == 2 && it.nodes().size() != 1
                || it.kind() == ScenarioKind.CIRCUITS)
            .map(it -> it + " " + it.failed().nodes() + " " + it.failed().switches()
                + it.failed().servers() + (it.qdevice() ? " qdevice" : "")))
        .containsExactly(
            "nodes/pve1+pve2 [pve1, pve2] [][]",
            "circuits/a+b [pve1] [sw1][]",
            "circuits/a+mains [] [sw2][] qdevice",
            "circuits/b+mains [pve2] [sw2][] qdevice",
            "switches/sw1+sw2 [] [sw1, sw2][] qdevice",
            "storage-servers/filer+nas.example.com [] [][filer, nas.example.com]");
    assertThat(FailureSweep.of(plan).limits())
        .contains("pairs of different parts: such as a node and a switch");
  }

  @Test
  void of_too_many_pairs_some_are_looked_at() {
    var plan = cluster(
        "lab", c -> IntStream.range(10, 60).forEach(it -> c.ethernetSwitch("sw" + it, s -> {})));

    var pairs = FailureSweep.of(plan).scenarios().stream()
        .filter(it -> it.kind() == ScenarioKind.SWITCHES)
        .toList();

    assertThat(pairs).hasSize(200).doesNotHaveDuplicates();
    assertThat(FailureSweep.of(plan).limits())
        .contains("pairs of switches: 200 of 1225 are looked at");
  }

  @Test
  void missing_facts_are_named() {
    var plan = cluster("lab", c -> {
      var a = c.circuit("a");
      c.node("pve1", n -> n.hardware(h -> h.rack("r1").powerSupplies(a)));
      c.node("pve2", n -> {});
    });

    assertThat(FailureSweep.of(plan).limits())
        .containsExactly(
            "racks: the rack of pve2",
            "rooms: the rooms of the racks",
            "circuits and UPSs: the power supplies of pve2",
            "switches: the switches",
            "NICs and bonds: the interfaces of pve1",
            "NICs and bonds: the interfaces of pve2",
            "pairs of different parts: such as a node and a switch",
            "disks: the system disks of pve1",
            "disks: the system disks of pve2");
  }

  @Test
  void what_is_told_of_a_part_of_the_nodes_only_is_named() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.1.0.0/24", net -> {});
      var lan = c.network("lan", "10.2.0.0/24", net -> {});
      var sw1 = c.ethernetSwitch("sw1", s -> s.ports("", 1, 8, p -> {}));
      var a = c.circuit("a");
      var east = c.rack("r1", "east");
      c.node(
          "pve1",
          n -> n.hardware(h -> h.rack(east).powerSupplies(a))
              .nic("eno1", ring.host(1))
              .nic("eno2", b -> {})
              .cable("eno1", sw1.port(1)));
      c.node(
          "pve2",
          n -> n.hardware(h -> h.rack("r2").powerSupplies(a))
              .nic("eno1", ring.host(2))
              .bond(activeBackup("bond0", "eno2", "eno3"), lan.host(2))
              .cable("eno1", sw1.port(2))
              .cable("eno2", sw1.port(3)));
      c.corosync(k -> k.qdevice("10.1.0.9", q -> {}));
    });

    assertThat(FailureSweep.of(plan).limits())
        .containsExactly(
            "racks: the rack of switch sw1",
            "racks: the rack of the QDevice",
            "rooms: the room of pve2",
            "rooms: the room of switch sw1",
            "rooms: the room of the QDevice",
            "circuits and UPSs: the power supplies of switch sw1",
            "circuits and UPSs: the power supplies of the QDevice",
            "switches: the cables of pve2",
            "pairs of different parts: such as a node and a switch",
            "disks: the system disks of pve1",
            "disks: the system disks of pve2");
  }

  @Test
  void sets_are_listed_up_to_the_goal_of_the_plan_unless_there_are_too_many() {
    var names = IntStream.rangeClosed(10, 49).mapToObj(it -> "n" + it).toList();
    var plan = cluster("lab", c -> {
      c.nodes(names, it -> it, (n, it) -> {});
      c.mustSurvive(4, NODE);
    });

    var sweep = FailureSweep.of(plan);

    assertThat(sweep.scenarios().stream().filter(it -> it.kind() == ScenarioKind.NODES))
        .hasSize(780 + 500 + 500 + 1)
        .doesNotHaveDuplicates();
    assertThat(sweep.limits())
        .contains(
            "sets of 3 nodes: 500 of 9880 are looked at",
            "sets of 4 nodes: 500 of 91390 are looked at");
    assertThat(FailureSweep.of(plan).scenarios()).isEqualTo(sweep.scenarios());
  }

  @Test
  void of_too_many_sets_those_of_the_largest_nodes_are_there() {
    var names = IntStream.rangeClosed(10, 49).mapToObj(it -> "n" + it).toList();
    var plan = cluster("lab", c -> {
      c.nodes(
          names,
          it -> it,
          (n, it) -> n.hardware(
              h -> h.memory(gib(List.of("n13", "n29", "n37", "n41").contains(it) ? 512 : 256))));
      c.mustSurvive(4, NODE);
    });

    assertThat(FailureSweep.of(plan).scenarios().stream().map(Scenario::name))
        .contains("n13+n29+n37+n41");
  }

  @Test
  void each_part_that_can_fail_by_itself_is_a_scenario() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.1.0.0/24", net -> {});
      var sw1 = c.ethernetSwitch("sw1", s -> s.ports("", 1, 8, p -> {}));
      var r1 = c.rack("r1", "east");
      c.node(
          "pve1",
          n -> n.hardware(h -> h.rack(r1))
              .bond(activeBackup("bond0", "eno1", "eno2"), ring.host(1))
              .cable("eno1", sw1.port(1))
              .zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb"));
      c.storage(
          iscsi("san", "10.1.0.50", "iqn.2024-02.org.example:lun1"), s -> s.portals("10.1.0.51"));
    });

    assertThat(FailureSweep.of(plan).scenarios().stream()
            .map(it -> it.independentFailures() + " " + it))
        .containsExactly(
            "1 node/pve1",
            "1 rack/r1",
            "1 room/east",
            "1 switch/sw1",
            "1 nic/pve1 eno1",
            "1 nic/pve1 eno2",
            "2 bond/pve1 bond0",
            "1 storage-server/10.1.0.50+10.1.0.51",
            "1 portal/10.1.0.50",
            "1 portal/10.1.0.51",
            "1 disk/pve1 /dev/sda",
            "1 disk/pve1 /dev/sdb",
            "2 pool/pve1 tank");
  }
}

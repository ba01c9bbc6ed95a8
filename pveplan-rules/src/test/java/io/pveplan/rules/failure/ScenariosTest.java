package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
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
            "storage-server/filer []",
            "qdevice/qnetd [] qdevice");
    assertThat(FailureSweep.of(plan).limits()).containsExactly("switches: the switches");
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
            "switches: the switches",
            "circuits and UPSs: the power supplies of pve2");
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
        .hasSize(780 + 9880);
    assertThat(sweep.limits()).contains("sets of 4 nodes: 91390 of them are too many");
  }
}

package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotesAfterFailuresTest {

  private static ClusterPlan plan(List<String> nodes, boolean qdevice) {
    return cluster("lab", c -> {
      c.nodes(nodes, it -> it, (n, it) -> {});
      if (qdevice && nodes.size() % 2 == 0) {
        c.corosync(k -> k.qdevice("10.0.0.9"));
      } else if (qdevice) {
        c.corosync(k -> k.forcedQdevice("10.0.0.9"));
      }
    });
  }

  private static int tolerated(List<String> nodes, boolean qdevice, boolean qdeviceFails) {
    FailureSweep sweep = FailureSweep.of(plan(nodes, qdevice));
    int lost = 0;
    while (lost < nodes.size() && goesOn(sweep, nodes.subList(0, lost + 1), qdeviceFails)) {
      lost++;
    }
    return lost;
  }

  private static boolean goesOn(FailureSweep sweep, List<String> lost, boolean qdeviceFails) {
    Failed failed = Failed.NOTHING.withNodes(lost);
    return sweep
        .survival(new Scenario(
            ScenarioKind.NODES,
            String.join("+", lost),
            qdeviceFails ? failed.withQDevice() : failed))
        .quorate();
  }

  @ParameterizedTest(name = "{0} nodes")
  @CsvSource({
    "2, 0, 1, 0",
    "3, 1, 2, 0",
    "4, 1, 2, 1",
    "5, 2, 4, 0",
    "6, 2, 3, 2",
    "7, 3, 6, 0",
    "8, 3, 4, 3",
    "15, 7, 14, 0",
  })
  void a_cluster_survives_as_many_nodes_as_the_table_says(
      int count, int alone, int withQDevice, int withQDeviceLost) {
    List<String> nodes =
        IntStream.rangeClosed(1, count).mapToObj(it -> "pve" + it).toList();

    assertThat(tolerated(nodes, false, false)).isEqualTo(alone);
    assertThat(tolerated(nodes, true, false)).isEqualTo(withQDevice);
    assertThat(tolerated(nodes, true, true)).isEqualTo(withQDeviceLost);
  }
}

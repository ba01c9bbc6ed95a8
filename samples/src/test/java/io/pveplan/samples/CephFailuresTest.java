package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.CrushTool;
import io.pveplan.rules.failure.CephOutcome;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.NodePart;
import io.pveplan.rules.failure.PoolOutcome;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.ScenarioKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the failure sweep tells of Ceph, held against where Ceph's own program puts the copies. */
class CephFailuresTest {

  private static final int GROUPS = 2048;
  private static final Percentage EVENLY = Percentage.withPercentage(25);
  private static final Set<ScenarioKind> OF_OSDS =
      EnumSet.of(ScenarioKind.NODE, ScenarioKind.NODES, ScenarioKind.RACK, ScenarioKind.OSDS);

  private final ResolvedPlan plan = ResolvedPlan.of(CephSixNodes.plan());
  private final CephLayout ceph = plan.cephLayout();
  private final FailureSweep sweep = FailureSweep.of(plan);

  @TempDir
  private Path directory;

  private CrushTool tool() throws IOException {
    return CrushTool.compile(Bundle.render(plan).toMap().get("ceph/crush-map.txt"), directory);
  }

  private List<Integer> down(Scenario scenario) {
    return ceph.osds().stream()
        .filter(osd -> scenario.nodes().contains(osd.node().name())
            || scenario
                .failed()
                .disks()
                .contains(new NodePart(osd.node().name(), osd.osd().device())))
        .map(PlacedOsd::number)
        .toList();
  }

  @Test
  void no_group_keeps_fewer_copies_than_is_told_and_some_group_keeps_no_more() throws IOException {
    CrushTool tool = tool();
    for (PlacedPool pool : ceph.pools()) {
      List<List<Integer>> groups = tool.place(pool.rule(), pool.copies(), GROUPS);
      for (Scenario scenario : sweep.scenarios()) {
        if (OF_OSDS.contains(scenario.kind())) {
          List<Integer> down = down(scenario);
          long left = groups.stream()
              .mapToLong(
                  osds -> osds.stream().filter(osd -> !down.contains(osd)).count())
              .min()
              .orElseThrow();
          PoolOutcome told = sweep.survival(scenario).ceph().orElseThrow().pools().stream()
              .filter(it -> it.pool().equals(pool.name()))
              .findFirst()
              .orElseThrow();

          // Not every set of single disks has a group in common.
          if (scenario.kind() == ScenarioKind.OSDS) {
            assertThat(left)
                .as("%s in %s", pool.name(), scenario)
                .isBetween((long) told.left(), told.left() + 2L);
          } else {
            assertThat(left).as("%s in %s", pool.name(), scenario).isEqualTo(told.left());
          }
        }
      }
    }
  }

  @Test
  void after_healing_the_fullest_disk_is_as_full_as_is_told() throws IOException {
    CrushTool tool = tool();
    for (Scenario scenario : sweep.scenarios()) {
      if (scenario.kind() == ScenarioKind.NODE) {
        List<Integer> down = down(scenario);
        CephOutcome told = sweep.survival(scenario).ceph().orElseThrow();
        double[] filled = new double[ceph.osds().size()];
        for (PlacedPool pool : ceph.pools()) {
          Map<Integer, Integer> groups = tool.groupsByOsd(pool.rule(), pool.copies(), GROUPS, down);
          groups.forEach((osd, number) -> filled[osd] += pool.raw()
              * number
              / (GROUPS * pool.copies())
              / ceph.osds().get(osd).capacity().orElseThrow().bytes());
        }
        double most = 0;
        for (double each : filled) {
          most = Math.max(most, each);
        }

        assertThat(told.markedOut()).isEqualTo(down.size());
        assertThat(most).as("%s", scenario).isCloseTo(told.use().orElseThrow(), EVENLY);
      }
    }
  }
}

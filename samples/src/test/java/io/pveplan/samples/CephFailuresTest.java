package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.CrushTool;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.rules.failure.CephOutcome;
import io.pveplan.rules.failure.Failed;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.NodePart;
import io.pveplan.rules.failure.PoolOutcome;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.ScenarioKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the failure sweep tells of Ceph, held against where Ceph's own program puts the copies. */
class CephFailuresTest {

  private static final int GROUPS = 2048;
  private static final Pattern GROUP = Pattern.compile("(?m)^1\\.\\w+\\s+\\[([\\d,]+)\\]");
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
  void disks_that_hold_one_group_together_cost_it_as_many_copies_as_is_told() throws IOException {
    CrushTool tool = tool();
    for (PlacedPool pool : ceph.pools()) {
      List<Integer> group = tool.place(pool.rule(), pool.copies(), 1).get(0);
      for (int lost = 1; lost <= group.size(); lost++) {
        List<NodePart> disks = group.stream()
            .limit(lost)
            .map(number -> ceph.osds().get(number))
            .map(osd -> new NodePart(osd.node().name(), osd.osd().device()))
            .toList();
        PoolOutcome told = told(
            new Scenario(ScenarioKind.OSDS, "a group", Failed.NOTHING.withDisks(disks), lost),
            pool);

        assertThat(told.left())
            .as("%s without %s", pool.name(), disks)
            .isEqualTo(group.size() - lost);
        assertThat(told.serves()).isEqualTo(group.size() - lost >= told.needed());
        assertThat(told.dataLossPossible()).isEqualTo(group.size() - lost < told.restorable());
      }
    }
  }

  private PoolOutcome told(Scenario scenario, PlacedPool pool) {
    return sweep.survival(scenario).ceph().orElseThrow().pools().stream()
        .filter(it -> it.pool().equals(pool.name()))
        .findFirst()
        .orElseThrow();
  }

  // The pool that the program makes has three copies and the first rule, as those of the plan.
  @Test
  void an_osd_map_keeps_and_regains_as_many_copies_as_is_told() throws IOException {
    tool();
    RealPrograms.cephTools("cd " + directory + "\nosdmaptool --createsimple "
            + ceph.osds().size()
            + " osdmap --pg-bits 6 --pgp-bits 6 --with-default-pool --clobber\n"
            + "osdmaptool osdmap --import-crush map\n")
        .succeeded();
    List<PlacedPool> pools = ceph.pools().stream()
        .filter(pool -> pool.copies() == 3 && pool.rule().equals("replicated_rule"))
        .toList();
    List<List<Integer>> before = groups("");

    assertThat(pools).isNotEmpty();
    for (Scenario scenario : sweep.scenarios()) {
      List<Integer> down = down(scenario);
      if ((scenario.kind() == ScenarioKind.NODE || scenario.kind() == ScenarioKind.DISK)
          && !down.isEmpty()) {
        long left = before.stream()
            .mapToLong(osds -> osds.stream().filter(osd -> !down.contains(osd)).count())
            .min()
            .orElseThrow();
        List<List<Integer>> healed = groups(without(down));
        boolean heals =
            healed.stream().allMatch(osds -> osds.size() == 3 && Collections.disjoint(osds, down));

        assertThat(healed).hasSameSizeAs(before);
        for (PlacedPool pool : pools) {
          PoolOutcome told = told(scenario, pool);
          assertThat(left).as("%s in %s", pool.name(), scenario).isEqualTo(told.left());
          assertThat(heals).as("%s after %s", pool.name(), scenario).isEqualTo(told.heals());
        }
      }
    }
  }

  // The program marks one OSD out, and of several only the last; a weight of nothing takes them
  // all.
  private static String without(List<Integer> down) {
    return down.size() == 1
        ? " --mark-out " + down.get(0)
        : " --adjust-crush-weight "
            + down.stream().map(osd -> osd + ":0").collect(Collectors.joining(","));
  }

  private List<List<Integer>> groups(String change) {
    String out = RealPrograms.cephTools("cd " + directory + "\nosdmaptool osdmap --mark-up-in"
            + change + " --test-map-pgs-dump\n")
        .succeeded();
    return GROUP
        .matcher(out)
        .results()
        .map(found ->
            Arrays.stream(found.group(1).split(",")).map(Integer::valueOf).toList())
        .toList();
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

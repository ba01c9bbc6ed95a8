package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.CrushTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Ceph's own program puts the pools of the sample, by the map in its bundle. */
class CephPlacementTest {

  private static final int GROUPS = 2048;

  // CRUSH draws by lot: 2048 groups on 24 OSDs differ by some 6 %, and this is four times as much.
  private static final Percentage EVENLY = Percentage.withPercentage(25);

  private final ResolvedPlan plan = ResolvedPlan.of(CephSixNodes.plan());
  private final CephLayout ceph = plan.cephLayout();

  @TempDir
  private Path directory;

  private CrushTool tool() throws IOException {
    String map = Bundle.render(plan).toMap().get("ceph/crush-map.txt");
    return CrushTool.compile(map, directory);
  }

  @Test
  void each_copy_and_chunk_is_on_a_node_of_its_own() throws IOException {
    CrushTool tool = tool();

    for (PlacedPool pool : ceph.pools()) {
      List<List<Integer>> groups = tool.place(pool.rule(), pool.copies(), GROUPS);

      assertThat(groups).as(pool.name()).hasSize(GROUPS);
      assertThat(groups)
          .as(pool.name())
          .allSatisfy(osds -> assertThat(osds.stream()
                  .map(number -> ceph.osds().get(number).node().name())
                  .distinct())
              .hasSize(pool.copies()));
    }
  }

  @Test
  void each_osd_gets_its_part_of_the_capacity() throws IOException {
    CrushTool tool = tool();
    double raw = ceph.classes().get(0).raw();

    for (PlacedPool pool : ceph.pools()) {
      Map<Integer, Integer> groups = tool.groupsByOsd(pool.rule(), pool.copies(), GROUPS);

      assertThat(groups.values().stream().mapToInt(Integer::intValue).sum())
          .as(pool.name())
          .isEqualTo(GROUPS * pool.copies());
      for (PlacedOsd osd : ceph.osds()) {
        double part = osd.capacity().orElseThrow().bytes() / raw;
        assertThat((double) groups.getOrDefault(osd.number(), 0))
            .as("%s on osd.%d", pool.name(), osd.number())
            .isCloseTo(GROUPS * pool.copies() * part, EVENLY);
      }
    }
  }
}

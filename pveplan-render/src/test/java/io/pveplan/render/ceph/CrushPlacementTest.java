package io.pveplan.render.ceph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.render.testing.CrushTool;
import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lets Ceph's own programs place the planned pools on the planned map. */
class CrushPlacementTest {

  private static final int GROUPS = 1024;

  // CRUSH draws by lot: 1024 groups on 12 OSDs differ by some 6 %, and this is four times as much.
  private static final Percentage EVENLY = Percentage.withPercentage(25);

  private static final Pattern USE = Pattern.compile("(?m)^osd\\.(\\d+)\\s+(\\d+)\\s");

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "racks"})
  void each_copy_is_placed_on_a_failure_domain_of_its_own(String name) throws IOException {
    ResolvedPlan plan = CephCases.of(name);
    CephLayout layout = plan.cephLayout();
    CrushTool tool = compile(plan);

    for (PlacedPool pool : layout.pools()) {
      List<List<Integer>> groups = tool.place(pool.rule(), pool.copies(), GROUPS);

      assertThat(groups).as(pool.name()).hasSize(GROUPS);
      assertThat(groups).as(pool.name()).allSatisfy(osds -> {
        List<PlacedOsd> placed =
            osds.stream().map(number -> layout.osds().get(number)).toList();
        assertThat(placed).hasSize(pool.copies());
        assertThat(placed.stream()
                .map(osd -> osd.bucket(pool.failureDomain()).orElseThrow())
                .distinct())
            .hasSize(pool.copies());
        assertThat(placed)
            .allMatch(osd ->
                pool.deviceClass().isEmpty() || osd.deviceClass().equals(pool.deviceClass()));
      });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "racks"})
  void groups_are_spread_as_the_arithmetic_of_the_capacity_says(String name) throws IOException {
    ResolvedPlan plan = CephCases.of(name);
    CephLayout layout = plan.cephLayout();
    CrushTool tool = compile(plan);

    for (PlacedPool pool : layout.pools()) {
      Map<Integer, Integer> groups = tool.groupsByOsd(pool.rule(), pool.copies(), GROUPS);
      double raw =
          layout.domains(pool.failureDomain(), pool.deviceClass()).buckets().values().stream()
              .mapToDouble(Double::doubleValue)
              .sum();

      for (PlacedOsd osd : layout.osds()) {
        if (pool.deviceClass().isPresent() && !osd.deviceClass().equals(pool.deviceClass())) {
          assertThat(groups).as(pool.name()).doesNotContainKey(osd.number());
          continue;
        }
        double part = osd.capacity().orElseThrow().bytes() / raw;
        assertThat((double) groups.getOrDefault(osd.number(), 0))
            .as("%s on osd.%d", pool.name(), osd.number())
            .isCloseTo(GROUPS * pool.copies() * part, EVENLY);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "racks"})
  void the_planned_groups_all_have_a_place(String name) throws IOException {
    ResolvedPlan plan = CephCases.of(name);
    CephLayout layout = plan.cephLayout();
    CrushTool tool = compile(plan);

    for (PlacedPool pool : layout.pools()) {
      List<List<Integer>> groups = tool.place(pool.rule(), pool.copies(), pool.pgNum());

      assertThat(groups).as(pool.name()).hasSize(pool.pgNum());
      assertThat(groups)
          .as(pool.name())
          .allSatisfy(osds -> assertThat(osds.stream()
                  .map(
                      osd -> layout.osds().get(osd).bucket(pool.failureDomain()).orElseThrow())
                  .distinct())
              .hasSize(pool.copies()));
    }
  }

  @Test
  void after_the_loss_of_a_host_the_groups_have_a_place_where_the_arithmetic_says_so()
      throws IOException {
    ResolvedPlan plan = CephCases.of("racks");
    CephLayout layout = plan.cephLayout();
    CrushTool tool = compile(plan);
    List<String> healing = new ArrayList<>();

    for (ClassCapacity each : layout.classes()) {
      String host = layout
          .domains(FailureDomain.HOST, Optional.of(each.deviceClass()))
          .largest()
          .orElseThrow()
          .name();
      List<Integer> lost = layout.osds().stream()
          .filter(osd -> osd.node().name().equals(host))
          .map(PlacedOsd::number)
          .toList();
      for (PlacedPool pool : each.pools()) {
        OptionalDouble usable = layout.usable(each, pool, Optional.of(FailureDomain.HOST));
        if (usable.isEmpty() || pool.deviceClass().isEmpty()) {
          continue;
        }
        healing.add(pool.name());
        Map<Integer, Integer> groups = tool.groupsByOsd(pool.rule(), pool.copies(), GROUPS, lost);

        assertThat(groups.keySet()).as(pool.name()).doesNotContainAnyElementsOf(lost);
        assertThat(groups.values().stream().mapToInt(Integer::intValue).sum())
            .as(pool.name())
            .isEqualTo(GROUPS * pool.copies());
        double fits = groups.entrySet().stream()
                .mapToDouble(it ->
                    layout.osds().get(it.getKey()).capacity().orElseThrow().bytes()
                        / (double) it.getValue())
                .min()
                .orElseThrow()
            * GROUPS
            * pool.dataChunks()
            * ClassCapacity.NEARFULL;
        assertThat(fits).as(pool.name()).isCloseTo(usable.getAsDouble(), EVENLY);
      }
    }
    assertThat(healing).containsExactly("cold-metadata", "files_data", "files_metadata", "vms");
  }

  @Test
  void an_osd_map_with_the_planned_crush_map_has_no_group_without_a_place() throws IOException {
    compile(CephCases.of("plain"));
    String out = RealPrograms.cephTools("cd " + directory + "\n"
            + "osdmaptool --createsimple 6 osdmap --pg-bits 7 --pgp-bits 7 --with-default-pool --clobber\n"
            + "osdmaptool osdmap --import-crush map\n"
            + "osdmaptool osdmap --mark-up-in --test-map-pgs 2>&1\n")
        .succeeded();

    Map<Integer, Integer> groups = new HashMap<>();
    Matcher uses = USE.matcher(out);
    while (uses.find()) {
      groups.put(Integer.valueOf(uses.group(1)), Integer.valueOf(uses.group(2)));
    }
    // 6 OSDs by 2^7 groups by 3 copies
    assertThat(groups.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(6 * 128 * 3);
    assertThat(groups.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    assertThat(groups.values())
        .allSatisfy(number -> assertThat(number).isCloseTo(384, within(384 / 4)));
  }

  private CrushTool compile(ResolvedPlan plan) throws IOException {
    return CrushTool.compile(CrushMap.of(plan), directory);
  }
}

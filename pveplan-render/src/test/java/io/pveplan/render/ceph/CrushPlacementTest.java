package io.pveplan.render.ceph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final Pattern MAPPING = Pattern.compile("(?m)^CRUSH rule \\d+ x \\d+ \\[(.*)\\]$");
  private static final Pattern RULE = Pattern.compile("(?m)^rule (\\S+) \\{\\s+id (\\d+)");
  private static final Pattern USE = Pattern.compile("(?m)^osd\\.(\\d+)\\s+(\\d+)\\s");

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "racks"})
  void each_copy_is_placed_on_a_failure_domain_of_its_own(String name) throws IOException {
    CephLayout layout = CephCases.of(name).cephLayout();
    Map<String, String> rules = compile(layout);

    for (PlacedPool pool : layout.pools()) {
      List<List<Integer>> groups = place(rules.get(pool.rule()), pool.copies());

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
    CephLayout layout = CephCases.of(name).cephLayout();
    Map<String, String> rules = compile(layout);

    for (PlacedPool pool : layout.pools()) {
      Map<Integer, Integer> groups = new HashMap<>();
      place(rules.get(pool.rule()), pool.copies())
          .forEach(osds -> osds.forEach(osd -> groups.merge(osd, 1, Integer::sum)));
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

  @Test
  void an_osd_map_with_the_planned_crush_map_has_no_group_without_a_place() throws IOException {
    CephLayout layout = CephCases.of("plain").cephLayout();
    compile(layout);
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

  // Ceph up to 16 wants sizes in a rule that later releases have no word for.
  private Map<String, String> compile(CephLayout layout) throws IOException {
    String text = CrushMap.of(layout);
    Files.writeString(directory.resolve("new.txt"), text);
    Files.writeString(
        directory.resolve("old.txt"),
        text.replaceAll("(?m)^\\ttype (replicated|erasure)$", "$0\n\tmin_size 1\n\tmax_size 10"));
    RealPrograms.cephTools("cd " + directory
            + "\ncrushtool -c new.txt -o map 2>/dev/null || crushtool -c old.txt -o map\n")
        .succeeded();
    Map<String, String> rules = new HashMap<>();
    Matcher found = RULE.matcher(text);
    while (found.find()) {
      rules.put(found.group(1), found.group(2));
    }
    return rules;
  }

  private List<List<Integer>> place(String rule, int copies) {
    String out = RealPrograms.cephTools(
            "cd " + directory + "\ncrushtool -i map --test --rule " + rule + " --num-rep " + copies
                + " --min-x 0 --max-x " + (GROUPS - 1) + " --show-mappings\n")
        .succeeded();
    List<List<Integer>> groups = new ArrayList<>();
    Matcher mappings = MAPPING.matcher(out);
    while (mappings.find()) {
      groups.add(
          Arrays.stream(mappings.group(1).split(",")).map(Integer::valueOf).toList());
    }
    return groups;
  }
}

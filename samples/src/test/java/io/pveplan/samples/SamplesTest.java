package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.Golden;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.settings.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the samples as somebody would and compares all they print and write. */
class SamplesTest {

  @Test
  void main_writes_all_bundles_and_prints_a_summary(@TempDir Path directory) throws IOException {
    String printed = Printed.by(() -> Main.main(new String[] {directory.toString()}));

    Map<String, String> written = files(directory);
    written.put("summary.txt", printed.replace(directory.toString(), "PLANS"));
    Golden.of("samples").matches(written);
  }

  static Stream<ClusterPlan> right_plans() {
    return Stream.of(
        ArticleCluster.plan(), CephSixNodes.plan(), SanCluster.plan(), TwoNodesAndQDevice.plan());
  }

  @ParameterizedTest
  @MethodSource("right_plans")
  void nothing_is_found_in_a_right_plan_and_nothing_left_open(ClusterPlan plan) {
    Report report = RuleBook.standard().profile(Profile.STRICT).check(plan);

    assertThat(report.findings()).isEmpty();
    assertThat(report.undecided()).isEmpty();
  }

  static Stream<Arguments> pairs_of_cables() {
    return Stream.of(
        Arguments.of(ArticleCluster.plan(), "nodeA", "enp1s0", "enp6s0"),
        Arguments.of(CephSixNodes.plan(), "pve1", "eno1", "eno2"),
        Arguments.of(SanCluster.plan(), "pve1", "enp65s0f0np0", "enp66s0f0np0"),
        Arguments.of(TwoNodesAndQDevice.plan(), "pve1", "eno1", "eno2"));
  }

  @ParameterizedTest
  @MethodSource("pairs_of_cables")
  void a_pair_that_is_swapped_on_one_node_is_found(
      ClusterPlan plan, String node, String one, String other) {
    ClusterPlan swapped = ClusterPlan.builder()
        .from(plan)
        .cables(plan.cables().stream()
            .map(cable -> swapped(cable, node, one, other))
            .toList())
        .build();

    assertThat(RuleBook.standard().check(swapped).findings())
        .filteredOn(finding -> finding.ruleId().equals("NET-045"))
        .extracting(finding -> finding.key().toString())
        .containsExactly(
            "NET-045[cable/" + node + "/" + one + "]", "NET-045[cable/" + node + "/" + other + "]");
  }

  private static Cable swapped(Cable cable, String node, String one, String other) {
    if (!cable.node().equals(node) || cable.nic().isEmpty()) {
      return cable;
    }
    String nic = cable.nic().get();
    String instead = nic.equals(one) ? other : nic.equals(other) ? one : nic;
    return Cable.builder().from(cable).nic(instead).build();
  }

  // Whether a storage for snippets is there shows in no rule yet.
  @Test
  void no_renderer_leaves_out_guests_of_the_six_nodes() {
    assertThat(Bundle.render(CephSixNodes.plan()).gaps()).isEmpty();
  }

  @Test
  void every_rule_ends_on_every_plan_and_says_the_same_twice() {
    RuleBook book = RuleBook.standard();
    ClusterPlan empty = ClusterPlan.builder().name("empty").build();

    for (ClusterPlan plan : List.of(
        ArticleCluster.plan(),
        CephSixNodes.plan(),
        SanCluster.plan(),
        TwoNodesAndQDevice.plan(),
        ArticleAsPrinted.plan(),
        ReadmePlan.plan(),
        empty)) {
      assertThat(book.check(plan).toJson()).isEqualTo(book.check(plan).toJson());
    }
  }

  @ParameterizedTest
  @MethodSource("right_plans")
  void plan_json_reads_back_to_an_equal_plan(ClusterPlan plan, @TempDir Path directory)
      throws IOException {
    Bundle.render(plan).writeTo(directory.resolve("plan"));

    String text = Files.readString(directory.resolve("plan/plan.json"));
    assertThat(PlanFormat.JSON.read(text)).isEqualTo(plan);
  }

  @ParameterizedTest
  @MethodSource("right_plans")
  void a_second_run_writes_the_same_bytes(ClusterPlan plan) {
    Map<String, String> first = Bundle.render(plan).toMap();
    Map<String, String> second = Bundle.render(ResolvedPlan.of(plan)).toMap();

    assertThat(second).isEqualTo(first);
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return files;
  }
}

package io.pveplan.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.rules.GoldenFile;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plans of the kit are those that the rules of the library are tested with. */
class HealthyPlansTest {

  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "io", "pveplan", "rules", "testing");

  private static void assertKept(String file, ClusterPlan written) {
    GoldenFile.at(RESOURCES.resolve(file)).assertIs(PlanFormat.JSON.write(written));
  }

  private static void assertHealthy(ClusterPlan plan) {
    Report report = RuleBook.standard().check(plan);

    assertThat(report.findings()).isEmpty();
    assertThat(report.undecided()).isEmpty();
  }

  @Test
  void three_nodes_are_written_with_the_dsl_and_kept_as_json() {
    assertKept("three-nodes.json", io.pveplan.rules.HealthyPlans.threeNodes());
    assertThat(HealthyPlans.threeNodes()).isEqualTo(io.pveplan.rules.HealthyPlans.threeNodes());
  }

  @Test
  void one_node_is_written_with_the_dsl_and_kept_as_json() {
    assertKept("one-node.json", io.pveplan.rules.HealthyPlans.oneNode());
    assertThat(HealthyPlans.oneNode()).isEqualTo(io.pveplan.rules.HealthyPlans.oneNode());
  }

  @Test
  void no_rule_has_anything_to_say_against_them() {
    assertHealthy(HealthyPlans.threeNodes());
    assertHealthy(HealthyPlans.oneNode());
  }
}

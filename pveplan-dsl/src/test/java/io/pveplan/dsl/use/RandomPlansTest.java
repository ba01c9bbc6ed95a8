package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever somebody writes is a plan or is refused with reasons, and nothing else. */
class RandomPlansTest {

  @Property(tries = 900, seed = "20260201", shrinking = ShrinkingMode.OFF)
  void any_walk_ends_in_a_plan_or_in_reasons(
      @ForAll @Size(max = 14) List<Long> steps, @ForAll @IntRange(max = 30) int hostility) {
    try {
      requireSound(new RandomCluster(hostility).plan(steps));
    } catch (PlanDefinitionException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(RandomPlansTest::requireReadable);
    }
  }

  @Property(tries = 200, seed = "20260202", shrinking = ShrinkingMode.OFF)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void what_freezes_reads_back_and_resolves(@ForAll @Size(min = 20, max = 40) List<Long> steps) {
    RandomCluster cluster = new RandomCluster(3);

    List<Long> possible = cluster.possible(steps);

    requireSound(cluster.plan(possible));
    Statistics.label("large").collect(possible.size() >= 8);
    Statistics.label("large").coverage(it -> it.check(true).percentage(share -> share > 50));
  }

  private static void requireSound(ClusterPlan plan) {
    assertThat(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan))).isEqualTo(plan);
    ResolvedPlan resolved = ResolvedPlan.of(plan);
    assertThat(ResolvedPlan.of(resolved.plan()).plan()).isEqualTo(resolved.plan());
  }

  private static void requireReadable(PlanProblem problem) {
    assertThat(problem.toString().lines()).hasSize(2);
    assertThat(problem.advice()).endsWith(".");
    assertThat(problem.declaredAt().orElseThrow().file()).isEqualTo("RandomCluster.java");
    assertThat(problem.toString()).doesNotMatch("(?s).*[\\p{Cc}&&[^\n]].*");
  }
}

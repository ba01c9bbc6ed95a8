package io.pveplan.samples.assertions;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Report;

/**
 * AssertJ assertions for plans and reports, to be copied into your own tests.
 *
 * <pre>{@code
 * assertThat(plan).hasNode("pve1").hasNoFindingsUnder(RuleBook.standard());
 * assertThat(report).hasNoErrors().reportsExactly("NODE-011[node/pve2]");
 * }</pre>
 */
public final class PlanAssertions {

  private PlanAssertions() {}

  /** Assertions about a plan. */
  public static PlanAssert assertThat(ClusterPlan plan) {
    return new PlanAssert(plan);
  }

  /** Assertions about a report. */
  public static ReportAssert assertThat(Report report) {
    return new ReportAssert(report);
  }
}

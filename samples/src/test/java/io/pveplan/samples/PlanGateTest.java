package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import org.junit.jupiter.api.Test;

/** A plan gated by the build: copy it beside your own plan. The build fails when the plan has an error. */
class PlanGateTest {

  @Test
  void the_plan_has_no_error() {
    Report report = RuleBook.standard().check(ArticleCluster.plan());

    if (report.hasErrors()) {
      fail(report.toText());
    }
  }

  @Test
  void a_plan_with_an_error_is_stopped() {
    ClusterPlan printed = ArticleAsPrinted.plan();

    Report report = RuleBook.standard().check(printed);

    assertThat(report.errors()).extracting(Finding::key).contains("SHR-014[storage/lvmscsi]");
  }
}

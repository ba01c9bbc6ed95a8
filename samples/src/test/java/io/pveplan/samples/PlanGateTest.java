package io.pveplan.samples;

import static io.pveplan.samples.assertions.PlanAssertions.assertThat;

import io.pveplan.rules.RuleBook;
import org.junit.jupiter.api.Test;

/**
 * A plan gated by the build: copy it beside your own plan, with the package {@code assertions}. The
 * build fails when the plan has an error.
 */
class PlanGateTest {

  @Test
  void the_plan_has_no_error() {
    assertThat(RuleBook.standard().check(ArticleCluster.plan())).hasNoErrors();
  }

  @Test
  void a_plan_with_an_error_is_stopped() {
    assertThat(RuleBook.standard().check(ArticleAsPrinted.plan()))
        .reports("SHR-014[storage/lvmscsi]");
  }
}

package io.pveplan.samples.assertions;

import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.samples.assertions.PlanAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.HealthyPlans;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanAssertionsTest {

  // What the library itself knows, without the rules of the samples.
  private static final RuleBook BOOK = RuleBook.standard().without("acme");

  private static final ClusterPlan HEALTHY = HealthyPlans.oneNode();
  private static final ClusterPlan BROKEN = withHardware(
      HEALTHY, "pve1", it -> it.powerSupplies(List.of(feed("feed-a"), feed("feed-a"))));

  private static PowerSupply feed(String circuit) {
    return PowerSupply.builder().circuit(circuit).build();
  }

  private static Report report(ClusterPlan plan) {
    return BOOK.check(plan);
  }

  @Test
  void a_healthy_plan_meets_all_of_them() {
    assertThat(HEALTHY).hasNode("pve1").hasGuest(100).hasNoFindingsUnder(BOOK);
    assertThat(report(HEALTHY))
        .hasNoErrors()
        .hasNoFindings()
        .decidesEverything()
        .reportsExactly();
  }

  @Test
  void a_broken_plan_is_told_by_its_keys() {
    assertThat(report(BROKEN))
        .hasNoErrors()
        .reportsExactly("NODE-012[node/pve1]")
        .reports("NODE-012[node/pve1]");
  }

  @Test
  void what_does_not_hold_shows_the_report() {
    assertThatThrownBy(() -> assertThat(BROKEN).hasNoFindingsUnder(BOOK))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected no findings, got [NODE-012[node/pve1]]")
        .hasMessageContaining("WARNING NODE-012[node/pve1]: ");
    assertThatThrownBy(() -> assertThat(report(BROKEN)).reportsExactly("NODE-011[node/pve1]"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected exactly [NODE-011[node/pve1]], got [NODE-012[node/pve1]]");
    assertThatThrownBy(() -> assertThat(HEALTHY).hasNode("pve2"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected a node pve2, got [pve1]");
    assertThatThrownBy(() -> assertThat(HEALTHY).hasGuest(200))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected a guest 200, got [100]");
  }
}

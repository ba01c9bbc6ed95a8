package io.pveplan.rules.testing;

import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.rule;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.TestPlans;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuleContractTest {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  @RuleInfo(
      id = "ACME-001",
      severity = Severity.INFO,
      summary = "It is so",
      why = "It hurts.",
      remedy = "Change it.",
      sources = "own judgement",
      since = "1.0")
  static final class Documented implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {
      findings.on(CLUSTER).says("it is so");
    }
  }

  @RuleInfo(
      id = "ACME-002",
      severity = Severity.INFO,
      summary = "It is so",
      why = "It hurts.",
      remedy = "Change it.",
      since = "1.0")
  static final class Unfounded implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {}
  }

  @RuleInfo(id = "acme", severity = Severity.INFO, summary = "It is so", remedy = "Change it.")
  static final class Misnamed implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {}
  }

  @RuleInfo(id = "ACME-006", severity = Severity.INFO, summary = "It is so", remedy = "Change it.")
  static final class ChoosyRule implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {
      if (plan.plan().name().equals("plan3")) {
        throw new IllegalStateException("no such plan");
      }
    }
  }

  @Test
  void a_good_rule_keeps_the_contract() {
    assertThatCode(() -> RuleContract.of(new Documented())
            .isDocumented()
            .holdsOn(TestPlans.plan(), TestPlans.plan()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_rule_without_source_is_not_documented() {
    assertThatThrownBy(() -> RuleContract.of(new Unfounded()).isDocumented())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "rule ACME-002 (io.pveplan.rules.testing.RuleContractTest$Unfounded) lacks sources");
  }

  @Test
  void a_rule_that_says_little_is_not_documented() {
    assertThatThrownBy(() -> RuleContract.of(passing("ACME-003")).isDocumented())
        .isInstanceOf(AssertionError.class)
        .hasMessage("rule ACME-003 (io.pveplan.rules.TestRule) lacks why, sources, since");
  }

  @Test
  void a_rule_with_another_id_is_refused() {
    assertThatThrownBy(() -> RuleContract.of(new Misnamed()))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "io.pveplan.rules.testing.RuleContractTest$Misnamed: rule id \"acme\" is not two to eight"
                + " capital letters, a dash and three digits, as in ACME-001");
  }

  @Test
  void a_rule_that_throws_breaks_the_contract() {
    Rule throwing = rule("ACME-004", Severity.INFO, findings -> {
      throw new IllegalStateException("no such network");
    });

    assertThatThrownBy(() -> RuleContract.of(throwing).holdsOn(TestPlans.plan()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("rule ACME-004 (io.pveplan.rules.TestRule) failed:"
            + " java.lang.IllegalStateException: no such network");
  }

  @Test
  void a_rule_that_says_something_else_the_second_time_breaks_the_contract() {
    AtomicInteger times = new AtomicInteger();
    Rule counting = rule(
        "ACME-005",
        Severity.INFO,
        findings -> findings.on(CLUSTER).says("asked %d times", times.incrementAndGet()));

    assertThatThrownBy(() -> RuleContract.of(counting).holdsOn(TestPlans.plan()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "rule ACME-005 (io.pveplan.rules.TestRule) says first\nINFO ACME-005[cluster]: asked 1 times\n")
        .hasMessageContaining("\nand then\nINFO ACME-005[cluster]: asked 2 times\n");
  }

  @Test
  void a_good_rule_holds_on_generated_plans() {
    assertThatCode(() -> RuleContract.of(new Documented()).holdsOnGeneratedPlans(20))
        .doesNotThrowAnyException();
  }

  @Test
  void a_rule_that_throws_on_a_generated_plan_is_told_the_seed() {
    Rule choosy = new ChoosyRule();

    assertThatThrownBy(() -> RuleContract.of(choosy).holdsOnGeneratedPlans(20))
        .isInstanceOf(AssertionError.class)
        .hasMessage("GeneratedPlans.of(3): rule ACME-006"
            + " (io.pveplan.rules.testing.RuleContractTest$ChoosyRule) failed:"
            + " java.lang.IllegalStateException: no such plan");
  }

  @Test
  void a_rule_that_looks_at_nothing_on_all_generated_plans_breaks_the_contract() {
    assertThatThrownBy(() -> RuleContract.of(new Unfounded()).holdsOnGeneratedPlans(20))
        .isInstanceOf(AssertionError.class)
        .hasMessage("rule ACME-002 (io.pveplan.rules.testing.RuleContractTest$Unfounded) looked at"
            + " nothing in all 20 generated plans; call findings.looksAt(..) for each part that it"
            + " judges, or take more plans");
  }

  @Test
  void a_rule_that_says_why_it_looks_at_nothing_keeps_the_contract() {
    Rule elsewhere =
        rule("ACME-007", Severity.INFO, findings -> findings.notApplicable("there is no tape"));

    assertThatCode(() -> RuleContract.of(elsewhere).holdsOnGeneratedPlans(3))
        .doesNotThrowAnyException();
  }

  @Test
  void no_generated_plan_is_no_contract() {
    assertThatThrownBy(() -> RuleContract.of(new Documented()).holdsOnGeneratedPlans(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name a number of plans, 1 or more");
  }
}

package io.pveplan.rules.testing;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.reporting;
import static io.pveplan.rules.TestRule.rule;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.TestPlans;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleVerifierTest {

  private static final PlanPath PVE1 = PlanPath.of("node", "pve1");
  private static final PlanPath PVE2 = PlanPath.of("node", "pve2");

  private static final Rule MIXED = rule("NET-001", ERROR, findings -> {
    findings.on(PVE1).says("it is broken");
    findings.undecided(PVE2, "its age");
    findings.undecided(PVE1, "its height");
    findings.undecided(PVE1, "its age");
  });

  private static RuleVerdict reportingBoth() {
    return verdictOf(reporting("NET-001", ERROR, PVE2, PVE1));
  }

  private static RuleVerdict undecided() {
    return verdictOf(rule("NET-001", ERROR, findings -> findings.undecided(PVE1, "its age")));
  }

  private static RuleVerdict verdictOf(Rule rule) {
    return verify(rule).on(TestPlans.plan());
  }

  @Test
  void reports_exactly_takes_the_keys_in_any_order() {
    reportingBoth().reportsExactly("NET-001[node/pve1]", "NET-001[node/pve2]");
    reportingBoth().reportsExactly("NET-001[node/pve2]", "NET-001[node/pve1]");
  }

  @Test
  void reports_exactly_shows_the_report_when_a_finding_is_missing() {
    RuleVerdict verdict = verdictOf(reporting("NET-001", ERROR, PVE1));

    assertThatThrownBy(() -> verdict.reportsExactly("NET-001[node/pve1]", "NET-001[node/pve2]"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            expected exactly [NET-001[node/pve1], NET-001[node/pve2]], got [NET-001[node/pve1]]

            ERROR NET-001[node/pve1]: it is broken
                  -> Repair it.

            cluster lab fails at level ERROR: 1 error, 0 warnings, 0 infos, 0 undecided
            1 rule on 1 subject: 1 with findings, 0 undecided, 0 passed, 0 not applicable
            """);
  }

  @Test
  void reports_exactly_refuses_an_additional_finding() {
    assertThatThrownBy(() -> reportingBoth().reportsExactly("NET-001[node/pve1]"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected exactly [NET-001[node/pve1]], got [NET-001[node/pve1],"
            + " NET-001[node/pve2]]\n");
  }

  @Test
  void reports_exactly_needs_a_key() {
    assertThatThrownBy(() -> verdictOf(passing("NET-001", PVE1)).reportsExactly())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name at least one key; a plan without findings passes()");
  }

  @Test
  void texts_of_each_finding_are_looked_at() {
    reportingBoth()
        .reportsExactly("NET-001[node/pve1]", "NET-001[node/pve2]")
        .withMessageContaining("broken")
        .withRemedyContaining("Repair");
  }

  @Test
  void a_message_without_the_text_is_refused() {
    ReportedFindings reported = verdictOf(MIXED).reportsExactly("NET-001[node/pve1]");

    assertThatThrownBy(() -> reported.withMessageContaining("Repair"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected \"Repair\" in the message of NET-001[node/pve1], got \"it is broken\"\n");
  }

  @Test
  void a_remedy_without_the_text_is_refused() {
    ReportedFindings reported = verdictOf(MIXED).reportsExactly("NET-001[node/pve1]");

    assertThatThrownBy(() -> reported.withRemedyContaining("broken"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected \"broken\" in the remedy of NET-001[node/pve1], got \"Repair it.\"\n");
  }

  @Test
  void findings_and_missing_facts_are_demanded_together() {
    verdictOf(MIXED)
        .reportsExactly("NET-001[node/pve1]")
        .andIsUndecidedFor("its height", "its age");
  }

  @Test
  void other_missing_facts_beside_findings_are_refused() {
    ReportedFindings reported = verdictOf(MIXED).reportsExactly("NET-001[node/pve1]");

    assertThatThrownBy(() -> reported.andIsUndecidedFor("its age"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected missing facts [its age], got [its age, its height]\n");
  }

  @Test
  void a_rule_that_looked_and_found_nothing_passes() {
    assertThatCode(() -> verdictOf(passing("NET-001", PVE1)).passes()).doesNotThrowAnyException();
  }

  @Test
  void a_rule_that_looked_at_nothing_does_not_pass() {
    assertThatThrownBy(() -> verdictOf(passing("NET-001")).passes())
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            expected PASSED, got NOT_APPLICABLE: the rule looked at nothing; call findings.looksAt(..) for each part that it judges

            cluster lab passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided
            1 rule on 0 subjects: 0 with findings, 0 undecided, 0 passed, 1 not applicable
            """);
  }

  @Test
  void a_rule_that_says_why_it_looked_at_nothing_needs_no_advice() {
    Rule elsewhere = rule("NET-001", ERROR, it -> it.notApplicable("there is no tape"));

    assertThatThrownBy(() -> verdictOf(elsewhere).passes())
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            expected PASSED, got NOT_APPLICABLE: the rule looked at nothing

            not applicable:
              NET-001: there is no tape

            cluster lab passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided
            1 rule on 0 subjects: 0 with findings, 0 undecided, 0 passed, 1 not applicable
            """);
  }

  @Test
  void an_undecided_rule_does_not_pass() {
    assertThatThrownBy(() -> undecided().passes())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected PASSED, got UNDECIDED\n");
  }

  @Test
  void a_rule_that_reports_does_not_pass() {
    assertThatThrownBy(() -> reportingBoth().passes())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected PASSED, got FINDINGS\n");
  }

  @Test
  void a_rule_that_looked_at_nothing_is_not_applicable() {
    assertThatCode(() -> verdictOf(passing("NET-001")).isNotApplicable())
        .doesNotThrowAnyException();
  }

  @Test
  void a_rule_that_looked_at_something_is_applicable() {
    assertThatThrownBy(() -> verdictOf(passing("NET-001", PVE1)).isNotApplicable())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected NOT_APPLICABLE, got PASSED\n");
  }

  @Test
  void a_rule_that_misses_the_fact_is_undecided_for_it() {
    assertThatCode(() -> undecided().isUndecidedFor("its age")).doesNotThrowAnyException();
  }

  @Test
  void a_rule_that_misses_another_fact_is_refused() {
    assertThatThrownBy(() -> undecided().isUndecidedFor("its height"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected missing facts [its height], got [its age]\n");
  }

  @Test
  void a_rule_that_reports_is_not_merely_undecided() {
    assertThatThrownBy(() -> verdictOf(MIXED).isUndecidedFor("its age", "its height"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected UNDECIDED, got FINDINGS; where a rule reports and lacks"
            + " facts, reportsExactly(..).andIsUndecidedFor(..) demands both\n");
  }

  @Test
  void undecided_needs_a_fact() {
    assertThatThrownBy(() -> undecided().isUndecidedFor())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name at least one missing fact");
  }

  @RuleInfo(id = "ACME-001", severity = ERROR, summary = "Few", remedy = "Add some.")
  static final class TooFew implements Rule {

    static final RuleParameter<Integer> FEWEST =
        RuleParameter.wholeNumber("fewest", 3, "how many", "own judgement");

    @Override
    public void check(ResolvedPlan plan, Findings findings) {
      findings.looksAt(PVE1);
      if (2 < findings.parameter(FEWEST)) {
        findings.on(PVE1).says("2 of %d", findings.parameter(FEWEST));
      }
    }

    @Override
    public List<RuleParameter<?>> parameters() {
      return List.of(FEWEST);
    }
  }

  @Test
  void a_parameter_can_be_set() {
    RuleVerifier rule = verify(new TooFew());

    rule.set(TooFew.FEWEST, 2).on(TestPlans.plan()).passes();
    rule.on(ResolvedPlan.of(TestPlans.plan()))
        .reportsExactly("ACME-001[node/pve1]")
        .withMessageContaining("2 of 3");
  }
}

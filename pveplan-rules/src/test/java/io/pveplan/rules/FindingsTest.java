package io.pveplan.rules;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {

  private static final PlanPath PVE1 = PlanPath.of("node", "pve1");
  private static final RuleParameter<Integer> LIMIT =
      RuleParameter.wholeNumber("limit", 4, "a limit", "own judgement");

  private static Finding only(Consumer<Findings> check) {
    return RuleBook.empty()
        .with(rule("NET-001", ERROR, check))
        .check(TestPlans.plan())
        .findings()
        .get(0);
  }

  @Test
  void a_finding_has_what_the_rule_said() {
    var line = new Origin("com.acme.ProdCluster", "ProdCluster.java", 31);

    Finding finding = only(findings -> findings
        .on(PVE1)
        .says("%s has %d NIC", "pve1", 1)
        .because("nics", 1)
        .because("bond", Optional.empty())
        .remedy("Add %d.", 2)
        .declaredAt(line));

    assertThat(finding.message()).isEqualTo("pve1 has 1 NIC");
    assertThat(finding.evidence()).containsOnly(Map.entry("nics", 1));
    assertThat(finding.remedy()).isEqualTo("Add 2.");
    assertThat(finding.declaredAt()).contains(line);
    assertThat(finding.key()).isEqualTo("NET-001[node/pve1]");
  }

  @Test
  void a_finding_without_remedy_and_line_has_the_remedy_of_the_rule_and_no_line() {
    Finding finding = only(findings -> findings.on(PVE1).says("it is broken"));

    assertThat(finding.remedy()).isEqualTo("Repair it.");
    assertThat(finding.declaredAt()).isEmpty();
  }

  @Test
  void a_percent_sign_without_values_is_plain_text() {
    Finding finding =
        only(findings -> findings.on(PVE1).says("80% used by %s").remedy("Keep 20% free."));

    assertThat(finding.message()).isEqualTo("80% used by %s");
    assertThat(finding.remedy()).isEqualTo("Keep 20% free.");
  }

  @Test
  void numbers_are_written_the_same_in_every_country() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(only(findings -> findings.on(PVE1).says("%,.1f", 1234.5)).message())
          .isEqualTo("1,234.5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_parameter_has_its_default() {
    List<Integer> seen = new ArrayList<>();

    RuleBook.empty()
        .with(rule("NET-001", ERROR, findings -> seen.add(findings.parameter(LIMIT)))
            .having(LIMIT))
        .check(TestPlans.plan());

    assertThat(seen).containsExactly(4);
  }

  @Test
  void a_subject_that_is_looked_at_twice_counts_once() {
    RuleBook book = RuleBook.empty().with(rule("NET-001", ERROR, findings -> {
      findings.looksAt(PVE1);
      findings.looksAt(PlanPath.of("node", "pve1"));
    }));

    assertThat(book.check(TestPlans.plan()).results().get(0).passed()).isEqualTo(1);
  }

  private static final String THROWN = ": java.lang.IllegalStateException: ";
  private static final String AT = ", it looked at node/pve1 last" + THROWN;

  static Stream<Arguments> defects() {
    return Stream.of(
        defect(
            THROWN + "its finding on node/pve1 has no message; give it one with says(..)",
            f -> f.on(PVE1)),
        defect(
            AT + "its finding on node/pve1 has an empty message",
            f -> f.on(PVE1).says(" ")),
        defect(
            AT + "its finding on node/pve1 has two messages",
            f -> f.on(PVE1).says("a").says("b")),
        defect(
            AT + "it has two findings on node/pve1; put them in one, or name the parts as subjects",
            f -> {
              f.on(PVE1).says("a");
              f.on(PlanPath.of("node/pve1")).says("b");
            }),
        defect(
            AT + "its finding on node/pve1 names the evidence nics twice",
            f -> f.on(PVE1).says("a").because("nics", 1).because("nics", 2)),
        defect(
            AT
                + "says(..) of its finding on node/pve1 can not write \"%s is 90% full\" (Format"
                + " specifier '% f'); the format is that of String.format, write %% for a percent sign",
            f -> f.on(PVE1).says("%s is 90% full", "tank")),
        defect(
            AT
                + "remedy(..) of its finding on node/pve1 can not write \"Add %d.\" (d !="
                + " java.lang.String); the format is that of String.format, write %% for a percent"
                + " sign",
            f -> f.on(PVE1).says("it is full").remedy("Add %d.", "two")),
        defect(
            AT + "it does not say which fact is missing for node/pve1",
            f -> f.undecided(PVE1, " ")),
        defect(
            THROWN + "it reads parameter limit without listing it in parameters()",
            f -> f.parameter(LIMIT)));
  }

  private static Arguments defect(String message, Consumer<Findings> check) {
    return Arguments.of(message, check);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_defect_of_a_rule_ends_the_check(String message, Consumer<Findings> check) {
    RuleBook book = RuleBook.empty().with(rule("NET-001", ERROR, check));

    assertThatThrownBy(() -> book.check(TestPlans.plan()))
        .isInstanceOf(RuleFailedException.class)
        .hasMessage("rule NET-001 (io.pveplan.rules.TestRule) failed" + message)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_a_rule_keeps_is_closed_after_its_check() {
    List<Findings> kept = new ArrayList<>();
    List<FindingDraft> drafts = new ArrayList<>();
    RuleBook.empty()
        .with(rule("NET-001", ERROR, findings -> {
          kept.add(findings);
          drafts.add(findings.on(PVE1).says("it is broken"));
        }))
        .check(TestPlans.plan());

    assertThatThrownBy(() -> kept.get(0).looksAt(PVE1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the check by rule NET-001 has ended");
    assertThatThrownBy(() -> drafts.get(0).because("late", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the check by rule NET-001 has ended");
  }

  @Test
  void a_finding_may_be_milder_than_its_rule_and_never_worse() {
    Rule rule = rule("NET-001", WARNING, findings -> {
      findings.on(PlanPath.of("a")).says("it is broken");
      findings.on(PlanPath.of("b")).says("it is almost sound").atMost(INFO);
      findings.on(PlanPath.of("c")).says("it is in ruins").atMost(ERROR);
    });

    assertThat(severities(RuleBook.empty().with(rule)))
        .containsExactly("NET-001[a] WARNING", "NET-001[c] WARNING", "NET-001[b] INFO");
    assertThat(severities(RuleBook.empty().with(rule).severity("NET-001", ERROR, "production")))
        .containsExactly("NET-001[a] ERROR", "NET-001[c] ERROR", "NET-001[b] INFO");
    assertThat(severities(RuleBook.empty().with(rule).severity("NET-001", INFO, "a lab")))
        .containsExactly("NET-001[a] INFO", "NET-001[b] INFO", "NET-001[c] INFO");
  }

  @Test
  void a_rule_can_say_why_it_looks_at_nothing() {
    RuleResult result = RuleBook.empty()
        .with(rule("NET-001", ERROR, findings -> findings.notApplicable("there is\nno Ceph")))
        .check(TestPlans.plan())
        .results()
        .get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(result.notApplicable()).contains("there is\\nno Ceph");
  }

  @Test
  void a_rule_that_is_not_applicable_looks_at_nothing_and_says_why() {
    assertThatThrownBy(() -> only(findings -> {
          findings.looksAt(PVE1);
          findings.notApplicable("there is no node");
        }))
        .hasRootCauseMessage(
            "it is not applicable, and it looked at node/pve1; say the one or do the other");
    assertThatThrownBy(() -> only(findings -> findings.notApplicable(" ")))
        .hasRootCauseMessage("it does not say why it is not applicable");
  }

  private static List<String> severities(RuleBook book) {
    return book.check(TestPlans.plan()).findings().stream()
        .map(it -> it.key() + " " + it.severity())
        .toList();
  }
}

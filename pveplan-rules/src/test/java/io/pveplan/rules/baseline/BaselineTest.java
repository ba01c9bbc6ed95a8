package io.pveplan.rules.baseline;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestRule.reporting;
import static io.pveplan.rules.TestRule.rule;
import static io.pveplan.rules.waiver.Waivers.waive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.TestPlans;
import io.pveplan.rules.waiver.Waivers;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final PlanPath PVE1 = PlanPath.of("node", "pve1");
  private static final PlanPath PVE2 = PlanPath.of("node", "pve2");

  private static final RuleBook BOOK = RuleBook.empty()
      .with(reporting("NET-011", ERROR, PVE1, PVE2), reporting("CLU-025", WARNING, PVE1));

  private static final String TEXT = """
      formatVersion: 1
      known:
      - "CLU-025[node/pve1]"
      - "NET-011[node/pve1]"
      - "NET-011[node/pve2]"
      """;

  private static Baseline known(String... keys) {
    StringBuilder text = new StringBuilder("formatVersion: 1\nknown:\n");
    for (String key : keys) {
      text.append("  - '").append(key).append("'\n");
    }
    return Baseline.read(text.toString());
  }

  @Test
  void it_is_written_as_sorted_keys() {
    assertThat(Baseline.of(BOOK.check(TestPlans.plan())).toText()).isEqualTo(TEXT);
  }

  @Test
  void it_is_read_back() {
    assertThat(Baseline.read(TEXT)).isEqualTo(Baseline.of(BOOK.check(TestPlans.plan())));
  }

  @Test
  void nothing_known_is_written_too() {
    String text = Baseline.of(RuleBook.empty().check(TestPlans.plan())).toText();

    assertThat(text).isEqualTo("formatVersion: 1\nknown: []\n");
    assertThat(Baseline.read(text).keys()).isEmpty();
  }

  @Test
  void what_is_known_does_not_count() {
    Report report = BOOK.baseline(Baseline.read(TEXT)).check(TestPlans.plan());

    assertThat(report.findings()).isEmpty();
    assertThat(report.known())
        .extracting(Finding::key)
        .containsExactly("NET-011[node/pve1]", "NET-011[node/pve2]", "CLU-025[node/pve1]");
    assertThat(report.gone()).isEmpty();
    assertThat(report.fails()).isFalse();
    assertThat(report.toText()).isEqualTo("""
        accepted:
          ERROR NET-011[node/pve1]: it is broken (baseline)
          ERROR NET-011[node/pve2]: it is broken (baseline)
          WARNING CLU-025[node/pve1]: it is broken (baseline)

        cluster lab passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided, 3 known
        2 rules on 2 subjects: 0 with findings, 0 undecided, 0 passed, 0 not applicable, 2 accepted
        """);
  }

  @Test
  void what_is_new_is_reported() {
    Report report = BOOK.check(TestPlans.plan()).since(known("NET-011[node/pve1]"));

    assertThat(report.findings())
        .extracting(Finding::key)
        .containsExactly("NET-011[node/pve2]", "CLU-025[node/pve1]");
    assertThat(report.known()).extracting(Finding::key).containsExactly("NET-011[node/pve1]");
    assertThat(report.result("NET-011").orElseThrow().outcome()).isEqualTo(Outcome.FINDINGS);
    assertThat(report.result("NET-011").orElseThrow().passed()).isZero();
  }

  @Test
  void baselines_of_two_calls_hold_both() {
    Report report = RuleBook.empty()
        .with(reporting("NET-011", ERROR, PlanPath.of("a"), PlanPath.of("b"), PlanPath.of("c")))
        .baseline(known("NET-011[a]"))
        .baseline(known("NET-011[a]", "NET-011[b]"))
        .check(TestPlans.plan());

    assertThat(report.known()).extracting(Finding::key).containsExactly("NET-011[a]", "NET-011[b]");
    assertThat(report.findings()).extracting(Finding::key).containsExactly("NET-011[c]");
  }

  @Test
  void a_report_is_seen_from_another_baseline() {
    Report report = BOOK.baseline(Baseline.read(TEXT)).check(TestPlans.plan());

    assertThat(report.since(known("CLU-025[node/pve1]")).toJson())
        .isEqualTo(
            BOOK.baseline(known("CLU-025[node/pve1]")).check(TestPlans.plan()).toJson());
  }

  @Test
  void what_is_gone_is_listed_so_that_the_file_can_shrink() {
    Baseline baseline = known("NET-011[node/pve9]", "NET-011[node/pve1]", "CLU-025[cluster]");

    Report report = BOOK.baseline(baseline).check(TestPlans.plan());

    assertThat(report.gone()).containsExactly("CLU-025[cluster]", "NET-011[node/pve9]");
    assertThat(baseline.without(report.gone())).isEqualTo(known("NET-011[node/pve1]"));
  }

  @Test
  void what_could_not_be_judged_is_not_gone() {
    RuleBook book = BOOK.with(
            rule("GST-001", ERROR, findings -> findings.undecided(PVE1, "memory")))
        .without("CLU-025");

    Report report = book.baseline(known(
            "GST-001[node/pve1]", "GST-001[node/pve2]", "CLU-025[cluster]", "XYZ-001[cluster]"))
        .check(TestPlans.plan());

    assertThat(report.gone()).containsExactly("GST-001[node/pve2]");
  }

  @Test
  void what_is_waived_is_neither_known_nor_gone() {
    Report report = BOOK.baseline(Baseline.read(TEXT))
        .waiving(
            Waivers.of(waive("NET-011[node/pve1]")
                .because("the old address")
                .owner("net-team")
                .until(TODAY.plusDays(100))),
            TODAY)
        .check(TestPlans.plan());

    assertThat(report.waived()).hasSize(1);
    assertThat(report.known())
        .extracting(Finding::key)
        .containsExactly("NET-011[node/pve2]", "CLU-025[node/pve1]");
    assertThat(report.gone()).isEmpty();
    assertThat(Baseline.of(report)).isEqualTo(known("NET-011[node/pve2]", "CLU-025[node/pve1]"));
  }

  @Test
  void what_is_said_of_waivers_is_no_part_of_it() {
    Report report = BOOK.waiving(
            Waivers.of(waive("NET-011[node/pve1]")
                .because("the old address")
                .owner("net-team")
                .until(TODAY.minusDays(1))),
            TODAY)
        .check(TestPlans.plan());

    assertThat(Baseline.of(report).toText()).isEqualTo(TEXT);
    assertThat(report.since(Baseline.of(report)).findings())
        .extracting(Finding::key)
        .containsExactly("WVR-001[waiver/NET-011[node/pve1]]");
  }

  @Test
  void all_that_is_wrong_with_a_file_is_said_at_once() {
    assertThatThrownBy(() -> Baseline.read("""
            known:
              - "NET-011[node/pve1]"
              - NET-011
              - [NET-012]
              - "WVR-001[waiver/NET-011]"
            since: 2026-06-15
            """, "baseline.yaml"))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessage("""
            the baseline can not be used, 5 problems:
              the text: it lacks formatVersion  (baseline.yaml:1)
                  Write it.
              known[1]: "NET-011" is no key of a finding  (baseline.yaml:3)
                  Write a key as reports show it: NET-011[node/pve1/vmbr0].
              known[2]: a list can not stand here  (baseline.yaml:4)
                  Write text.
              known[3]: "WVR-001[waiver/NET-011]" would hide what is said of waivers  (baseline.yaml:5)
                  Take it out, and mend or remove the waiver.
              since: there is no field "since" here  (baseline.yaml:6)
                  Use one of: formatVersion, known.""");
  }

  @Test
  void what_is_no_key_of_a_finding_is_refused_in_java_too() {
    assertThatThrownBy(() -> new Baseline(new TreeSet<>(Set.of("NET-011"))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"NET-011\" is no key of a finding");
  }

  @Property
  void any_name_is_written_and_read_back(@ForAll String hostile) {
    Report report = RuleBook.empty()
        .with(reporting("NET-011", ERROR, PlanPath.of("node", hostile)))
        .check(TestPlans.plan());
    Baseline baseline = Baseline.of(report);

    assertThat(Baseline.read(baseline.toText())).isEqualTo(baseline);
    assertThat(baseline.toText().lines()).hasSize(3);
    assertThat(report.since(baseline).findings()).isEmpty();
  }
}

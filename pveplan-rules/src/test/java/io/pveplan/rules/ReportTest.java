package io.pveplan.rules;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.reporting;
import static io.pveplan.rules.TestRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.report.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final PlanPath PVE1 = PlanPath.of("node", "pve1");
  private static final PlanPath PVE2 = PlanPath.of("node", "pve2");

  private static final RuleBook BOOK = RuleBook.empty()
      .with(
          reporting("ACME-001", WARNING, PVE2, PVE1),
          reporting("ACME-002", ERROR, PVE1),
          passing("ACME-003", PVE1, PVE2),
          passing("ACME-004"),
          rule("ACME-005", ERROR, findings -> findings.undecided(PVE2, "rate of eno1")),
          reporting("ACME-006", ERROR, PVE1),
          new SlowLink())
      .severity("ACME-002", INFO, "only in the lab")
      .without("ACME-006")
      .set("TEST-032.longestRoundTrip", "6 ms");

  private static final String TEXT = """
      ERROR TEST-032[corosync/link0]: link0 takes 7.0 ms on networks [mgmt, ring]
            -> Put the nodes into one LAN.
            (ProdCluster.java:31)

      WARNING ACME-001[node/pve1]: it is broken
            -> Repair it.
      WARNING ACME-001[node/pve2]: it is broken
            -> as above

      INFO ACME-002[node/pve1]: it is broken
            -> Repair it.

      undecided, the plan does not say:
        rate of eno1: ACME-005 on node/pve2
        round trip time: TEST-032 on corosync/link1

      changed in the rule book:
        ACME-002 reports INFO instead of ERROR: only in the lab
        ACME-006 is switched off
        TEST-032 has longestRoundTrip 6ms instead of 5ms

      cluster lab fails at level ERROR: 1 error, 2 warnings, 1 info, 2 undecided (2 subjects lack 2 facts)
      6 rules on 4 subjects: 3 with findings, 1 undecided, 1 passed, 1 not applicable
      """;

  @Test
  void the_text_has_findings_missing_facts_changes_and_counts() {
    assertThat(BOOK.check(TestPlans.plan()).toText()).isEqualTo(TEXT);
  }

  @Test
  void nothing_found_leaves_the_counts() {
    Report report = RuleBook.empty().with(passing("ACME-003", PVE1, PVE2)).check(TestPlans.plan());

    assertThat(report.toText()).isEqualTo("""
            cluster lab passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided
            1 rule on 2 subjects: 0 with findings, 0 undecided, 1 passed, 0 not applicable
            """);
  }

  @Test
  void errors_are_the_findings_that_are_errors_now() {
    Report report = BOOK.check(TestPlans.plan());

    assertThat(report.errors())
        .extracting(Finding::key)
        .containsExactly("TEST-032[corosync/link0]");
    assertThat(report.hasErrors()).isTrue();
    assertThat(report.count(WARNING)).isEqualTo(2);
    assertThat(report)
        .hasToString("1 error, 2 warnings, 1 info, 2 undecided (2 subjects lack 2 facts)");
  }

  @Test
  void warnings_are_no_errors() {
    Report report =
        RuleBook.empty().with(reporting("ACME-001", WARNING, PVE1)).check(TestPlans.plan());

    assertThat(report.errors()).isEmpty();
    assertThat(report.hasErrors()).isFalse();
  }

  @Test
  void a_result_can_hold_findings_undecided_and_passed_subjects() {
    RuleResult result = RuleBook.empty()
        .with(rule("ACME-001", WARNING, findings -> {
          findings.looksAt(PlanPath.of("node", "pve3"));
          findings.looksAt(PVE1);
          findings.on(PVE1).says("it is broken");
          findings.undecided(PVE1, "its age");
          findings.undecided(PVE2, "its age");
          findings.undecided(PVE2, "its height");
          findings.undecided(PVE2, "its age");
        }))
        .check(TestPlans.plan())
        .result("ACME-001")
        .orElseThrow();

    assertThat(result.outcome()).isEqualTo(Outcome.FINDINGS);
    assertThat(result.subjects())
        .extracting(PlanPath::toString)
        .containsExactly("node/pve3", "node/pve1", "node/pve2");
    assertThat(result.undecided())
        .extracting(Undecided::toString)
        .containsExactly(
            "Undecided[ruleId=ACME-001, subject=node/pve1, missingFacts=[its age]]",
            "Undecided[ruleId=ACME-001, subject=node/pve2, missingFacts=[its age, its height]]");
    assertThat(result.passed()).isEqualTo(1);
  }

  @Test
  void a_rule_that_did_not_run_has_no_result() {
    assertThat(BOOK.check(TestPlans.plan()).result("ACME-006")).isEmpty();
  }

  @Test
  void it_writes_itself_beside_the_bundle_in_all_standard_forms(@TempDir Path directory) {
    Report report = BOOK.check(TestPlans.plan());

    assertThat(report.writeTo(directory))
        .containsExactly(
            directory.resolve("checks/report.txt"),
            directory.resolve("checks/report.json"),
            directory.resolve("checks/report.sarif"),
            directory.resolve("checks/report.xml"),
            directory.resolve("checks/report.md"),
            directory.resolve("checks/report.html"));

    for (ReportFormat format : ReportFormat.STANDARD) {
      assertThat(directory.resolve("checks").resolve(format.fileName()))
          .hasContent(report.to(format));
    }
    assertThat(directory.resolve("checks")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void it_writes_itself_in_the_form_of_somebody_else(@TempDir Path directory) {
    Report report = BOOK.check(TestPlans.plan());

    assertThat(report.writeTo(directory, List.of(form("keys.txt"))))
        .containsExactly(directory.resolve("checks/keys.txt"));

    assertThat(directory.resolve("checks/keys.txt")).hasContent("4 findings\n");
  }

  @Test
  void two_forms_of_one_file_name_are_refused(@TempDir Path directory) {
    Report report = BOOK.check(TestPlans.plan());

    assertThatThrownBy(() ->
            report.writeTo(directory, List.of(ReportFormat.TEXT, ReportFormat.TEXT.width(80))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two forms of the report would be written to report.txt");
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../report.txt", "sub/report.txt", "/tmp/report.txt", ".hidden"})
  void a_file_name_with_a_path_is_refused(String name, @TempDir Path directory) {
    Report report = BOOK.check(TestPlans.plan());

    assertThatThrownBy(() -> report.writeTo(directory, List.of(form(name))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + name + "\" of ")
        .hasMessageEndingWith(" is not a plain file name, as report.txt is");
    assertThat(directory).isEmptyDirectory();
  }

  private static ReportFormat form(String fileName) {
    return new ReportFormat() {
      @Override
      public String fileName() {
        return fileName;
      }

      @Override
      public String mediaType() {
        return "text/plain; charset=utf-8";
      }

      @Override
      public String write(Report report) {
        return report.findings().size() + " findings\n";
      }
    };
  }

  @Test
  void it_replaces_an_older_report(@TempDir Path directory) throws IOException {
    BOOK.check(TestPlans.plan()).writeTo(directory);

    RuleBook.empty().check(TestPlans.plan()).writeTo(directory);

    assertThat(Files.readString(directory.resolve("checks/report.txt"))).isEqualTo("""
            rules looked at 0 of 2 parts of the plan; no rule looked at:
              cluster: cluster

            cluster lab passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided
            0 rules on 0 subjects: 0 with findings, 0 undecided, 0 passed, 0 not applicable
            """);
  }

  @Test
  void it_says_which_file_it_can_not_write(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("checks"), "a file in the way");
    Report report = BOOK.check(TestPlans.plan());

    assertThatThrownBy(() -> report.writeTo(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("can not write " + directory.resolve("checks/report.txt"));
  }

  @Property(tries = 300)
  void no_text_looks_like_another_line_of_the_report(@ForAll String hostile) {
    Report report = RuleBook.empty()
        .with(rule(
            "ACME-001",
            ERROR,
            findings -> findings
                .on(PlanPath.of("guest", hostile))
                .says("guest \"%s\" is broken", hostile)
                .remedy("Rename " + hostile)
                .because("name", hostile)))
        .severity("ACME-001", WARNING, "for " + hostile)
        .check(TestPlans.plan());

    assertThat(report.toText().lines()).hasSize(8);
    assertThat(JsonMapper.shared()
            .readTree(report.toJson())
            .at("/findings/0/evidence/name")
            .stringValue())
        .isEqualTo(hostile);
  }
}

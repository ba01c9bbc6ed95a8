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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
      ERROR TEST-032 corosync/link0: link0 takes 7.0 ms on networks [mgmt, ring]
            -> Put the nodes into one LAN.
            (ProdCluster.java:31)
      WARNING ACME-001 node/pve1: it is broken
            -> Repair it.
      WARNING ACME-001 node/pve2: it is broken
            -> Repair it.
      INFO ACME-002 node/pve1: it is broken
            -> Repair it.

      undecided, the plan does not say:
        ACME-005 node/pve2: rate of eno1
        TEST-032 corosync/link1: round trip time

      changed in the rule book:
        ACME-002 reports INFO instead of ERROR: only in the lab
        ACME-006 is switched off
        TEST-032 has longestRoundTrip 6ms instead of 5ms

      1 error, 2 warnings, 1 info, 2 undecided
      6 rules on 4 subjects: 3 with findings, 1 undecided, 1 passed, 1 not applicable
      """;

  @Test
  void the_text_has_findings_missing_facts_changes_and_counts() {
    assertThat(BOOK.check(TestPlans.plan()).toText()).isEqualTo(TEXT);
  }

  @Test
  void the_json_has_counts_findings_missing_facts_rules_and_changes() {
    Report report = RuleBook.empty()
        .with(reporting("ACME-002", ERROR, PVE1), passing("ACME-004"), new SlowLink())
        .severity("ACME-002", INFO, "only in the lab")
        .set(SlowLink.LONGEST, Duration.ofMillis(6))
        .check(TestPlans.plan());

    assertThat(report.toJson()).isEqualTo("""
            {
              "formatVersion" : 1,
              "counts" : {
                "errors" : 1,
                "warnings" : 0,
                "infos" : 1,
                "accepted" : 0,
                "undecided" : 1,
                "subjects" : 3
              },
              "findings" : [
                {
                  "key" : "TEST-032[corosync/link0]",
                  "rule" : "TEST-032",
                  "severity" : "ERROR",
                  "subject" : "corosync/link0",
                  "message" : "link0 takes 7.0 ms on networks [mgmt, ring]",
                  "evidence" : {
                    "roundTripMillis" : 7,
                    "networks" : [
                      "mgmt",
                      "ring"
                    ]
                  },
                  "remedy" : "Put the nodes into one LAN.",
                  "sources" : [
                    "pve-docs: pvecm.adoc, Network Requirements",
                    "own judgement"
                  ],
                  "declaredAt" : {
                    "class" : "com.acme.ProdCluster",
                    "file" : "ProdCluster.java",
                    "line" : 31
                  }
                },
                {
                  "key" : "ACME-002[node/pve1]",
                  "rule" : "ACME-002",
                  "severity" : "INFO",
                  "subject" : "node/pve1",
                  "message" : "it is broken",
                  "evidence" : { },
                  "remedy" : "Repair it.",
                  "sources" : [ ]
                }
              ],
              "accepted" : [ ],
              "undecided" : [
                {
                  "rule" : "TEST-032",
                  "subject" : "corosync/link1",
                  "missingFacts" : [
                    "round trip time"
                  ]
                }
              ],
              "rules" : [
                {
                  "id" : "ACME-002",
                  "severity" : "INFO",
                  "summary" : "Something is the case",
                  "outcome" : "FINDINGS",
                  "subjects" : 1,
                  "passed" : 0,
                  "findings" : 1,
                  "undecided" : 0,
                  "accepted" : 0
                },
                {
                  "id" : "ACME-004",
                  "severity" : "ERROR",
                  "summary" : "Something is the case",
                  "outcome" : "NOT_APPLICABLE",
                  "subjects" : 0,
                  "passed" : 0,
                  "findings" : 0,
                  "undecided" : 0,
                  "accepted" : 0
                },
                {
                  "id" : "TEST-032",
                  "severity" : "ERROR",
                  "summary" : "A Corosync link is slow",
                  "outcome" : "FINDINGS",
                  "subjects" : 2,
                  "passed" : 0,
                  "findings" : 1,
                  "undecided" : 1,
                  "accepted" : 0
                }
              ],
              "adjustments" : [
                {
                  "rule" : "ACME-002",
                  "change" : "reports INFO instead of ERROR",
                  "reason" : "only in the lab"
                },
                {
                  "rule" : "TEST-032",
                  "change" : "has longestRoundTrip 6ms instead of 5ms"
                }
              ],
              "gone" : [ ],
              "profile" : "PRODUCTION",
              "failLevel" : "ERROR",
              "fails" : true
            }
            """);
  }

  @Test
  void nothing_found_leaves_the_counts() {
    Report report = RuleBook.empty().with(passing("ACME-003", PVE1, PVE2)).check(TestPlans.plan());

    assertThat(report.toText()).isEqualTo("""
            0 errors, 0 warnings, 0 infos, 0 undecided
            1 rule on 2 subjects: 0 with findings, 0 undecided, 1 passed, 0 not applicable
            """);
  }

  @Test
  void nothing_found_is_said_in_json() {
    Report report = RuleBook.empty().check(TestPlans.plan());

    assertThat(report.toJson()).isEqualTo("""
            {
              "formatVersion" : 1,
              "counts" : {
                "errors" : 0,
                "warnings" : 0,
                "infos" : 0,
                "accepted" : 0,
                "undecided" : 0,
                "subjects" : 0
              },
              "findings" : [ ],
              "accepted" : [ ],
              "undecided" : [ ],
              "rules" : [ ],
              "adjustments" : [ ],
              "gone" : [ ],
              "profile" : "PRODUCTION",
              "failLevel" : "ERROR",
              "fails" : false
            }
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
    assertThat(report).hasToString("1 error, 2 warnings, 1 info, 2 undecided");
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
  void it_writes_itself_beside_the_bundle(@TempDir Path directory) {
    Report report = BOOK.check(TestPlans.plan());

    assertThat(report.writeTo(directory))
        .containsExactly(
            directory.resolve("checks/report.txt"), directory.resolve("checks/report.json"));

    assertThat(directory.resolve("checks/report.txt")).hasContent(report.toText());
    assertThat(directory.resolve("checks/report.json")).hasContent(report.toJson());
    assertThat(directory.resolve("checks")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void it_replaces_an_older_report(@TempDir Path directory) throws IOException {
    BOOK.check(TestPlans.plan()).writeTo(directory);

    RuleBook.empty().check(TestPlans.plan()).writeTo(directory);

    assertThat(Files.readString(directory.resolve("checks/report.txt"))).isEqualTo("""
            0 errors, 0 warnings, 0 infos, 0 undecided
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

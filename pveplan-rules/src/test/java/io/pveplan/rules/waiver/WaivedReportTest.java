package io.pveplan.rules.waiver;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.TestPlans;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.settings.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

/** Waived, known and expired things in whole reports. */
class WaivedReportTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final PlanPath PVE1 = PlanPath.of("node", "pve1");
  private static final PlanPath PVE2 = PlanPath.of("node", "pve2");

  private static final RuleBook BOOK = RuleBook.empty()
      .with(
          reporting("NET-011", ERROR, PVE1, PVE2),
          reporting("NET-012", WARNING, PVE1),
          reporting("NET-013", WARNING, PVE1, PVE2),
          passing("NET-014", PVE1));

  private static final String WAIVERS = """
      formatVersion: 1
      waivers:
        - key: "NET-011[node/pve1]"
          reason: the old address until the guests have moved
          owner: net-team
          until: 2026-06-20
          ticket: OPS-311
        - key: "NET-011[node/pve2]"
          reason: the same
          owner: net-team
          until: 2026-06-14
        - key: "NET-012"
          reason: nobody needs it
          owner: the lab
          until: 2026-12-31
        - key: "NET-014[node/pve1]"
          reason: a leftover
          owner: the lab
          until: 2026-12-31
        - key: "NET-013[node"
          reason: they are old
          owner: the lab
          until: 2026-12-31
      """;

  private static RuleBook waiving(String waivers) {
    return BOOK.waiving(Waivers.read(waivers, "waivers.yaml"), TODAY);
  }

  @Test
  void the_text_keeps_waived_findings_apart_and_tells_of_waivers() {
    Report report = waiving(WAIVERS)
        .set("WVR-003.mostFindings", "1")
        .baseline(
            Baseline.read("formatVersion: 1\nknown: ['NET-011[node/pve2]', 'NET-014[node/pve9]']"))
        .check(TestPlans.plan());

    assertThat(report.toText()).isEqualTo("""
        WARNING WVR-001[waiver/NET-011[node/pve2]]: the waiver of net-team ended on 2026-06-14, 1 finding not waived any more
              -> Repair what was waived and remove the waiver, or agree with its owner on a later day.
              (waivers.yaml:8)
        WARNING WVR-002[waiver/NET-014[node/pve1]]: no finding has this key or begins with it
              -> Remove the waiver, or copy the key from the report.
              (waivers.yaml:16)
        WARNING WVR-003[waiver/NET-013[node]: it waives 2 findings, more than 1
              -> Write one waiver for each finding or subject; to do without a rule here, switch it off or change its severity in the rule book; for an existing plan use a baseline.
              (waivers.yaml:20)

        INFO WVR-004[waiver/NET-011[node/pve1]]: the waiver of net-team ends on 2026-06-20, in 5 days
              -> Repair what is waived and remove the waiver, or agree with its owner on a later day.
              (waivers.yaml:3)

        accepted:
          ERROR NET-011[node/pve1]: it is broken (waiver: the old address until the guests have moved (net-team, until 2026-06-20, OPS-311))
          WARNING NET-012[node/pve1]: it is broken (waiver: nobody needs it (the lab, until 2026-12-31))
          WARNING NET-013[node/pve1]: it is broken (waiver: they are old (the lab, until 2026-12-31))
          WARNING NET-013[node/pve2]: it is broken (waiver: they are old (the lab, until 2026-12-31))
          ERROR NET-011[node/pve2]: it is broken (baseline)

        in the baseline and found no more:
          NET-014[node/pve9]

        changed in the rule book:
          WVR-003 has mostFindings 1 instead of 10

        cluster lab passes at level ERROR: 0 errors, 3 warnings, 1 info, 0 undecided, 4 waived, 1 known
        8 rules on 7 subjects: 4 with findings, 0 undecided, 1 passed, 0 not applicable, 3 accepted
        """);
  }

  @Test
  void the_json_keeps_waived_and_known_findings_apart() {
    Report report = RuleBook.empty()
        .with(reporting("NET-011", ERROR, PVE1, PVE2))
        .waiving(Waivers.read("""
                formatVersion: 1
                waivers:
                  - {key: "NET-011[node/pve1]", reason: the old address, owner: net-team,
                     until: 2026-12-31, ticket: OPS-311}
                """, "waivers.yaml"), TODAY)
        .without("waiver")
        .baseline(
            Baseline.read("formatVersion: 1\nknown: ['NET-011[node/pve2]', 'NET-011[node/pve3]']"))
        .profile(Profile.STRICT)
        .check(TestPlans.plan());

    assertThat(report.toJson()).isEqualTo("""
        {
          "$schema" : "urn:pveplan:report:1",
          "formatVersion" : 1,
          "cluster" : "lab",
          "counts" : {
            "errors" : 0,
            "warnings" : 0,
            "infos" : 0,
            "accepted" : 2,
            "undecided" : 0,
            "subjects" : 2
          },
          "findings" : [ ],
          "accepted" : [
            {
              "finding" : {
                "key" : "NET-011[node/pve1]",
                "rule" : "NET-011",
                "severity" : "ERROR",
                "subject" : "node/pve1",
                "message" : "it is broken",
                "evidence" : { },
                "remedy" : "Repair it.",
                "sources" : [ ]
              },
              "by" : "waiver",
              "reason" : "the old address (net-team, until 2026-12-31, OPS-311)",
              "waiver" : {
                "key" : "NET-011[node/pve1]",
                "reason" : "the old address",
                "owner" : "net-team",
                "until" : "2026-12-31",
                "ticket" : "OPS-311",
                "declaredAt" : {
                  "file" : "waivers.yaml",
                  "line" : 3
                }
              }
            },
            {
              "finding" : {
                "key" : "NET-011[node/pve2]",
                "rule" : "NET-011",
                "severity" : "ERROR",
                "subject" : "node/pve2",
                "message" : "it is broken",
                "evidence" : { },
                "remedy" : "Repair it.",
                "sources" : [ ]
              },
              "by" : "baseline"
            }
          ],
          "undecided" : [ ],
          "rules" : [
            {
              "id" : "NET-011",
              "severity" : "ERROR",
              "summary" : "Something is the case",
              "outcome" : "ACCEPTED",
              "subjects" : 2,
              "passed" : 0,
              "findings" : 0,
              "undecided" : 0,
              "accepted" : 2
            }
          ],
          "adjustments" : [
            {
              "rule" : "WVR-001",
              "change" : "is switched off"
            },
            {
              "rule" : "WVR-002",
              "change" : "is switched off"
            },
            {
              "rule" : "WVR-003",
              "change" : "is switched off"
            },
            {
              "rule" : "WVR-004",
              "change" : "is switched off"
            }
          ],
          "gone" : [
            "NET-011[node/pve3]"
          ],
          "profile" : "STRICT",
          "failLevel" : "WARNING",
          "fails" : false,
          "coverage" : {
            "parts" : 2,
            "lookedAt" : 0,
            "withinOthers" : 0,
            "kinds" : [
              {
                "kind" : "cluster",
                "parts" : 1,
                "lookedAt" : 0,
                "withinOthers" : 0,
                "notLookedAt" : [
                  "cluster"
                ]
              },
              {
                "kind" : "datacenter option",
                "parts" : 1,
                "lookedAt" : 0,
                "withinOthers" : 0,
                "notLookedAt" : [
                  "cluster/migration"
                ]
              }
            ],
            "missingFacts" : [ ]
          }
        }
        """);
  }

  @ParameterizedTest
  @FieldSource("io.pveplan.rules.report.ReportFormat#STANDARD")
  void every_form_shows_what_is_waived_and_what_is_known(ReportFormat format) {
    Report report = BOOK.without("NET-012")
        .without("NET-013")
        .waiving(
            Waivers.read(
                "{formatVersion: 1, waivers: [{key: 'NET-011[node/pve1]', reason: the old address,"
                    + " owner: net-team, until: 2026-12-31}]}"),
            TODAY)
        .baseline(Baseline.read("formatVersion: 1\nknown: ['NET-011[node/pve2]']"))
        .check(TestPlans.plan());

    assertThat(report.to(format))
        .contains("the old address (net-team, until 2026-12-31)", "node/pve2", "baseline");
  }

  @Test
  void waived_findings_do_not_count() {
    Report report = waiving(WAIVERS).check(TestPlans.plan());

    assertThat(report.waived())
        .extracting(waived -> waived.finding().key() + " by " + waived.waiver().key())
        .containsExactly(
            "NET-011[node/pve1] by NET-011[node/pve1]",
            "NET-012[node/pve1] by NET-012",
            "NET-013[node/pve1] by NET-013[node",
            "NET-013[node/pve2] by NET-013[node");
    assertThat(report.errors()).extracting(Finding::key).containsExactly("NET-011[node/pve2]");
    assertThat(report).hasToString("1 error, 2 warnings, 1 info, 0 undecided, 4 waived");
  }

  @Test
  void a_rule_whose_findings_are_all_waived_has_not_passed() {
    RuleResult result =
        waiving(WAIVERS).check(TestPlans.plan()).result("NET-012").orElseThrow();

    assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(result.passed()).isZero();
    assertThat(result.findings()).isEmpty();
    assertThat(result.reported()).extracting(Finding::key).containsExactly("NET-012[node/pve1]");
  }

  @Test
  void the_day_decides() {
    Waivers waivers = Waivers.read(WAIVERS);

    assertThat(BOOK.waiving(waivers, TODAY.minusDays(1)).check(TestPlans.plan()).hasErrors())
        .isFalse();
    assertThat(BOOK.waiving(waivers, TODAY).check(TestPlans.plan()).errors()).hasSize(1);
    assertThat(BOOK.waiving(waivers, TODAY.plusYears(1)).check(TestPlans.plan()).waived())
        .isEmpty();
  }

  @Test
  void what_is_said_of_waivers_has_the_severity_of_the_rule_book() {
    Report report = waiving(WAIVERS)
        .severity("WVR-001", ERROR, "dates are kept here")
        .without("WVR-002")
        .check(TestPlans.plan());

    assertThat(report.result("WVR-001").orElseThrow().findings())
        .extracting(Finding::severity)
        .containsExactly(ERROR);
    assertThat(report.result("WVR-002")).isEmpty();
  }

  @Test
  void waivers_of_two_calls_are_all_in_force_on_the_later_day() {
    Waivers first = Waivers.of(WaiverChecks.waiver("NET-011[node/pve1]").until(TODAY));
    Waivers second = Waivers.of(WaiverChecks.waiver("NET-011[node/pve2]"));

    RuleBook both = BOOK.waiving(first, TODAY).waiving(second, TODAY);
    RuleBook later = BOOK.waiving(first, TODAY).waiving(second, TODAY.plusDays(1));

    assertThat(both.check(TestPlans.plan()).waived())
        .extracting(it -> it.finding().key())
        .containsExactly("NET-011[node/pve1]", "NET-011[node/pve2]");
    assertThat(later.check(TestPlans.plan()).waived())
        .extracting(it -> it.finding().key())
        .containsExactly("NET-011[node/pve2]");
  }

  @Test
  void one_key_in_two_calls_is_refused() {
    Waivers waivers = Waivers.of(WaiverChecks.waiver("NET-011[node/pve1]"));

    assertThatThrownBy(() -> BOOK.waiving(waivers, TODAY).waiving(waivers, TODAY))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessageContaining("waiver NET-011[node/pve1]: it is waived twice");
  }

  @Test
  void the_standard_book_has_the_rules_about_waivers() {
    assertThat(RuleBook.standard().rules())
        .extracting(RuleDescription::id)
        .contains("WVR-001", "WVR-002", "WVR-003", "WVR-004");
    assertThat(RuleBook.standard()
            .waiving(Waivers.none(), TODAY)
            .check(TestPlans.plan())
            .result("WVR-001")
            .orElseThrow()
            .outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void a_day_is_needed() {
    assertThatThrownBy(() -> BOOK.waiving(Waivers.none(), null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void the_report_is_the_same_twice() {
    RuleBook book = waiving(WAIVERS);

    assertThat(book.check(TestPlans.plan()).toJson())
        .isEqualTo(waiving(WAIVERS).check(TestPlans.plan()).toJson());
  }

  @Property(tries = 300)
  void no_text_of_a_waiver_looks_like_another_line_of_the_report(@ForAll String hostile) {
    String file = JsonMapper.shared()
        .writeValueAsString(Map.of(
            "formatVersion",
            1,
            "waivers",
            List.of(Map.of(
                "key",
                "NET-012",
                "reason",
                "for " + hostile,
                "owner",
                "of " + hostile,
                "until",
                "2026-06-15",
                "ticket",
                "see " + hostile))));

    Report report = waiving(file).check(TestPlans.plan());

    assertThat(report.toText().lines()).hasSize(19);
    assertThat(JsonMapper.shared()
            .readTree(report.toJson())
            .at("/accepted/0/waiver/reason")
            .stringValue())
        .isEqualTo(report.waived().get(0).waiver().reason());
  }
}

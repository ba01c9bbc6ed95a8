package io.pveplan.rules.report;

import static io.pveplan.rules.report.ReportFormat.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void lines_are_broken_between_words_in_the_width_that_is_asked_for() {
    assertThat(report("link0 runs over network ceph, which also carries storage traffic")
            .to(TEXT.withoutCoverage().width(50)))
        .isEqualTo("""
            ERROR ACME-001[corosync/link0]: link0 runs over
                  network ceph, which also carries storage
                  traffic
                  -> Repair it.

            cluster prod fails at level ERROR: 1 error, 0
            warnings, 0 infos, 0 undecided
            1 rule on 1 subject: 1 with findings, 0 undecided,
            0 passed, 0 not applicable
            """);
  }

  @Test
  void a_word_longer_than_a_line_stays_whole() {
    assertThat(report("see " + "x".repeat(50)).to(TEXT.withoutCoverage().width(40)))
        .startsWith("""
            ERROR ACME-001[corosync/link0]: see
                  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                  -> Repair it.
            """);
  }

  @Test
  void full_width_characters_take_two_columns() {
    assertThat(report("会会会会会 会会会会会").to(TEXT.withoutCoverage().width(42))).startsWith("""
            ERROR ACME-001[corosync/link0]: 会会会会会
                  会会会会会
            """);
  }

  @Test
  void colors_come_when_they_are_asked_for() {
    assertThat(TEXT.colored().withoutCoverage().write(Samples.busy()).lines().limit(10))
        .containsExactly(
            "\u001b[1;31mERROR\u001b[0m \u001b[1mNET-003[corosync/link0]\u001b[0m: link0 takes 7.0 ms, "
                + "Corosync stands 5 ms between the farthest nodes",
            "      -> Put the nodes into one LAN: {0} and <all> of | them, with [link](1).",
            "\u001b[2m      (ProdCluster.java:31)\u001b[0m",
            "",
            "\u001b[33mWARNING\u001b[0m \u001b[1mNODE-008[node/pve11]\u001b[0m: guests of pve11 need "
                + "more memory than it has",
            "      -> Repair it.",
            "",
            "\u001b[36mINFO\u001b[0m \u001b[1mNET-004[node/pve11/vmbr0]\u001b[0m: bridge vmbr0 of pve11 "
                + "has one uplink",
            "      -> Repair it.",
            "\u001b[2m      (ProdCluster.java:27)\u001b[0m");
  }

  @Test
  void a_remedy_is_told_once_for_findings_that_share_it() {
    Report report = RuleBook.empty()
        .with(Samples.rule("ACME-001", Severity.ERROR, (plan, findings) -> {
          findings.on(PlanPath.of("node", "pve1")).says("it is old");
          findings.on(PlanPath.of("node", "pve2")).says("it is old");
          findings.on(PlanPath.of("node", "pve3")).says("it is broken").remedy("Buy another.");
        }))
        .with(Samples.rule(
            "ACME-002",
            Severity.ERROR,
            (plan, findings) ->
                findings.on(PlanPath.of("node", "pve1")).says("it is hot").remedy("Buy another.")))
        .check(Samples.plan());

    assertThat(report.to(TEXT.withoutCoverage())).startsWith("""
        ERROR ACME-001[node/pve1]: it is old
              -> Repair it.
        ERROR ACME-001[node/pve2]: it is old
              -> as above
        ERROR ACME-001[node/pve3]: it is broken
              -> Buy another.
        ERROR ACME-002[node/pve1]: it is hot
              -> Buy another.

        """);
  }

  @Test
  void a_fact_is_told_once_with_all_who_ask_for_it() {
    Report report = RuleBook.empty()
        .with(Samples.rule("ACME-001", Severity.ERROR, (plan, findings) -> {
          findings.undecided(PlanPath.of("node", "pve1"), "rack");
          findings.undecided(PlanPath.of("node", "pve2"), "rack");
        }))
        .with(Samples.rule(
            "ACME-002",
            Severity.ERROR,
            (plan, findings) -> findings.undecided(PlanPath.of("node", "pve1"), "rack")))
        .check(Samples.plan());

    assertThat(report.to(TEXT.withoutCoverage())).startsWith("""
        undecided, the plan does not say:
          rack: ACME-001, ACME-002 on node/pve1, node/pve2

        """);
  }

  @Test
  void a_plan_that_was_looked_at_as_a_whole_is_said_to_be() {
    Report report = RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) -> PlanParts.of(plan).forEach(part -> findings.looksAt(part.path()))))
        .check(Samples.plan());

    assertThat(report.to(TEXT)).isEqualTo("""
        rules looked at all 60 parts of the plan

        cluster prod passes at level ERROR: 0 errors, 0 warnings, 0 infos, 0 undecided
        1 rule on 60 subjects: 0 with findings, 0 undecided, 1 passed, 0 not applicable
        """);
  }

  @Test
  void a_terminal_that_is_too_narrow_is_refused() {
    assertThatThrownBy(() -> TEXT.width(39))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a report needs a width of at least 40 columns, not 39");
  }

  @Property(tries = 200)
  void breaking_lines_loses_nothing_but_blanks(@ForAll String hostile) {
    Contents contents = Samples.hostile(hostile);

    assertThat(TEXT.width(40).write(contents)).isEqualToIgnoringWhitespace(TEXT.write(contents));
  }

  @Property(tries = 200)
  void no_name_steers_the_terminal(@ForAll String hostile) {
    String colored = TEXT.colored().write(Samples.hostile(hostile));

    assertThat(colored.replaceAll("\u001b\\[[0-9;]+m", ""))
        .isEqualTo(TEXT.write(Samples.hostile(hostile)))
        .doesNotContain("\u001b");
  }

  private static Report report(String message) {
    return RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) -> findings.on(PlanPath.of("corosync", "link0")).says(message)))
        .check(Samples.plan());
  }
}

package io.pveplan.rules;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestPack.pack;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.reporting;
import static io.pveplan.rules.TestRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Visible;
import io.pveplan.rules.waiver.Waivers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  @Test
  void rules_run_by_id() {
    List<String> ran = new ArrayList<>();

    RuleBook.empty()
        .with(rule("NET-002", INFO, findings -> ran.add("NET-002")))
        .with(pack("a", rule("NET-010", INFO, findings -> ran.add("NET-010"))))
        .with(rule("CLU-009", INFO, findings -> ran.add("CLU-009")))
        .check(TestPlans.plan());

    assertThat(ran).containsExactly("CLU-009", "NET-002", "NET-010");
  }

  @Test
  void a_resolved_plan_is_checked_like_its_plan() {
    RuleBook book = RuleBook.empty().with(reporting("NET-001", ERROR, CLUSTER));

    assertThat(book.check(ResolvedPlan.of(TestPlans.plan())).toJson())
        .isEqualTo(book.check(TestPlans.plan()).toJson());
  }

  @Test
  void a_book_does_not_change() {
    RuleBook book = RuleBook.empty().with(new SlowLink());

    book.with(passing("NET-001"));
    book.without("TEST-032");
    book.severity("TEST-032", INFO, "the lab is far away");
    book.set(SlowLink.LONGEST, Duration.ofSeconds(1));

    assertThat(book.rules()).extracting(RuleDescription::id).containsExactly("TEST-032");
    assertThat(book.adjustments()).isEmpty();
    assertThat(book.check(TestPlans.plan()).errors()).hasSize(1);
  }

  @Test
  void two_rules_with_one_id_are_refused() {
    RuleBook book = RuleBook.empty().with(pack("network", passing("NET-001")));

    assertThatThrownBy(() -> book.with(pack("acme", passing("NET-001"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "rule id NET-001 is used twice: by io.pveplan.rules.TestRule of pack network and by"
                + " io.pveplan.rules.TestRule of pack acme");
  }

  @Test
  void the_id_of_a_rule_that_is_switched_off_is_in_use() {
    RuleBook book = RuleBook.empty().with(passing("NET-001")).without("NET-001");

    assertThatThrownBy(() -> book.with(passing("NET-001")))
        .hasMessage("rule id NET-001 is used twice: by io.pveplan.rules.TestRule and by"
            + " io.pveplan.rules.TestRule");
  }

  @Test
  void a_pack_is_taken_once() {
    RuleBook book = RuleBook.empty().with(pack("network", passing("NET-001")));

    assertThatThrownBy(() -> book.with(pack("network", passing("NET-002"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pack network is in the rule book already");
  }

  @Test
  void a_pack_is_named_as_those_of_the_library_are() {
    for (String name : List.of(" ", "", "Acme", "acme rules", "1st", "a\nb")) {
      assertThatThrownBy(() -> RuleBook.empty().with(pack(name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("io.pveplan.rules.TestPack: the name of a pack \"" + Visible.text(name)
              + "\" is not small letters, digits and dashes, as in acme");
    }
  }

  @Test
  void a_pack_without_title_is_refused() {
    RulePack untitled = new RulePack() {
      @Override
      public String name() {
        return "acme";
      }

      @Override
      public String title() {
        return " ";
      }

      @Override
      public List<Rule> rules() {
        return List.of();
      }
    };

    assertThatThrownBy(() -> RuleBook.empty().with(untitled))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(untitled.getClass().getName() + " has no title");
  }

  @Test
  void a_rule_that_is_switched_off_does_not_run_and_is_named() {
    RuleBook book = RuleBook.empty().with(reporting("NET-001", ERROR, CLUSTER)).without("NET-001");

    Report report = book.check(TestPlans.plan());

    assertThat(book.rules()).isEmpty();
    assertThat(report.results()).isEmpty();
    assertThat(report.adjustments())
        .extracting(Adjustment::toString)
        .containsExactly("NET-001 is switched off");
  }

  @Test
  void a_rule_is_switched_off_with_a_reason() {
    RuleBook book = RuleBook.empty().with(passing("NET-001"));

    assertThat(book.without("NET-001", "no network here").adjustments())
        .extracting(Adjustment::toString)
        .containsExactly("NET-001 is switched off: no network here");
    assertThatThrownBy(() -> book.without("NET-001", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NET-001: say why it is switched off here");
  }

  @Test
  void a_pack_is_switched_off_and_a_rule_of_it_on_again() {
    RuleBook book = RuleBook.empty()
        .with(pack("network", passing("NET-001"), passing("NET-002")))
        .with(pack("cluster", passing("CLU-001")))
        .without("network", "no network here")
        .with("NET-002");

    assertThat(book.rules()).extracting(RuleDescription::id).containsExactly("CLU-001", "NET-002");
    assertThat(book.with("network").adjustments()).isEmpty();
  }

  @Test
  void an_unknown_pack_is_refused_with_those_there_are() {
    RuleBook book = RuleBook.empty()
        .with(pack("network", passing("NET-001")))
        .with(pack("cluster", passing("CLU-001")));

    assertThatThrownBy(() -> book.without("netwerk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule or pack netwerk in this rule book; there are the packs"
            + " cluster, network");
  }

  @Test
  void a_pack_has_no_severity() {
    RuleBook book = RuleBook.empty().with(pack("network", passing("NET-001")));

    assertThatThrownBy(() -> book.severity("network", INFO, "a reason"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule network in this rule book");
  }

  @ParameterizedTest(name = "fail level {0} fails for {1}")
  @CsvSource({
    "NEVER, ''",
    "ERROR, 'ERROR'",
    "WARNING, 'ERROR WARNING'",
    "INFO, 'ERROR WARNING INFO'",
    "UNDECIDED, 'ERROR WARNING INFO UNDECIDED'"
  })
  void each_fail_level_includes_those_before_it(FailLevel level, String failing) {
    RuleBook book = RuleBook.empty().failLevel(level);
    Map<String, Rule> rules = Map.of(
        "ERROR", reporting("NET-001", ERROR, CLUSTER),
        "WARNING", reporting("NET-001", WARNING, CLUSTER),
        "INFO", reporting("NET-001", INFO, CLUSTER),
        "UNDECIDED", rule("NET-001", ERROR, findings -> findings.undecided(CLUSTER, "a fact")),
        "PASSED", passing("NET-001", CLUSTER));

    assertThat(rules.keySet().stream()
            .filter(it -> book.with(rules.get(it)).check(TestPlans.plan()).fails())
            .sorted())
        .containsExactly(Stream.of(failing.split(" "))
            .filter(it -> !it.isEmpty())
            .sorted()
            .toArray(String[]::new));
    assertThat(book.check(TestPlans.plan()).failLevel()).isEqualTo(level);
  }

  @Test
  void a_fail_level_can_be_asked_for_whatever_the_book_says() {
    Report report =
        RuleBook.empty().with(reporting("NET-001", WARNING, CLUSTER)).check(TestPlans.plan());

    assertThat(report.fails()).isFalse();
    assertThat(report.fails(FailLevel.WARNING)).isTrue();
  }

  @Test
  void an_unknown_id_is_refused_with_the_ids_of_its_area() {
    RuleBook book =
        RuleBook.empty().with(passing("NET-001"), passing("NET-002"), passing("CLU-001"));

    assertThatThrownBy(() -> book.without("NET-999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule NET-999 in this rule book; there are NET-001, NET-002");
  }

  @Test
  void a_text_that_is_no_id_is_refused_without_naming_all_rules() {
    RuleBook book = RuleBook.empty().with(passing("NET-001"));

    assertThatThrownBy(() -> book.explain("net"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule net in this rule book");
  }

  @Test
  void an_unknown_id_of_an_unknown_area_is_refused() {
    RuleBook book = RuleBook.empty().with(passing("NET-001"));

    assertThatThrownBy(() -> book.severity("SDN-001", INFO, "no SDN here"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule SDN-001 in this rule book");
  }

  @Test
  void the_severity_of_a_rule_is_the_users_choice() {
    RuleBook book = RuleBook.empty()
        .with(reporting("NET-001", ERROR, CLUSTER))
        .severity("NET-001", WARNING, "spare hardware")
        .severity("NET-001", INFO, "one cable");

    Report report = book.check(TestPlans.plan());

    assertThat(report.findings()).extracting(Finding::severity).containsExactly(INFO);
    assertThat(report.adjustments())
        .extracting(Adjustment::toString)
        .containsExactly("NET-001 reports INFO instead of ERROR: one cable");
  }

  @Test
  void a_severity_needs_a_reason() {
    RuleBook book = RuleBook.empty().with(passing("NET-001"));

    assertThatThrownBy(() -> book.severity("NET-001", INFO, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("severity of NET-001: say why it is INFO here");
  }

  @Test
  void the_severity_of_the_rule_itself_is_no_change() {
    RuleBook book =
        RuleBook.empty().with(passing("NET-001")).severity("NET-001", ERROR, "to be sure");

    assertThat(book.adjustments()).isEmpty();
  }

  @Test
  void a_parameter_is_set_as_value() {
    RuleBook book = RuleBook.empty().with(new SlowLink());

    RuleBook patient = book.set(SlowLink.LONGEST, Duration.ofMillis(7));

    assertThat(book.check(TestPlans.plan()).count(Outcome.FINDINGS)).isEqualTo(1);
    assertThat(patient.check(TestPlans.plan()).count(Outcome.FINDINGS)).isZero();
  }

  @Test
  void a_parameter_is_set_as_text() {
    RuleBook book = RuleBook.empty().with(new SlowLink()).set("TEST-032.longestRoundTrip", "7ms");

    assertThat(book.check(TestPlans.plan()).count(Outcome.FINDINGS)).isZero();
  }

  @Test
  void a_parameter_that_two_rules_share_is_set_for_each_of_them() {
    var limit = RuleParameter.wholeNumber("limit", 1, "a limit", "own judgement");
    RuleBook book = RuleBook.empty()
        .with(
            rule(
                    "NET-001",
                    INFO,
                    findings -> findings.on(CLUSTER).says("limit %d", findings.parameter(limit)))
                .having(limit),
            rule(
                    "NET-002",
                    INFO,
                    findings -> findings.on(CLUSTER).says("limit %d", findings.parameter(limit)))
                .having(limit));

    assertThat(limits(book.set("NET-001.limit", "2").set("NET-002.limit", "3")))
        .containsExactly("NET-001 limit 2", "NET-002 limit 3");
    assertThat(limits(book.set("NET-001.limit", "2")))
        .containsExactly("NET-001 limit 2", "NET-002 limit 1");
    assertThat(limits(book.set("NET-001.limit", "2").set(limit, 5)))
        .containsExactly("NET-001 limit 5", "NET-002 limit 5");
    assertThat(book.set("NET-002.limit", "3").adjustments())
        .extracting(Adjustment::toString)
        .containsExactly("NET-002 has limit 3 instead of 1");
    assertThat(limits(book.configured("""
            formatVersion: 1
            rules:
              NET-001: {parameters: {limit: 7}}
              NET-002: {parameters: {limit: 8}}
            """))).containsExactly("NET-001 limit 7", "NET-002 limit 8");
  }

  private static List<String> limits(RuleBook book) {
    return book.check(TestPlans.plan()).findings().stream()
        .map(finding -> finding.ruleId() + " " + finding.message())
        .toList();
  }

  @Test
  void a_rule_goes_before_its_pack_whichever_is_said_first() {
    RuleBook book = RuleBook.empty().with(pack("sdn", passing("SDN-001"), passing("SDN-002")));

    assertThat(ids(book.with("SDN-001").without("sdn", "no SDN"))).containsExactly("SDN-001");
    assertThat(ids(book.without("sdn", "no SDN").with("SDN-001"))).containsExactly("SDN-001");
    assertThat(ids(book.without("SDN-001").with("sdn"))).containsExactly("SDN-002");
    assertThat(ids(book.without("sdn").with("sdn"))).containsExactly("SDN-001", "SDN-002");
    assertThat(ids(book.configured("""
                formatVersion: 1
                rules:
                  SDN-001: {enabled: true}
                """).configured("""
                formatVersion: 1
                packs:
                  sdn: {enabled: false, reason: no SDN}
                """))).containsExactly("SDN-001");
  }

  private static List<String> ids(RuleBook book) {
    return book.rules().stream().map(RuleDescription::id).toList();
  }

  @Test
  void a_parameter_of_no_rule_is_refused() {
    assertThatThrownBy(() -> RuleBook.empty().set(SlowLink.LONGEST, Duration.ofMillis(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rule in this rule book has the parameter longestRoundTrip");
  }

  @Test
  void an_unknown_parameter_is_refused_with_those_there_are() {
    RuleBook book = RuleBook.empty().with(new SlowLink());

    assertThatThrownBy(() -> book.set("TEST-032.shortest", "7ms"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule TEST-032 has no parameter shortest, it has [longestRoundTrip = 5ms]");
  }

  @Test
  void a_parameter_of_an_unknown_rule_is_refused() {
    assertThatThrownBy(() -> RuleBook.empty().set("TEST-032.longestRoundTrip", "7ms"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule TEST-032 in this rule book");
  }

  @Test
  void a_key_without_parameter_is_refused() {
    assertThatThrownBy(() -> RuleBook.empty().set("TEST-032", "7ms"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"TEST-032\" is not a rule and a parameter with a dot between, as in NET-001.limit");
  }

  @Test
  void a_value_the_parameter_refuses_is_refused() {
    RuleBook book = RuleBook.empty().with(new SlowLink());

    assertThatThrownBy(() -> book.set(SlowLink.LONGEST, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter longestRoundTrip: -1ms is refused, it must not be negative");
  }

  @Test
  void two_parameters_of_one_name_are_refused() {
    var limit = RuleParameter.wholeNumber("limit", 1, "a limit", "own judgement");
    var other = RuleParameter.wholeNumber("limit", 2, "another", "own judgement");

    assertThatThrownBy(() -> RuleBook.empty().with(passing("NET-001").having(limit, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule NET-001 (io.pveplan.rules.TestRule) has two parameters of one name");
  }

  @Test
  void a_rule_that_throws_ends_the_check_with_its_name() {
    var defect = new IllegalStateException("no such network");
    RuleBook book = RuleBook.empty().with(rule("NET-001", INFO, findings -> {
      throw defect;
    }));

    assertThatThrownBy(() -> book.check(TestPlans.plan()))
        .isInstanceOf(RuleFailedException.class)
        .hasMessage("rule NET-001 (io.pveplan.rules.TestRule) failed:"
            + " java.lang.IllegalStateException: no such network")
        .hasCause(defect)
        .extracting(failed -> ((RuleFailedException) failed).ruleId())
        .isEqualTo("NET-001");
  }

  @Test
  void a_rule_that_throws_is_said_to_be_where_it_looked_last() {
    RuleBook book = RuleBook.empty().with(rule("NET-001", INFO, findings -> {
      findings.looksAt(PlanPath.of("node", "pve2"));
      findings.looksAt(PlanPath.of("node", "pve1"));
      throw new NullPointerException();
    }));

    assertThatThrownBy(() -> book.check(TestPlans.plan()))
        .isInstanceOf(RuleFailedException.class)
        .hasMessage("rule NET-001 (io.pveplan.rules.TestRule) failed, it looked at node/pve1 last:"
            + " java.lang.NullPointerException");
  }

  @Test
  void a_rule_that_never_ends_is_named() {
    RuleBook book = RuleBook.empty().with(rule("NET-001", INFO, RuleBookTest::overflow));

    assertThatThrownBy(() -> book.check(TestPlans.plan()))
        .isInstanceOf(RuleFailedException.class)
        .hasMessage("rule NET-001 (io.pveplan.rules.TestRule) failed, it looked at cluster last:"
            + " java.lang.StackOverflowError")
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  private static void overflow(Findings findings) {
    findings.looksAt(CLUSTER);
    overflow(findings);
  }

  @Test
  void a_rule_is_explained() {
    RuleBook book = RuleBook.empty()
        .with(pack("test", new SlowLink()))
        .severity("TEST-032", WARNING, "the lab is far away")
        .set(SlowLink.LONGEST, Duration.ofSeconds(1));

    assertThat(book.explain("TEST-032")).isEqualTo("""
            TEST-032 ERROR
            A Corosync link is slow

            Why
              Corosync needs steady latency. Tokens that arrive late cost the quorum.

            What to do
              Put the nodes into one LAN.

            Sources
              pve-docs: pvecm.adoc, Network Requirements
              own judgement

            Parameters
              TEST-032.longestRoundTrip = 1s: round trip between two nodes (default 5ms, from pvecm.adoc)

            In this rule book
              TEST-032 reports WARNING instead of ERROR: the lab is far away
              TEST-032 has longestRoundTrip 1s instead of 5ms

            Pack
              test

            Since
              0.1
            """);
  }

  @Test
  void a_rule_that_is_off_and_waived_is_explained_so() {
    Waivers waivers = Waivers.read("""
        formatVersion: 1
        waivers:
          - {key: "NET-001[node/pve1]", reason: on order, owner: ops, until: 2026-12-31, ticket: OPS-1}
          - {key: "NET-001[node/pve2]", reason: in spring, owner: ops, until: 2026-05-31}
          - {key: NET-, reason: all new, owner: net, until: 2027-01-31}
          - {key: NODE-001, reason: not this rule, owner: ops, until: 2026-12-31}
        """);
    RuleBook book = RuleBook.empty()
        .with(passing("NET-001"))
        .without("NET-001", "there is no network")
        .waiving(waivers, LocalDate.of(2026, 6, 15));

    assertThat(book.explain("NET-001")).isEqualTo("""
        NET-001 ERROR
        Something is the case

        What to do
          Repair it.

        In this rule book
          NET-001 is switched off: there is no network

        Waivers
          NET-001[node/pve1]: on order (ops, until 2026-12-31, OPS-1)
          NET-001[node/pve2]: in spring (ops, until 2026-05-31), expired
          NET-: all new (net, until 2027-01-31)
        """);
  }

  @Test
  void a_rule_with_few_words_is_explained_in_few() {
    assertThat(RuleBook.empty().with(passing("NET-001")).explain("NET-001")).isEqualTo("""
            NET-001 ERROR
            Something is the case

            What to do
              Repair it.
            """);
  }
}

package io.pveplan.rules;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestPack.pack;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.settings.Profile;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SettingsFileTest {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  private static final RuleBook BOOK = RuleBook.empty()
      .with(pack(
          "network", reporting("NET-001", ERROR, CLUSTER), reporting("NET-002", WARNING, CLUSTER)))
      .with(pack("cluster", reporting("CLU-025", WARNING, CLUSTER), passing("CLU-026")))
      .with(new SlowLink());

  private static final String FILE = """
      formatVersion: 1
      profile: strict
      failLevel: never
      packs:
        network:
          enabled: false
          reason: >
            there is
            no network
        cluster:
          enabled: true
      rules:
        NET-002:
          enabled: true
        CLU-026:
          severity: info
          reason: the lab has one switch
        TEST-032:
          parameters:
            longestRoundTrip: 7ms
          reason: the other room
      """;

  @Test
  void it_sets_up_the_book() {
    RuleBook book = BOOK.configured(FILE);

    assertThat(book.rules())
        .extracting(RuleDescription::id)
        .containsExactly("CLU-025", "CLU-026", "NET-002", "TEST-032");
    assertThat(book.check(TestPlans.plan()).failLevel()).isEqualTo(FailLevel.NEVER);
    assertThat(book.check(TestPlans.plan()).profile()).isEqualTo(Profile.STRICT);
    assertThat(book.adjustments())
        .extracting(Adjustment::toString)
        .containsExactly(
            "CLU-025 reports ERROR instead of WARNING: one cable must not stop the cluster"
                + " (profile strict)",
            "CLU-026 reports INFO instead of ERROR: the lab has one switch",
            "NET-001 is switched off: there is no network",
            "TEST-032 has longestRoundTrip 7ms instead of 5ms: the other room");
  }

  @Test
  void it_says_the_same_as_java() {
    assertThat(BOOK.configured(FILE).settings())
        .isEqualTo(BOOK.profile(Profile.STRICT)
            .failLevel(FailLevel.NEVER)
            .without("network", "there is no network")
            .with("NET-002")
            .severity("CLU-026", INFO, "the lab has one switch")
            .configured("{\"formatVersion\": 1, \"rules\": {\"TEST-032\": {\"parameters\":"
                + " {\"longestRoundTrip\": \"7 ms\"}, \"reason\": \"the other room\"}}}")
            .settings());
  }

  @Test
  void the_report_says_what_it_changed() {
    assertThat(BOOK.configured(FILE).check(TestPlans.plan()).toText()).endsWith("""

        changed in the rule book:
          profile STRICT
          fail level NEVER
          CLU-025 reports ERROR instead of WARNING: one cable must not stop the cluster (profile strict)
          CLU-026 reports INFO instead of ERROR: the lab has one switch
          NET-001 is switched off: there is no network
          TEST-032 has longestRoundTrip 7ms instead of 5ms: the other room

        cluster lab passes at level NEVER: 1 error, 1 warning, 0 infos, 1 undecided (1 subject lacks 1 fact)
        4 rules on 3 subjects: 2 with findings, 1 undecided, 0 passed, 1 not applicable
        """);
  }

  @Test
  void what_it_does_not_name_stays() {
    RuleBook book = BOOK.without("NET-001").failLevel(FailLevel.INFO);

    assertThat(book.configured("formatVersion: 1").settings()).isEqualTo(book.settings());
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThatThrownBy(() -> BOOK.configured("""
            formatVersion: 1
            profile: home
            faillevel: error
            failLevel: fatal
            packs:
              netwerk:
                enabled: false
                reason: a reason
              network: off
              cluster:
                enabled: false
            rules:
              NET-999:
                severity: warn
                reason: a reason
              XYZ-001:
                enabled: no
              NET-001:
                severity: info
              NET-002:
                reason: a reason
              TEST-032:
                enabled: 1
                paramters: {}
                parameters:
                  longestRoundTrip: -1ms
                  shortest: 1ms
                  another:
            """, "rules.yaml"))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessage("""
            the settings of the rule book can not be used, 17 problems:
              profile: "home" can not stand here  (rules.yaml:2)
                  Use one of: lab, small-business, production, strict.
              faillevel: there is no field "faillevel" here  (rules.yaml:3)
                  Use one of: formatVersion, profile, failLevel, packs, rules.
              failLevel: "fatal" can not stand here  (rules.yaml:4)
                  Use one of: never, error, warning, info, undecided.
              packs.netwerk: there is no such pack in this rule book  (rules.yaml:6)
                  Use one of: cluster, network. If it is your own, add it with with(..) before configured(..).
              packs.network: text can not stand here  (rules.yaml:9)
                  Write fields: enabled, reason.
              packs.cluster.enabled: it is switched off without a reason  (rules.yaml:11)
                  Write the reason.
              rules.NET-999: there is no such rule in this rule book  (rules.yaml:13)
                  Use one of: NET-001, NET-002. If it is your own, add it with with(..) before configured(..).
              rules.NET-999.severity: "warn" can not stand here  (rules.yaml:14)
                  Use one of: info, warning, error.
              rules.XYZ-001: there is no such rule in this rule book  (rules.yaml:16)
                  Use the id of one of RuleBook.rules(). If it is your own, add it with with(..) before configured(..).
              rules.XYZ-001.enabled: text can not stand here  (rules.yaml:17)
                  Write true or false.
              rules.NET-001.severity: it is changed without a reason  (rules.yaml:19)
                  Write the reason.
              rules.NET-002: it sets nothing  (rules.yaml:20)
                  Write enabled, severity or parameters, or remove it.
              rules.TEST-032.enabled: a number can not stand here  (rules.yaml:23)
                  Write true or false.
              rules.TEST-032.paramters: there is no field "paramters" here  (rules.yaml:24)
                  Use one of: enabled, severity, parameters, reason.
              rules.TEST-032.parameters.longestRoundTrip: parameter longestRoundTrip: "-1ms" is not a time such as 5ms, 60s, 10min, 6h or 7d  (rules.yaml:26)
                  The default is 5ms: round trip between two nodes.
              rules.TEST-032.parameters.shortest: rule TEST-032 has no such parameter  (rules.yaml:27)
                  Use one of: longestRoundTrip.
              rules.TEST-032.parameters.another: rule TEST-032 has no such parameter  (rules.yaml:28)
                  Use one of: longestRoundTrip.""");
  }

  @Test
  void a_value_whose_reader_fails_is_told_with_its_line() {
    var day = RuleParameter.of(
        "day", LocalDate.of(2026, 1, 1), "a day", "own judgement", "a day", LocalDate::parse);
    RuleBook book = RuleBook.empty().with(passing("ACME-005").having(day));

    assertThatThrownBy(() -> book.configured("""
            formatVersion: 1
            rules:
              ACME-005:
                parameters:
                  day: soon
            """, "rules.yaml")).hasMessage("""
            the settings of the rule book can not be used, 1 problem:
              rules.ACME-005.parameters.day: parameter day: "soon" is not a day  (rules.yaml:5)
                  The default is 2026-01-01: a day.""");
  }

  @Test
  void a_refused_file_leaves_the_book_as_it_was() {
    assertThatThrownBy(() -> BOOK.configured("formatVersion: 1\nprofile: lab\nrules: []\n"))
        .isInstanceOf(RuleBookDefinitionException.class);

    assertThat(BOOK.settings()).noneMatch(setting -> setting.isChanged());
  }

  @Property(tries = 300)
  void no_reason_looks_like_another_line_of_the_report(@ForAll String hostile) {
    String file = JsonMapper.shared()
        .writeValueAsString(Map.of(
            "formatVersion",
            1,
            "rules",
            Map.of("NET-001", Map.of("enabled", false, "reason", "for " + hostile))));

    assertThat(BOOK.configured(file).check(TestPlans.plan()).toText().lines()).hasSize(17);
  }

  @Property(tries = 500)
  void any_file_is_taken_or_refused(@ForAll String name, @ForAll String value) {
    String file = JsonMapper.shared()
        .writeValueAsString(Map.of(
            "formatVersion",
            1,
            "packs",
            Map.of(name, Map.of(value, name)),
            "rules",
            Map.of(
                name,
                Map.of("severity", value),
                "TEST-032",
                Map.of("parameters", Map.of("longestRoundTrip", value)))));

    assertThatCode(() -> {
          try {
            BOOK.configured(file);
          } catch (RuleBookDefinitionException refused) {
            assertThat(refused.getMessage().lines())
                .hasSize(1 + 2 * refused.problems().size());
          }
        })
        .doesNotThrowAnyException();
  }
}

package io.pveplan.rules.waiver;

import static io.pveplan.rules.waiver.Waivers.waive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.RuleBookProblem;
import io.pveplan.rules.Severity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WaiversTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private static final String FILE = """
      formatVersion: 1
      waivers:
        - key: "NET-011[node/pve1/vmbr0]"
          reason: >
            the old address
            until the guests have moved
          owner: net-team
          until: 2026-12-31
          ticket: OPS-311
        # a comment
        - key: CLU-025
          reason: one switch
          owner: net-team
          until: 2027-01-31
      """;

  private static WaiverDraft complete(String key) {
    return waive(key).because("a reason").owner("somebody").until(DAY);
  }

  @Test
  void they_are_written_in_java_with_their_lines() {
    Waivers waivers = Waivers.of(
        waive("NET-011[node/pve1/vmbr0]")
            .because("the old address until the guests have moved")
            .owner("net-team")
            .until(LocalDate.of(2026, 12, 31))
            .ticket("OPS-311"),
        complete("CLU-025"));

    assertThat(waivers.all())
        .extracting(Waiver::key, Waiver::toString)
        .containsExactly(
            tuple(
                "NET-011[node/pve1/vmbr0]",
                "the old address until the guests have moved"
                    + " (net-team, until 2026-12-31, OPS-311)"),
            tuple("CLU-025", "a reason (somebody, until 2026-12-31)"));
    assertThat(waivers.all().get(0).declaredAt()).hasValueSatisfying(line -> {
      assertThat(line.className()).isEqualTo(WaiversTest.class.getName());
      assertThat(line.file()).isEqualTo("WaiversTest.java");
      assertThat(line.line()).isPositive();
    });
  }

  @Test
  void they_are_read_from_yaml_with_their_lines() {
    assertThat(Waivers.read(FILE, "ops/waivers.yaml").all())
        .containsExactly(
            new Waiver(
                "NET-011[node/pve1/vmbr0]",
                "the old address until the guests have moved",
                "net-team",
                LocalDate.of(2026, 12, 31),
                Optional.of("OPS-311"),
                Optional.of(new Origin("", "ops/waivers.yaml", 3))),
            new Waiver(
                "CLU-025",
                "one switch",
                "net-team",
                LocalDate.of(2027, 1, 31),
                Optional.empty(),
                Optional.of(new Origin("", "ops/waivers.yaml", 11))));
  }

  @Test
  void they_are_read_from_json() {
    String json = """
        {"formatVersion": 1, "waivers": [
          {"key": "CLU-025", "reason": "one switch", "owner": "net-team", "until": "2027-01-31"}]}
        """;

    assertThat(Waivers.read(json).all())
        .extracting(Waiver::key, waiver -> waiver.declaredAt().orElseThrow().toString())
        .containsExactly(tuple("CLU-025", "waivers:2"));
  }

  @Test
  void no_waivers_are_fine() {
    assertThat(Waivers.read("formatVersion: 1\nwaivers: []\n").all()).isEmpty();
    assertThat(Waivers.none().all()).isEmpty();
  }

  @Test
  void all_that_is_wrong_with_waivers_in_java_is_said_at_once() {
    assertThatThrownBy(() -> Waivers.of(
            waive("NET-011"),
            waive("net-011").because("a reason").owner("somebody").until(DAY),
            waive("CLU-025").because("a reason").owner("somebody").until(DAY),
            waive("CLU-026").because("a reason").owner("somebody").until(DAY).ticket(" "),
            waive("CLU-025").because("another").owner("somebody").until(DAY)))
        .isInstanceOf(RuleBookDefinitionException.class)
        .extracting(refused -> ((RuleBookDefinitionException) refused).problems())
        .asInstanceOf(list(RuleBookProblem.class))
        .allSatisfy(problem ->
            assertThat(problem.declaredAt().orElseThrow().file()).isEqualTo("WaiversTest.java"))
        .extracting(problem -> problem.at() + ": " + problem.message() + " / " + problem.advice())
        .satisfiesExactly(
            text -> assertThat(text)
                .isEqualTo("waiver NET-011: its reason is empty / Write the reason."),
            text ->
                assertThat(text).isEqualTo("waiver NET-011: its owner is empty / Write the owner."),
            text -> assertThat(text)
                .isEqualTo("waiver NET-011: it has no last day / Write until(..), so that somebody"
                    + " looks at it again."),
            text -> assertThat(text)
                .isEqualTo("waiver net-011: \"net-011\" is no key of a finding / A key begins"
                    + " with the id of a rule: two to eight capital letters, a dash and three"
                    + " digits. Write a key as reports show it, NET-011[node/pve1/vmbr0], or its beginning up to a name:"
                    + " NET-011[node/pve1, NET-011 or NET-."),
            text -> assertThat(text)
                .isEqualTo("waiver CLU-026: its ticket is empty / Write the ticket."),
            text -> assertThat(text)
                .matches("waiver CLU-025: it is waived twice, first at WaiversTest.java:\\d+"
                    + " / Keep one of them."));
  }

  @Test
  void all_that_is_wrong_with_a_file_is_said_at_once() {
    String text = """
        formatVersion: 2
        remark: for the audit
        waivers:
          - key: NET-11
            reason: a reason
            owner: somebody
            until: 2026-02-30
          - key: "NET-011[node/pve1]"
            reason: a reason
            owner: [one, two]
            untill: 2026-12-31
          - key: CLU-025
            reason: ""
            owner: somebody
            until: +12026-12-31
          - CLU-026
          - key: CLU-027
            reason: a reason
            owner: somebody
            until: 2026-12-31
            ticket:
          - key: CLU-028
            reason: one reason
            owner: somebody
            until: 2026-12-31
          - key: CLU-028
            reason: another reason
            owner: somebody
            until: 2026-12-31
        """;

    assertThatThrownBy(() -> Waivers.read(text, "waivers.yaml"))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessage("""
            the waivers can not be used, 12 problems:
              formatVersion: format version 2 is not known here  (waivers.yaml:1)
                  Use 1, or the version of the library that wrote the text.
              remark: there is no field "remark" here  (waivers.yaml:2)
                  Use one of: formatVersion, waivers.
              waivers[0].key: "NET-11" is no key of a finding  (waivers.yaml:4)
                  A key begins with the id of a rule: two to eight capital letters, a dash and three digits. Write a key as reports show it, NET-011[node/pve1/vmbr0], or its beginning up to a name: NET-011[node/pve1, NET-011 or NET-.
              waivers[0].until: "2026-02-30" is no day  (waivers.yaml:7)
                  Write year, month and day: 2026-12-31.
              waivers[1]: it lacks until  (waivers.yaml:8)
                  Write it.
              waivers[1].owner: a list can not stand here  (waivers.yaml:10)
                  Write text.
              waivers[1].untill: there is no field "untill" here  (waivers.yaml:11)
                  Use one of: key, reason, owner, until, ticket.
              waivers[2].reason: the text is empty  (waivers.yaml:13)
                  Write something.
              waivers[2].until: "+12026-12-31" is no day  (waivers.yaml:15)
                  Write year, month and day: 2026-12-31.
              waivers[3]: text can not stand here  (waivers.yaml:16)
                  Write fields: key, reason, owner, until, ticket.
              waivers[4].ticket: nothing can not stand here  (waivers.yaml:21)
                  Write text.
              waiver CLU-028: it is waived twice, first at waivers.yaml:22  (waivers.yaml:26)
                  Keep one of them.""");
  }

  @Test
  void a_file_without_waivers_is_refused() {
    assertThatThrownBy(() -> Waivers.read("formatVersion: 1\n", "waivers.yaml")).hasMessage("""
        the waivers can not be used, 1 problem:
          the text: it lacks waivers  (waivers.yaml:1)
              Write it.""");
  }

  @Test
  void waivers_of_a_file_and_of_java_go_together() {
    Waivers both = Waivers.read(FILE).and(Waivers.of(complete("CLU-026")));

    assertThat(both.all())
        .extracting(Waiver::key)
        .containsExactly("NET-011[node/pve1/vmbr0]", "CLU-025", "CLU-026");
  }

  @Test
  void one_key_is_waived_once() {
    assertThatThrownBy(() -> Waivers.read(FILE).and(Waivers.of(complete("CLU-025"))))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessageMatching("""
            the waivers can not be used, 1 problem:
              waiver CLU-025: it is waived twice, first at waivers:11  \\(WaiversTest.java:\\d+\\)
                  Keep one of them.""");
  }

  @Test
  void the_longest_key_in_force_waives() {
    Finding finding = finding(PlanPath.of("node", "pve1", "vmbr0"));
    Waivers waivers = Waivers.of(
        complete("NET-"),
        complete("NET-011[node/pve1").until(DAY.minusDays(1)),
        complete("NET-011[node/pve1/vmbr0]").until(DAY.minusDays(2)),
        complete("NET-011"));

    assertThat(waivers.waiving(finding, DAY.minusDays(2)).map(Waiver::key))
        .contains("NET-011[node/pve1/vmbr0]");
    assertThat(waivers.waiving(finding, DAY.minusDays(1)).map(Waiver::key))
        .contains("NET-011[node/pve1");
    assertThat(waivers.waiving(finding, DAY).map(Waiver::key)).contains("NET-011");
    assertThat(waivers.waiving(finding, DAY.plusDays(1))).isEmpty();
  }

  @Test
  void a_key_that_stands_twice_is_told_also_where_the_rest_is_wrong() {
    assertThatThrownBy(() -> Waivers.read("""
            formatVersion: 1
            waivers:
              - {key: NET-011, reason: a, owner: b, until: 2026-01-01}
              - {key: NET-011, reason: a, owner: ~, until: 2026-13-01}
            """, "waivers.yaml")).hasMessage("""
            the waivers can not be used, 3 problems:
              waivers[1].owner: nothing can not stand here  (waivers.yaml:4)
                  Write text.
              waivers[1].until: "2026-13-01" is no day  (waivers.yaml:4)
                  Write year, month and day: 2026-12-31.
              waiver NET-011: it is waived twice, first at waivers.yaml:3  (waivers.yaml:4)
                  Keep one of them.""");
    assertThatThrownBy(() -> Waivers.of(complete("NET-011"), complete("NET-011").owner("")))
        .hasMessageMatching("""
            the waivers can not be used, 2 problems:
              waiver NET-011: its owner is empty  \\(WaiversTest.java:\\d+\\)
                  Write the owner.
              waiver NET-011: it is waived twice, first at WaiversTest.java:\\d+  \\(WaiversTest.java:\\d+\\)
                  Keep one of them.""");
  }

  // Each with each would be 3.6 thousand million comparisons.
  @Test
  void a_waiver_for_each_of_many_findings_takes_no_time() {
    List<PlanPath> places = IntStream.range(0, 60_000)
        .mapToObj(number -> PlanPath.of("guest", String.valueOf(number)))
        .toList();
    Waivers waivers = Waivers.of(
        places.stream().map(place -> complete("NET-011[" + place + "]")).toList());

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(places)
            .allMatch(place -> waivers.waiving(finding(place), DAY).isPresent()));
  }

  @Property(tries = 300)
  void any_text_is_read_back_as_one_line(@ForAll @NotBlank String hostile) {
    String text = JsonMapper.shared()
        .writeValueAsString(Map.of(
            "formatVersion",
            1,
            "waivers",
            List.of(Map.of(
                "key", "NET-011", "reason", hostile, "owner", hostile, "until", "2026-12-31"))));

    try {
      assertThat(Waivers.read(text).all().get(0).toString().lines()).hasSize(1);
    } catch (RuleBookDefinitionException refused) {
      assertThat(refused).hasMessageContaining("is empty");
    }
  }

  private static Finding finding(PlanPath subject) {
    return new Finding(
        "NET-011",
        Severity.ERROR,
        subject,
        "it is broken",
        Map.of(),
        "Repair it.",
        List.of(),
        Optional.empty());
  }
}

package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.Comparison.*;
import static io.pveplan.rules.fluent.Conditions.*;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.GuestTerms.*;
import static io.pveplan.rules.fluent.HardwareTerms.*;
import static io.pveplan.rules.fluent.NetworkTerms.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static io.pveplan.rules.waiver.Waivers.waive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleFailedException;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.testing.RuleContract;
import io.pveplan.rules.waiver.Waivers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FluentRuleTest {

  private static final FluentRule PATHS = rule("ACME-001", WARNING)
      .forEach(nodes())
      .that(haveRole(NodeRole.STORAGE))
      .should(haveAtLeast(2, nics()))
      .because("One NIC is no path for storage.")
      .source("Acme handbook, chapter 4")
      .since("1.0")
      .fix("Add a second NIC.");

  private static final ClusterPlan PLAN = cluster("lab", c -> {
    c.node("pve1", n -> n.roles(NodeRole.STORAGE).nic("eno1"));
    c.node("pve2", n -> n.roles(NodeRole.STORAGE).nic("eno1").nic("eno2"));
    c.node("pve3", n -> n.roles(NodeRole.COMPUTE));
  });

  private static final ClusterPlan SPEEDS = cluster("speeds", c -> {
    c.node("pve1", n -> n.nic("eno1", b -> b.speed(gbit(10))).nic("eno2", b -> b.speed(gbit(1))));
    c.node("pve2", n -> n.nic("eno1", b -> b.speed(gbit(10))).nic("eno2"));
    c.node(
        "pve3",
        n -> n.nic("eno1", b -> b.speed(gbit(10)))
            .nic("eno2", b -> b.speed(gbit(10)))
            .nic("eno3"));
  });

  private static RuleDraft<Node> nodesShould(Condition<? super Node> condition) {
    return rule("ACME-001", WARNING).forEach(nodes()).should(condition);
  }

  private static String said(RuleDraft<?> rule, ClusterPlan plan) {
    return Said.of(rule.fix("Change it."), plan);
  }

  @Test
  void it_prints_as_the_sentence_it_is() {
    assertThat(PATHS)
        .hasToString("ACME-001: nodes that have role storage should have at least 2 NICs");
  }

  @Test
  void its_description_is_composed_of_its_parts() {
    assertThat(PATHS.description())
        .isEqualTo(new RuleDescription(
            "ACME-001",
            WARNING,
            "Some nodes that have role storage do not have at least 2 NICs",
            "One NIC is no path for storage.",
            "Add a second NIC.",
            List.of("Acme handbook, chapter 4"),
            "1.0"));
  }

  @Test
  void its_findings_name_the_part_and_its_line() {
    assertThat(RuleBook.empty().with(PATHS).check(PLAN).to(ReportFormat.TEXT.withoutCoverage()))
        .isEqualTo("""
            WARNING ACME-001[node/pve1]: node pve1 has 1 NIC, it should have at least 2 NICs
                  -> Add a second NIC.
                  (FluentRuleTest.java:49)

            cluster lab passes at level ERROR: 0 errors, 1 warning, 0 infos, 0 undecided
            1 rule on 2 subjects: 1 with findings, 0 undecided, 0 passed, 0 not applicable
            """);
  }

  @Test
  void its_findings_carry_what_they_rest_on() {
    assertThat(RuleBook.empty().with(PATHS).check(PLAN).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.evidence()).isEqualTo(Map.of("nics", 1)));
  }

  @Test
  void it_explains_itself_as_any_rule() {
    assertThat(RuleBook.empty().with(PATHS).explain("ACME-001")).isEqualTo("""
        ACME-001 WARNING
        Some nodes that have role storage do not have at least 2 NICs

        Why
          One NIC is no path for storage.

        What to do
          Add a second NIC.

        Sources
          Acme handbook, chapter 4

        Since
          1.0
        """);
  }

  @Test
  void it_is_tested_as_any_rule() {
    verify(PATHS).on(PLAN).reportsExactly("ACME-001[node/pve1]").withMessageContaining("1 NIC");
    verify(PATHS).on(Plans.FULL).passes();
    verify(PATHS).on(Plans.BARE).isNotApplicable();
    RuleContract.of(PATHS).isDocumented().holdsOn(PLAN, Plans.FULL, Plans.BARE, Plans.EMPTY);
    assertThatThrownBy(
            () -> RuleContract.of(nodesShould(have(rack())).fix("Name it.")).isDocumented())
        .isInstanceOf(AssertionError.class)
        .hasMessage("rule ACME-001 lacks because(..), source(..), since(..)");
  }

  @Test
  void it_is_waived_and_switched_as_any_rule() {
    RuleBook book = RuleBook.empty().with(PATHS).severity("ACME-001", ERROR, "we had that");
    Waivers waivers = Waivers.of(waive("ACME-001[node/pve1]")
        .because("is ordered")
        .owner("netops")
        .until(LocalDate.of(2027, 1, 31)));

    assertThat(book.check(PLAN).findings()).extracting(it -> it.severity()).containsExactly(ERROR);
    assertThat(book.waiving(waivers, LocalDate.of(2027, 1, 1)).check(PLAN).findings())
        .isEmpty();
    assertThat(book.without("ACME-001").check(PLAN).results()).isEmpty();
  }

  @Test
  void sarif_points_to_the_line_of_the_part() {
    assertThat(RuleBook.empty().with(PATHS).check(PLAN).to(ReportFormat.SARIF))
        .contains("FluentRuleTest.java")
        .contains("\"startLine\" : 49");
  }

  @Test
  void an_empty_selection_says_which() {
    assertThat(Said.of(PATHS, Plans.BARE))
        .isEqualTo("NOT_APPLICABLE; the plan has 1 node, but none that have role storage");
    assertThat(Said.of(PATHS, Plans.EMPTY)).isEqualTo("NOT_APPLICABLE; the plan has no nodes");
    assertThat(RuleBook.empty().with(PATHS).check(Plans.EMPTY).toText())
        .contains("not applicable:\n  ACME-001: the plan has no nodes\n");
  }

  @Test
  void what_is_to_be_done_is_said_before_or_after_the_rest() {
    FluentRule last = rule("ACME-001", WARNING)
        .forEach(nodes())
        .that(haveRole(NodeRole.STORAGE))
        .should(haveAtLeast(2, nics()))
        .fix("Add a second NIC.")
        .since("1.0")
        .source("Acme handbook, chapter 4")
        .because("One NIC is no path for storage.");

    assertThat(last.description()).isEqualTo(PATHS.description());
  }

  @Test
  void conditions_of_a_users_own_stand_anywhere() {
    Rule rule = rule("ACME-001", WARNING)
        .forEach(nodes())
        .that("stand in building B", node -> node.name().compareTo("pve2") >= 0)
        .and(condition("are known", (node, plan) -> plan.node(node.name()).isPresent()))
        .should("have a friend", (node, plan) -> plan.nodes().size() > 3)
        .and(condition("have a short name", node -> node.name().length() < 5))
        .fix("Change it.");

    assertThat(rule)
        .hasToString("ACME-001: nodes that stand in building B and are known should have a friend"
            + " and have a short name");
    assertThat(Said.of(rule, PLAN))
        .isEqualTo("FINDINGS; node pve2 should have a friend and have a short name, and does not{};"
            + " node pve3 should have a friend and have a short name, and does not{}");
  }

  @Test
  void parts_are_given_with_what_they_belong_to() {
    Rule rule = rule("ACME-001", WARNING)
        .forEach(nics())
        .that("are in pve1", nic -> nic.owner().name().equals("pve1"))
        .should("are called after it", nic -> nic.value().name().startsWith("pve1"))
        .fix("Rename it.");

    assertThat(Said.of(rule, PLAN))
        .isEqualTo("FINDINGS; NIC eno1 of pve1 should be called after it, and is not{}");
    verify(rule).on(PLAN).reportsExactly("ACME-001[node/pve1/eno1]");
  }

  @Test
  void a_user_makes_kinds_and_facts() {
    Subjects<String> racks = Subjects.of(
        "rack",
        "racks",
        plan -> plan.nodes().stream()
            .flatMap(node -> node.hardware().flatMap(Hardware::rack).stream())
            .distinct()
            .toList(),
        rack -> PlanPath.of("rack", rack),
        rack -> Optional.empty());
    Fact<String, String> room =
        Fact.of("a room", (rack, plan) -> Optional.of(rack.substring(0, 1)));
    Rule rule = rule("ACME-001", WARNING)
        .forEach(racks)
        .should(have(room, exactly("b")))
        .fix("Move it.");

    assertThat(Said.of(rule, Plans.FULL))
        .isEqualTo("FINDINGS; rack a3 has room a, it should have room b{room=a}");
    assertThat(Said.of(rule, PLAN)).isEqualTo("NOT_APPLICABLE; the plan has no racks");
  }

  @Test
  void conditions_are_joined_as_they_read() {
    Condition<Node> one = haveRole(NodeRole.STORAGE);
    Condition<Node> two = areOn("lan");
    Condition<Node> three = have(rack());

    assertThat(one.and(two)).hasToString("have role storage and are on network lan");
    assertThat(one.or(two).and(three))
        .hasToString("(have role storage or are on network lan) and have a rack");
    assertThat(not(one.or(two).and(three)))
        .hasToString("(do not have role storage and are not on network lan) or do not have a rack");
    assertThat(not(not(two))).hasToString("are on network lan");
    assertThat(rule("ACME-001", WARNING)
            .forEach(nodes())
            .that(one)
            .or(two)
            .and(three)
            .should(not(two))
            .or(one)
            .fix("Change it."))
        .hasToString("ACME-001: nodes that (have role storage or are on network lan) and have a"
            + " rack should not be on network lan or have role storage");
  }

  @Test
  void a_finding_tells_all_that_is_not_met() {
    assertThat(said(nodesShould(have(rack())).and(haveNo(nics())), PLAN))
        .isEqualTo(
            "FINDINGS; node pve1 has no rack and has 1 NIC, it should have a rack and have no"
                + " NICs{nics=1}; node pve2 has no rack and has 2 NICs, it should have a rack and have"
                + " no NICs{nics=2}; node pve3 has no rack, it should have a rack and have no NICs{}");
    assertThat(said(nodesShould(have(rack())).or(haveAtLeast(2, nics())), PLAN))
        .isEqualTo("FINDINGS; node pve1 has no rack and has 1 NIC, it should have a rack or have at"
            + " least 2 NICs{nics=1}; node pve3 has no rack and has no NICs, it should have a rack"
            + " or have at least 2 NICs{nics=0}");
  }

  @Test
  void what_decides_goes_before_what_is_missing() {
    Condition<Node> unknown = have(memory(), atLeast(gib(64)));

    assertThat(said(nodesShould(unknown.or(haveAtMost(5, nics()))), PLAN)).isEqualTo("PASSED");
    assertThat(said(nodesShould(unknown.and(have(rack()))), Plans.BARE))
        .isEqualTo(
            "FINDINGS; node pve1 has no rack, it should have memory of at least 64GiB and have"
                + " a rack{}");
    assertThat(said(nodesShould(not(unknown)), Plans.BARE))
        .isEqualTo("UNDECIDED; [memory of pve1]");
  }

  @Test
  void a_selection_that_is_not_decided_leaves_the_rule_undecided_unless_all_is_well() {
    RuleSelection<Node> big =
        rule("ACME-001", WARNING).forEach(nodes()).that(have(memory(), atLeast(gib(64))));

    assertThat(said(big.should(have(rack())), Plans.BARE)).isEqualTo("UNDECIDED; [memory of pve1]");
    assertThat(said(big.should(have(cpuThreads(), atLeast(8))), Plans.BARE))
        .isEqualTo("UNDECIDED; [memory of pve1, CPU threads of pve1]");
    assertThat(said(big.should(haveAtLeast(1, nics())), Plans.BARE)).isEqualTo("PASSED");
  }

  @Test
  void parts_that_meet_a_condition_are_counted_as_far_as_they_are_known() {
    Condition<Node> fast = haveAtLeast(2, nics(), have(speed(), atLeast(gbit(10))));

    assertThat(said(nodesShould(fast), SPEEDS))
        .isEqualTo("FINDINGS; node pve1 has 1 NIC that has a speed of at least 10Gbit/s, it should"
            + " have at least 2 NICs that have a speed of at least 10Gbit/s{nics=1};"
            + " [speed of NIC eno2 of pve2]");
    assertThat(said(nodesShould(haveAtMost(1, nics(), have(speed(), atLeast(gbit(10))))), SPEEDS))
        .isEqualTo(
            "FINDINGS; node pve3 has 2 NICs that have a speed of at least 10Gbit/s, it should"
                + " have at most 1 NIC that has a speed of at least 10Gbit/s{nics=2};"
                + " [speed of NIC eno2 of pve2]");
    assertThat(said(nodesShould(haveNo(nics(), have(speed(), exactly(mbit(100))))), SPEEDS))
        .isEqualTo("UNDECIDED; [speed of NIC eno2 of pve2]; [speed of NIC eno3 of pve3]");
  }

  @Test
  void times_read_as_times() {
    assertThat(said(
            rule("ACME-001", WARNING).forEach(vms()).should(have(rpo(), atMost(minutes(5)))),
            Plans.FULL))
        .isEqualTo("FINDINGS; VM 100 (web) has RPO 1h, it should have an RPO of at most"
            + " 5min{rpo=1h}");
  }

  @Test
  void a_thing_that_is_named_twice_is_reported_once() {
    Subjects<String> twice = Subjects.of(
        "rack",
        "racks",
        plan -> List.of("a3", "a3"),
        rack -> PlanPath.of("rack", rack),
        rack -> Optional.empty());

    assertThat(said(rule("ACME-001", WARNING).forEach(twice).should(areNamed("b1")), PLAN))
        .isEqualTo("FINDINGS; rack a3 should be named b1, and is not{name=a3}");
  }

  @Test
  void a_sentence_that_throws_is_named_by_its_words() {
    FluentRule broken = nodesShould(condition("are known", (Node node) -> {
          throw new NullPointerException();
        }))
        .fix("Ask somebody.");

    assertThatThrownBy(() -> RuleBook.empty().with(broken).check(PLAN))
        .isInstanceOf(RuleFailedException.class)
        .hasMessage("rule ACME-001 (nodes should be known) failed, it looked at node/pve1 last:"
            + " java.lang.NullPointerException");
  }

  @Test
  void misuse_fails_at_once() {
    refused(
        () -> rule("acme-1", WARNING),
        "rule id \"acme-1\" is not two to eight capital letters, a dash and three digits, as in ACME-001");
    refused(() -> haveAtLeast(0, nics()), "0 can not be counted to; use 1 or more, or haveNo(..)");
    refused(() -> haveAtMost(-1, nics()), "-1 can not be counted to; use 1 or more, or haveNo(..)");
    refused(() -> condition(" \n", (Node node) -> true), "a condition has no words");
    refused(
        () -> nodesShould(condition("be known", node -> true)),
        "\"be known\" does not read after the name of several parts, write \"are known\"");
    refused(
        () -> rule("ACME-001", WARNING).forEach(nodes()).should("has a tag", node -> true),
        "\"has a tag\" does not read after the name of several parts, write \"have a tag\"");
    refused(() -> Fact.of("", (node, plan) -> Optional.empty()), "a fact has no words");
    refused(() -> haveTag(" "), "have tag has no words");
    refused(() -> areNamed(), "name at least one name");
    refused(() -> areNamed(" "), "a name has no words");
    refused(() -> haveNameMatching(""), "a form of names has no words");
    refused(() -> haveNameMatching("["), "Unclosed character class near index 0\n[\n^");
    refused(() -> between(2, 1), "nothing is between 2 and 1");
    refused(() -> exactly(), "name at least one value");
    refused(() -> suchThat("", it -> true), "a comparison has no words");
    refused(() -> nodesShould(have(rack())).fix(" "), "what to do has no words");
    refused(() -> nodesShould(have(rack())).because(""), "the reason has no words");
    refused(() -> PATHS.source(""), "a source has no words");
    refused(() -> PATHS.since(""), "the version has no words");
    refused(
        () -> Subjects.of(
            "rack", "", plan -> List.of(), it -> PlanPath.of("x"), it -> Optional.empty()),
        "a kind of part has no words");
  }

  @Test
  void null_fails_at_once() {
    absent(() -> rule("ACME-001", null), "severity");
    absent(
        () -> rule("ACME-001", WARNING).forEach(nodes()).that(have(rack())).and(null), "condition");
    absent(
        () -> rule("ACME-001", WARNING).forEach(nodes()).that(have(rack())).or(null), "condition");
    absent(() -> nodesShould(have(rack())).and(null), "condition");
    absent(() -> nodesShould(have(rack())).or(null), "condition");
    absent(() -> have(rack()).and(null), "condition");
    absent(() -> have(rack()).or(null), "condition");
  }

  private static void absent(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable misuse, String what) {
    assertThatThrownBy(misuse).isInstanceOf(NullPointerException.class).hasMessage(what);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable misuse, String message) {
    assertThatThrownBy(misuse).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Property(tries = 200)
  void any_words_make_a_rule_of_one_line_or_are_refused(@ForAll String words) {
    FluentRule rule;
    try {
      rule = rule("ACME-001", WARNING)
          .forEach(nodes())
          .that(condition(words, node -> true))
          .should(words, node -> false)
          .fix("Change it.");
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage())
          .matches("a condition has no words|.* does not read after the name of several parts.*");
      return;
    }

    assertThat(rule.toString().lines()).hasSize(1);
    assertThat(RuleBook.empty().with(rule).check(PLAN).findings())
        .hasSize(3)
        .allSatisfy(it -> assertThat(it.message().lines()).hasSize(1));
  }
}

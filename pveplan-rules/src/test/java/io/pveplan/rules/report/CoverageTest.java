package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final PlanPath VMBR0 = PlanPath.of("node", "pve11", "vmbr0");
  private static final PlanPath ENO1 = PlanPath.of("node", "pve12", "eno1");

  @Test
  void who_looks_at_a_part_has_looked_at_the_whole() {
    Coverage coverage = looking(VMBR0);

    assertThat(kind(coverage, "node"))
        .hasToString(
            "KindCoverage[kind=node, parts=2, lookedAt=1, withinOthers=0, notLookedAt=[node/pve12]]");
    assertThat(kind(coverage, "interface").lookedAt()).isEqualTo(1);
    assertThat(kind(coverage, "interface").withinOthers()).isZero();
    assertThat(kind(coverage, "interface").notLookedAt()).hasSize(13);
  }

  @Test
  void who_looks_at_the_whole_has_looked_at_its_parts_within_it() {
    Coverage coverage = looking(PlanPath.of("node", "pve11"));

    assertThat(kind(coverage, "interface").lookedAt()).isZero();
    assertThat(kind(coverage, "interface").withinOthers()).isEqualTo(7);
    assertThat(kind(coverage, "interface").notLookedAt()).hasSize(7).contains(ENO1);
  }

  @Test
  void the_parts_of_what_nobody_looked_at_are_counted_and_not_listed() {
    Coverage coverage = looking(PlanPath.of("cluster"), PlanPath.of("node", "pve11"), ENO1);

    assertThat(coverage.parts()).isEqualTo(60);
    assertThat(coverage.lookedAt()).isEqualTo(4);
    assertThat(coverage.withinOthers()).isEqualTo(8);
    assertThat(coverage.notLookedAt()).hasSize(48);
    assertThat(coverage.outermostNotLookedAt().keySet())
        .containsExactly("Corosync link", "network", "interface", "storage", "guest");
    assertThat(coverage.outermostNotLookedAt().get("storage"))
        .extracting(PlanPath::toString)
        .containsExactly("storage/nas");
  }

  @Test
  void a_subject_that_is_not_in_the_plan_covers_nothing() {
    assertThat(looking(PlanPath.of("failure-domain", "rack-a")).lookedAt()).isZero();
  }

  @Test
  void missing_facts_are_gathered_over_rules_and_subjects() {
    Coverage coverage = RuleBook.empty()
        .with(
            Samples.rule("ACME-002", Severity.ERROR, (plan, findings) -> {
              findings.undecided(ENO1, "rate");
              findings.undecided(VMBR0, "rate");
              findings.undecided(VMBR0, "age");
            }),
            Samples.rule(
                "ACME-001", Severity.ERROR, (plan, findings) -> findings.undecided(ENO1, "rate")))
        .check(Samples.plan())
        .coverage();

    assertThat(coverage.missingFacts())
        .containsExactly(
            new MissingFact("age", List.of("ACME-002"), List.of(VMBR0)),
            new MissingFact("rate", List.of("ACME-001", "ACME-002"), List.of(VMBR0, ENO1)));
  }

  private static Coverage looking(PlanPath... subjects) {
    return RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) -> List.of(subjects).forEach(findings::looksAt)))
        .check(Samples.plan())
        .coverage();
  }

  private static KindCoverage kind(Coverage coverage, String name) {
    return coverage.kinds().stream()
        .filter(it -> it.kind().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

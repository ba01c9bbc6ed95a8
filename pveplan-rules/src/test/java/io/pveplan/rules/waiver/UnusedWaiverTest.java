package io.pveplan.rules.waiver;

import static io.pveplan.rules.waiver.WaiverChecks.BOOK;
import static io.pveplan.rules.waiver.WaiverChecks.result;
import static io.pveplan.rules.waiver.WaiverChecks.said;
import static io.pveplan.rules.waiver.WaiverChecks.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.TestRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedWaiverTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"NET-011[node/pve1/vmbr0]", "NET-011[node/pve1", "NET-011", "NET-", "NET-012"})
  void a_waiver_that_matches_passes(String key) {
    assertThat(result(BOOK, "WVR-002", waiver(key)).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_waiver_that_matches_nothing_is_reported() {
    assertThat(said(BOOK, "WVR-002", waiver("NET-012[node/pve2/vmbr0]")))
        .containsExactly("WVR-002[waiver/NET-012[node/pve2/vmbr0]]"
            + " no finding has this key or begins with it");
  }

  @Test
  void a_waiver_for_a_rule_that_does_not_exist_is_reported() {
    assertThat(said(BOOK, "WVR-002", waiver("NET-110"), waiver("NTE-")))
        .containsExactly(
            "WVR-002[waiver/NET-110] no rule of the rule book has the id it names",
            "WVR-002[waiver/NTE-] no rule of the rule book has the id it names");
  }

  @Test
  void a_waiver_for_a_rule_that_is_switched_off_is_not_reported() {
    assertThat(result(BOOK, "WVR-002", waiver("CLU-025[cluster]")).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_waiver_for_what_is_undecided_is_not_reported() {
    RuleBook book = BOOK.with(TestRule.rule(
        "HA-001",
        Severity.ERROR,
        findings -> findings.undecided(PlanPath.of("node", "pve1"), "fencing")));

    assertThat(result(book, "WVR-002", waiver("HA-001[node/pve1]")).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(result(book, "WVR-002", waiver("HA-")).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(said(book, "WVR-002", waiver("HA-001[node/pve2]")))
        .containsExactly(
            "WVR-002[waiver/HA-001[node/pve2]] no finding has this key or begins with it");
  }

  @Test
  void a_waiver_whose_findings_another_one_waives_too_is_used() {
    assertThat(result(
                BOOK,
                "WVR-002",
                waiver("NET-012"),
                waiver("NET-012[node/pve1"),
                waiver("NET-012[node/pve1/vmbr0]"))
            .outcome())
        .isEqualTo(Outcome.PASSED);
  }
}

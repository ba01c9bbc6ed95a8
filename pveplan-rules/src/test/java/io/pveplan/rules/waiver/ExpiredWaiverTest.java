package io.pveplan.rules.waiver;

import static io.pveplan.rules.waiver.WaiverChecks.BOOK;
import static io.pveplan.rules.waiver.WaiverChecks.TODAY;
import static io.pveplan.rules.waiver.WaiverChecks.result;
import static io.pveplan.rules.waiver.WaiverChecks.said;
import static io.pveplan.rules.waiver.WaiverChecks.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Severity;
import io.pveplan.rules.TestRule;
import org.junit.jupiter.api.Test;

class ExpiredWaiverTest {

  @Test
  void a_waiver_is_reported_from_the_day_after_its_last_day_on() {
    assertThat(said(BOOK, "WVR-001", waiver("NET-011").until(TODAY.minusDays(1))))
        .containsExactly("WVR-001[waiver/NET-011] the waiver of net-team ended on 2026-06-14,"
            + " 2 findings not waived any more");
  }

  @Test
  void a_waiver_passes_on_its_last_day() {
    assertThat(result(BOOK, "WVR-001", waiver("NET-011").until(TODAY)).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void an_expired_waiver_of_nothing_is_reported_once() {
    assertThat(said(BOOK, "WVR-001", waiver("NET-011[node/pve9").until(TODAY.minusYears(1))))
        .containsExactly("WVR-001[waiver/NET-011[node/pve9] the waiver of net-team ended on"
            + " 2025-06-15, there is nothing left to waive");
    assertThat(result(BOOK, "WVR-002", waiver("NET-011[node/pve9").until(TODAY.minusYears(1)))
            .outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void what_another_waiver_waives_does_not_count_again() {
    WaiverDraft expired = waiver("NET-011").until(TODAY.minusDays(1));

    assertThat(said(BOOK, "WVR-001", expired, waiver("NET-011[node/pve1/vmbr0]")))
        .containsExactly("WVR-001[waiver/NET-011] the waiver of net-team ended on 2026-06-14,"
            + " 1 finding not waived any more");
    assertThat(said(BOOK, "WVR-001", expired, waiver("NET-")))
        .containsExactly("WVR-001[waiver/NET-011] the waiver of net-team ended on 2026-06-14,"
            + " what it was for is waived by others");
  }

  @Test
  void an_expired_waiver_of_what_is_undecided_says_so() {
    assertThat(said(
            BOOK.with(TestRule.rule(
                "HA-001",
                Severity.ERROR,
                findings -> findings.undecided(PlanPath.of("ha"), "fencing"))),
            "WVR-001",
            waiver("HA-001").until(TODAY.minusDays(1))))
        .containsExactly("WVR-001[waiver/HA-001] the waiver of net-team ended on 2026-06-14,"
            + " what it was for is undecided today");
  }

  @Test
  void its_line_and_its_words_are_in_the_finding() {
    var finding = result(
            BOOK, "WVR-001", waiver("NET-011").until(TODAY.minusDays(1)).ticket("OPS-1"))
        .findings()
        .get(0);

    assertThat(finding.declaredAt().orElseThrow().file()).isEqualTo("WaiverChecks.java");
    assertThat(finding.evidence())
        .hasToString("{key=NET-011, reason=a reason, owner=net-team, until=2026-06-14, matched=2}");
  }

  @Test
  void a_book_without_waivers_is_not_applicable() {
    assertThat(result(BOOK, "WVR-001").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }
}

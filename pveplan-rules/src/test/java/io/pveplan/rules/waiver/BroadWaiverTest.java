package io.pveplan.rules.waiver;

import static io.pveplan.rules.waiver.WaiverChecks.BOOK;
import static io.pveplan.rules.waiver.WaiverChecks.result;
import static io.pveplan.rules.waiver.WaiverChecks.said;
import static io.pveplan.rules.waiver.WaiverChecks.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.rules.Outcome;
import io.pveplan.rules.RuleBook;
import org.junit.jupiter.api.Test;

class BroadWaiverTest {

  private static final RuleBook ONE_AT_MOST =
      BOOK.with(new WaiverRules()).set(BroadWaiver.MOST_FINDINGS, 1);

  @Test
  void a_waiver_for_an_area_is_reported() {
    assertThat(said(BOOK, "WVR-003", waiver("NET-")))
        .containsExactly("WVR-003[waiver/NET-] it waives 3 findings of NET-011, NET-012, and all"
            + " that rules of this area will ever report");
  }

  @Test
  void a_waiver_for_a_rule_passes_up_to_its_number_of_findings() {
    assertThat(result(BOOK, "WVR-003", waiver("NET-011")).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(said(ONE_AT_MOST, "WVR-003", waiver("NET-011"), waiver("NET-012")))
        .containsExactly("WVR-003[waiver/NET-011] it waives 2 findings, more than 1");
  }

  @Test
  void a_waiver_of_nothing_is_not_too_broad() {
    assertThat(result(BOOK, "WVR-003", waiver("GST-")).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void what_a_longer_key_waives_is_not_waived_by_the_shorter_one() {
    WaiverDraft longer = waiver("NET-011[node/pve1");

    assertThat(result(ONE_AT_MOST, "WVR-003", waiver("NET-011"), longer).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(said(BOOK, "WVR-003", waiver("NET-"), longer))
        .containsExactly("WVR-003[waiver/NET-] it waives 2 findings of NET-011, NET-012, and all"
            + " that rules of this area will ever report");
    assertThat(said(BOOK, "WVR-003", waiver("NET-"), waiver("NET-011"), waiver("NET-012")))
        .containsExactly(
            "WVR-003[waiver/NET-] it waives all that rules of this area will ever report");
  }

  @Test
  void less_than_one_finding_can_not_be_the_limit() {
    assertThatThrownBy(() -> BOOK.with(new WaiverRules()).set("WVR-003.mostFindings", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter mostFindings: 0 is refused, it must be at least 1");
  }
}

package io.pveplan.rules.waiver;

import static io.pveplan.rules.waiver.WaiverChecks.BOOK;
import static io.pveplan.rules.waiver.WaiverChecks.TODAY;
import static io.pveplan.rules.waiver.WaiverChecks.result;
import static io.pveplan.rules.waiver.WaiverChecks.said;
import static io.pveplan.rules.waiver.WaiverChecks.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.rules.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiringWaiverTest {

  @ParameterizedTest(name = "{0} days left: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | the waiver of net-team ends on 2026-06-15, today",
        "1  | the waiver of net-team ends on 2026-06-16, in 1 day",
        "14 | the waiver of net-team ends on 2026-06-29, in 14 days"
      })
  void the_last_days_are_told(int days, String message) {
    assertThat(said(BOOK, "WVR-004", waiver("NET-011").until(TODAY.plusDays(days))))
        .containsExactly("WVR-004[waiver/NET-011] " + message);
  }

  @Test
  void a_waiver_that_holds_for_longer_passes() {
    assertThat(result(
                BOOK,
                "WVR-004",
                waiver("NET-011").until(TODAY.plusDays(15)),
                waiver("NET-012").until(LocalDate.MAX))
            .outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void an_expired_waiver_does_not_expire_soon() {
    assertThat(
            result(BOOK, "WVR-004", waiver("NET-011").until(TODAY.minusDays(1))).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void how_early_it_is_told_can_be_chosen() {
    var early = BOOK.with(new WaiverRules()).set("WVR-004.notice", "30d");
    var never = BOOK.with(new WaiverRules()).set(ExpiringWaiver.NOTICE, Duration.ZERO);

    assertThat(said(early, "WVR-004", waiver("NET-011").until(TODAY.plusDays(30))))
        .hasSize(1);
    assertThat(said(never, "WVR-004", waiver("NET-011").until(TODAY.plusDays(1))))
        .isEmpty();
  }

  @Test
  void half_a_day_is_refused() {
    assertThatThrownBy(() -> BOOK.with(new WaiverRules()).set("WVR-004.notice", "36h"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter notice: 36h is refused, it must not be negative and be whole days");
  }
}

package io.pveplan.model.time;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a calendar event says once it is read.
 *
 * @param weekdays days of the week, Monday is 0
 * @param dates years, months, days
 * @param times hours, minutes, seconds
 */
record Schedule(BitSet weekdays, Dates dates, Times times) {

  /** Longest time between two consecutive events; absent if no day fits. */
  Optional<Duration> longestGap() {
    DaySet days = dates.on(weekdays);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        days.ends()
            ? ChronoUnit.FOREVER.getDuration()
            : Duration.ofSeconds(times.ofOneDay().longestOver(days)));
  }
}

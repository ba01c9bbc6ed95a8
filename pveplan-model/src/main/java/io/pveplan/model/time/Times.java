package io.pveplan.model.time;

import java.util.List;

/**
 * The time part of a calendar event; empty lists name all hours, minutes or seconds.
 *
 * @param hours hours of a day
 * @param minutes minutes of an hour
 * @param seconds seconds of a minute
 */
record Times(List<Term> hours, List<Term> minutes, List<Term> seconds) {

  private static final long MINUTE = 60;
  private static final long HOUR = 3600;

  /** The events of one day. */
  Spread ofOneDay() {
    return Spread.INSTANT
        .repeated(Term.numbers(seconds, 60), 1)
        .repeated(Term.numbers(minutes, 60), MINUTE)
        .repeated(Term.numbers(hours, 24), HOUR);
  }
}

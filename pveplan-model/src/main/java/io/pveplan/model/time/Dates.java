package io.pveplan.model.time;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * The date part of a calendar event; empty lists name all years, months or days.
 *
 * @param years years
 * @param months months, January is 1
 * @param days days of a month
 */
record Dates(List<Term> years, List<Term> months, List<Term> days) {

  // The Gregorian calendar repeats after 400 years, to the weekday.
  private static final int CYCLE_START = 2000;
  private static final int CYCLE_END = 2400;
  private static final int CYCLE_DAYS = 146_097;

  // The clock of the product starts here.
  private static final int FIRST_YEAR = 1970;

  private static final int WEEK = 7;

  /** The days on which something happens, as numbers from the start of a span of days. */
  DaySet on(BitSet weekdays) {
    if (!years.isEmpty()) {
      boolean endless = years.stream().anyMatch(Term::endless);
      return new DaySet(walk(weekdays, FIRST_YEAR), endless ? DaySet.OPEN : DaySet.ENDS);
    }
    if (!months.isEmpty() || !days.isEmpty()) {
      return new DaySet(walk(weekdays, CYCLE_START), CYCLE_DAYS);
    }
    return new DaySet(weekdays, WEEK);
  }

  private BitSet walk(BitSet weekdays, int firstYear) {
    BitSet monthNumbers = Term.numbers(months, 13);
    BitSet dayNumbers = Term.numbers(days, 32);
    BitSet yearNumbers = Term.numbers(years, CYCLE_END);
    long start = LocalDate.of(firstYear, 1, 1).toEpochDay();
    BitSet found = new BitSet();
    for (int year = firstYear; year < CYCLE_END; year++) {
      if (yearNumbers.get(year)) {
        for (int month = 1; month <= 12; month++) {
          if (monthNumbers.get(month)) {
            markMonth(LocalDate.of(year, month, 1), dayNumbers, weekdays, start, found);
          }
        }
      }
    }
    return found;
  }

  private static void markMonth(
      LocalDate first, BitSet dayNumbers, BitSet weekdays, long start, BitSet found) {
    int offset = Math.toIntExact(first.toEpochDay() - start);
    int weekday = first.getDayOfWeek().getValue() - 1;
    for (int day = 1; day <= first.lengthOfMonth(); day++) {
      if (dayNumbers.get(day) && weekdays.get((weekday + day - 1) % WEEK)) {
        found.set(offset + day - 1);
      }
    }
  }
}

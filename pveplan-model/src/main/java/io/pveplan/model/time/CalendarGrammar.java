package io.pveplan.model.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a calendar event from left to right. A part that does not fit leaves the position where it
 * was, so that the next reading of the same characters can be tried: {@code 4-5 6:00} is a date
 * although it starts like a time.
 */
final class CalendarGrammar {

  private static final Pattern UTC = Pattern.compile(" *UTC\\z");

  private static final int HOURS = 24;
  private static final int SIXTY = 60;
  private static final int AFTER_LAST_YEAR = 2200;
  private static final int AFTER_LAST_MONTH = 13;
  private static final int AFTER_LAST_DAY = 32;

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final List<Term> ALL = List.of();
  private static final List<Term> ZERO = List.of(Term.single(0));
  private static final List<Term> ONE = List.of(Term.single(1));

  private static final Dates EVERY_DAY = new Dates(ALL, ALL, ALL);
  private static final Times MIDNIGHT = new Times(ZERO, ZERO, ZERO);

  private static final Map<String, Schedule> KEYWORDS = Map.ofEntries(
      Map.entry("minutely", times(new Times(ALL, ALL, ZERO))),
      Map.entry("hourly", times(new Times(ALL, ZERO, ZERO))),
      Map.entry("daily", times(MIDNIGHT)),
      Map.entry("weekly", new Schedule(days(0, 0), EVERY_DAY, MIDNIGHT)),
      Map.entry("monthly", firstOf(ALL)),
      Map.entry("quarterly", firstOf(months(1, 4, 7, 10))),
      Map.entry("semiannually", firstOf(months(1, 7))),
      Map.entry("semi-annually", firstOf(months(1, 7))),
      Map.entry("yearly", firstOf(months(1))),
      Map.entry("annually", firstOf(months(1))));

  private final String text;
  private int at;

  private CalendarGrammar(String text) {
    this.text = text;
  }

  static Optional<Schedule> parse(String text) {
    if (text.startsWith(" ") || text.endsWith(" ")) {
      return Optional.empty();
    }
    String local = UTC.matcher(text).replaceFirst("");
    Schedule keyword = KEYWORDS.get(local);
    return keyword == null ? new CalendarGrammar(local).event() : Optional.of(keyword);
  }

  private Optional<Schedule> event() {
    BitSet weekdays = days(0, 6);
    if (startsWithLetter()) {
      Optional<BitSet> named = weekdays();
      if (named.isEmpty()) {
        return Optional.empty();
      }
      weekdays = named.get();
    }
    skipBlanks();
    Dates dates = orBack(this::fullDate).or(() -> orBack(this::shortDate)).orElse(EVERY_DAY);
    skipBlanks();
    Times times = orBack(this::times).orElse(MIDNIGHT);
    boolean complete = !text.isEmpty() && at == text.length();
    return complete ? Optional.of(new Schedule(weekdays, dates, times)) : Optional.empty();
  }

  private Optional<BitSet> weekdays() {
    BitSet found = new BitSet();
    do {
      Optional<Integer> first = weekday();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Optional<Integer> last = accept("..") ? weekday() : first;
      if (last.isEmpty()) {
        return Optional.empty();
      }
      found.or(days(first.get(), last.get()));
    } while (accept(","));
    return Optional.of(found);
  }

  private Optional<Integer> weekday() {
    int start = at;
    while (startsWithLetter()) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    for (int day = 0; day < DAYS.size(); day++) {
      String full = DAYS.get(day);
      if (name.equals(full) || name.equals(full.substring(0, 3))) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private Optional<Dates> fullDate() {
    Optional<List<Term>> years = list(0, AFTER_LAST_YEAR);
    if (years.isEmpty() || !accept("-")) {
      return Optional.empty();
    }
    return shortDate().map(date -> new Dates(years.get(), date.months(), date.days()));
  }

  private Optional<Dates> shortDate() {
    Optional<List<Term>> months = list(1, AFTER_LAST_MONTH);
    if (months.isEmpty() || !accept("-")) {
      return Optional.empty();
    }
    return list(1, AFTER_LAST_DAY).map(days -> new Dates(ALL, months.get(), days));
  }

  private Optional<Times> times() {
    List<Term> hours = orBack(() -> list(0, HOURS).filter(found -> accept(":"))).orElse(ALL);
    Optional<List<Term>> minutes = list(0, SIXTY);
    List<Term> seconds =
        orBack(() -> accept(":") ? list(0, SIXTY) : Optional.empty()).orElse(ZERO);
    return minutes.map(found -> new Times(hours, found, seconds));
  }

  private Optional<List<Term>> list(int lowest, int limit) {
    if (accept("*")) {
      if (!accept("/")) {
        return Optional.of(ALL);
      }
      return number(limit)
          .filter(step -> step > 0)
          .map(step -> List.of(new Term(lowest, Term.OPEN, step)));
    }
    List<Term> terms = new ArrayList<>();
    do {
      Optional<Term> term = term(limit);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      terms.add(term.get());
    } while (accept(","));
    return Optional.of(terms);
  }

  private Optional<Term> term(int limit) {
    Optional<Integer> first = number(limit);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    boolean range = accept("..");
    Optional<Integer> last = range ? number(limit) : first;
    if (last.isEmpty() || last.get() < first.get()) {
      return Optional.empty();
    }
    if (!accept("/")) {
      return Optional.of(new Term(first.get(), last.get(), 1));
    }
    int end = range ? last.get() : Term.OPEN;
    return number(limit).map(step -> new Term(first.get(), end, step));
  }

  private Optional<Integer> number(int limit) {
    int start = at;
    int value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(limit, value * 10 + text.charAt(at) - '0');
      at++;
    }
    return at > start && value < limit ? Optional.of(value) : Optional.empty();
  }

  private <T> Optional<T> orBack(Supplier<Optional<T>> part) {
    int start = at;
    Optional<T> found = part.get();
    if (found.isEmpty()) {
      at = start;
    }
    return found;
  }

  private boolean accept(String expected) {
    boolean there = text.startsWith(expected, at);
    if (there) {
      at += expected.length();
    }
    return there;
  }

  private void skipBlanks() {
    while (accept(" ")) {
      continue;
    }
  }

  private boolean startsWithLetter() {
    return at < text.length()
        && (text.charAt(at) >= 'a' && text.charAt(at) <= 'z'
            || text.charAt(at) >= 'A' && text.charAt(at) <= 'Z');
  }

  /** Monday is 0; a range that ends before it starts goes over Sunday. */
  private static BitSet days(int first, int last) {
    BitSet days = new BitSet();
    for (int day = first; day != last; day = (day + 1) % 7) {
      days.set(day);
    }
    days.set(last);
    return days;
  }

  private static Schedule times(Times times) {
    return new Schedule(days(0, 6), EVERY_DAY, times);
  }

  private static Schedule firstOf(List<Term> months) {
    return new Schedule(days(0, 6), new Dates(ALL, months, ONE), MIDNIGHT);
  }

  private static List<Term> months(Integer... numbers) {
    return Arrays.stream(numbers).map(Term::single).toList();
  }
}

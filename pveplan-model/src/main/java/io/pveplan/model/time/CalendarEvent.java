package io.pveplan.model.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in Proxmox's grammar, as replication jobs, backup jobs and the jobs of a backup server
 * take it. It resembles the calendar events of systemd and is not the same: {@code 22} is minute 22
 * of each hour.
 *
 * <p>The text is kept as written; two events are equal when their texts are.
 *
 * <pre>{@code
 * CalendarEvent.parse("0/15").longestGap();           // PT15M
 * CalendarEvent.parse("mon..fri 22:00").longestGap(); // PT72H, Friday to Monday
 * CalendarEvent.parse("sat *-1..7 15:00");            // first Saturday of each month
 * CalendarEvent.parse("*-*~1");                       // refused: systemd only
 * CalendarEvent.parse("02-30");                       // refused: never comes
 * }</pre>
 *
 * <p>Grammar: proxmox-rs, {@code proxmox-time/src/calendar_event.rs}; the limit of 128 characters:
 * pve-guest-common, {@code ReplicationConfig.pm} (rule LOC-029). Narrower than the product in two
 * points: no blanks around the text, and blanks inside are spaces.
 *
 * @since 0.1
 */
public final class CalendarEvent implements Comparable<CalendarEvent> {

  private static final String RULE = "LOC-029";
  private static final int LONGEST_TEXT = 128;
  private static final String ADVICE =
      "Write a schedule in Proxmox's grammar, for example */15, 22:00, mon..fri 22:30 or *-1"
          + " 03:00.";

  private final String text;
  private final Duration longestGap;

  private CalendarEvent(String text, Duration longestGap) {
    this.text = text;
    this.longestGap = longestGap;
  }

  /**
   * {@return the schedule with this text}
   *
   * @param text up to 128 characters in Proxmox's grammar
   * @throws InvalidValueException if the text is no such schedule, or one that never comes
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CalendarEvent parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidValueException(
          "a schedule of " + text.length() + " characters is too long",
          "Use at most " + LONGEST_TEXT + " characters.",
          RULE);
    }
    Schedule schedule = CalendarGrammar.parse(text)
        .orElseThrow(() -> new InvalidValueException(
            "\"" + Visible.ascii(text) + "\" is not a calendar event", ADVICE, RULE));
    Duration longestGap = schedule
        .longestGap()
        .orElseThrow(() -> new InvalidValueException(
            text + " is a calendar event that never comes",
            "Name a day that the calendar has, from 1970 on.",
            RULE));
    return new CalendarEvent(text, longestGap);
  }

  /**
   * {@return the longest time between two consecutive events: how old a copy can get that is made
   * on this schedule}
   *
   * <p>It is computed without a clock. Dates are followed through all 400 years of the Gregorian
   * calendar, leap years included; a day has 24 hours, daylight saving time is ignored (one night a
   * year the real gap is an hour longer). A schedule with years that come to an end has no event
   * after the last one: its gap is that of {@link ChronoUnit#FOREVER}. Years with an open step, as
   * in {@code 2026/2-1-1}, are followed until 2399.
   */
  public Duration longestGap() {
    return longestGap;
  }

  /** By text. */
  @Override
  public int compareTo(CalendarEvent other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CalendarEvent that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text as it was written. */
  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}

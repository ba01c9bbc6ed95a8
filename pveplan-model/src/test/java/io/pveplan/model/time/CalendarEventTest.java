package io.pveplan.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // time of day
        "*/15|PT15M",
        "*:0/15|PT15M",
        "*:*|PT1M",
        "*|PT1M",
        "*:*:*|PT1S",
        "*:*:0/30|PT30S",
        "22|PT1H",
        "*/25|PT25M",
        "0,10|PT50M",
        "5/0|PT1H",
        "22:00|PT24H",
        "22:00:30|PT24H",
        "22:30/10|PT23H40M",
        // 24 is no hour, so Proxmox reads minute 24 and second 0 of each hour
        "24:00|PT1H",
        "0/4:00|PT4H",
        "0/5:3|PT5H",
        "6..22/4:00|PT8H",
        "6..22:*/15|PT7H15M",
        "8,20:00|PT12H",
        "08:00,20:00|PT23H40M",
        // days of the week
        "mon|PT168H",
        "mon..fri 22:00|PT72H",
        "mon..fri 22|PT49H",
        "mon,thu 3:00|PT96H",
        "fri..mon|PT96H",
        "sat..sun|PT144H",
        "mon..sun 22:00|PT24H",
        "mon..fri22:00|PT72H",
        "Tuesday,THU|PT120H",
        "wed..thu *:0/30|PT120H30M",
        // dates: the longest of all years counts
        "*-05|PT744H",
        "*-*-1 0:0|PT744H",
        "*-31|PT1464H",
        "*-29|PT1416H",
        "*-*10:00|PT24H",
        "sat *-1..7 15:00|PT840H",
        "2-1|PT8784H",
        "3-1|PT8784H",
        "02-29|PT70104H",
        "mon 02-29|PT350616H",
        "*-1,15|PT408H",
        "12-25..31 *:0|PT8617H",
        // years
        "2026/1-1-1|PT8784H",
        "2000/4-02-29|PT70104H",
        "1965/5-01-01|PT43848H",
        // keywords
        "minutely|PT1M",
        "hourly|PT1H",
        "daily|PT24H",
        "weekly|PT168H",
        "monthly|PT744H",
        "quarterly|PT2208H",
        "semiannually|PT4416H",
        "semi-annually|PT4416H",
        "yearly|PT8784H",
        "annually|PT8784H",
        // universal time
        "daily UTC|PT24H",
        "22:00 UTC|PT24H",
        "22:00UTC|PT24H",
        "mon UTC|PT168H",
      })
  void the_longest_gap_is_exact(String text, Duration gap) {
    CalendarEvent event = CalendarEvent.parse(text);

    assertThat(event.longestGap()).isEqualTo(gap);
    assertThat(event).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-31", "2026,2027-12-31", "2026..2030-*-* 22:00", "2199/2199-1-1"})
  void a_schedule_whose_years_end_has_no_longest_gap(String text) {
    assertThat(CalendarEvent.parse(text).longestGap()).isEqualTo(ChronoUnit.FOREVER.getDuration());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "UTC",
        " 22:00",
        "22:00 ",
        "22:00\n",
        "22:00\tUTC",
        "22:00\nUTC",
        "mon\t22:00",
        "60",
        "22:60",
        "22:00:60",
        "22:00:00:00",
        "02:30:00.5",
        "*/0",
        "*/60",
        "10..5",
        "5/60",
        "1,",
        ",1",
        "1,*",
        "mo",
        "mon,",
        "mon..",
        "mon-fri",
        "mon.fri",
        "13-1",
        "1-32",
        "2200-1-1",
        "1-1-1-1",
        "*-*~1",
        "Europe/Vienna",
        "22:00 Europe/Vienna",
        "22:00 utc",
        "Daily",
        "daily 22:00",
        "every day",
        "22h",
        "-1",
        "99999999999999999999",
        "$(id)",
        "${x}",
        "22:00;id",
        "22:00'",
        "22:00\""
      })
  void what_proxmox_does_not_read_is_refused(String text) {
    assertThat(Refusal.of(() -> CalendarEvent.parse(text)))
        .isEqualTo("\""
            + text.replace("\n", "\\n").replace("\t", "\\t")
            + "\" is not a calendar event [LOC-029]: Write a schedule in Proxmox's grammar, for"
            + " example */15, 22:00, mon..fri 22:30 or *-1 03:00.");
  }

  @Test
  void digits_of_another_script_are_shown_as_such() {
    assertThat(Refusal.of(() -> CalendarEvent.parse("\uff12\uff12:00")))
        .startsWith("\"\\uff12\\uff12:00\" is not a calendar event");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"02-30", "2,4-31", "2027-02-29", "0-1", "1-0", "1950-1-1", "mon 2026-7-31"})
  void a_schedule_that_never_comes_is_refused(String text) {
    assertThat(Refusal.of(() -> CalendarEvent.parse(text)))
        .isEqualTo(text
            + " is a calendar event that never comes [LOC-029]: Name a day that the calendar"
            + " has, from 1970 on.");
  }

  @Test
  void a_text_of_128_characters_is_read() {
    String text = "0,".repeat(63) + "10";

    assertThat(CalendarEvent.parse(text).longestGap()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void a_text_of_129_characters_is_refused() {
    assertThat(Refusal.of(() -> CalendarEvent.parse("0,".repeat(64) + "1")))
        .isEqualTo(
            "a schedule of 129 characters is too long [LOC-029]: Use at most 128 characters.");
  }

  @Test
  void schedules_are_equal_when_their_texts_are() {
    assertThat(CalendarEvent.parse("*/15"))
        .isEqualTo(CalendarEvent.parse("*/15"))
        .isNotEqualTo(CalendarEvent.parse("0/15"));
  }
}

package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParameterTest {

  private static final RuleParameter<Integer> OSDS = RuleParameter.wholeNumber(
          "fewestOsds", 4, "OSDs on a node", "own judgement")
      .must(osds -> osds >= 1, "be at least 1")
      .must(osds -> osds <= 60, "be at most 60");
  private static final RuleParameter<BigDecimal> SHARE =
      RuleParameter.number("share", "0.5", "share of the votes", "own judgement");
  private static final RuleParameter<Duration> LIMIT =
      RuleParameter.duration("limit", Duration.ofMillis(5), "round trip", "pvecm.adoc");

  @Test
  void it_tells_what_it_is() {
    assertThat(OSDS.name()).isEqualTo("fewestOsds");
    assertThat(OSDS.defaultValue()).isEqualTo(4);
    assertThat(OSDS.description()).isEqualTo("OSDs on a node");
    assertThat(OSDS.source()).isEqualTo("own judgement");
    assertThat(OSDS).hasToString("fewestOsds = 4");
  }

  @ParameterizedTest
  @CsvSource({
    "0us, 0s, PT0S",
    "500us, 500us, PT0.0005S",
    "1000us, 1ms, PT0.001S",
    "1500 us, 1500us, PT0.0015S",
    "5ms, 5ms, PT0.005S",
    "1500ms, 1500ms, PT1.5S",
    "60s, 1min, PT1M",
    "90s, 90s, PT1M30S",
    "60min, 1h, PT1H",
    "90min, 90min, PT1H30M",
    "24h, 1d, PT24H",
    "25h, 25h, PT25H",
    "999999d, 999999d, PT23999976H"
  })
  void a_time_is_read_and_shown(String text, String shown, Duration time) {
    assertThat(LIMIT.read(text)).isEqualTo(time);
    assertThat(LIMIT.show(time)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-5ms", "5 m", "PT5S", "5ms ", "1000000s", "0.5ms", "٥ms"})
  void a_time_of_another_form_is_refused(String text) {
    assertThatThrownBy(() -> LIMIT.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "parameter limit: \"" + text + "\" is not a time such as 5ms, 60s, 10min, 6h or 7d");
  }

  @Test
  void numbers_are_read() {
    assertThat(OSDS.read("12")).isEqualTo(12);
    assertThat(SHARE.read("0.25")).isEqualTo(new BigDecimal("0.25"));
  }

  @Test
  void a_number_of_another_form_is_refused() {
    assertThatThrownBy(() -> OSDS.read("4.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter fewestOsds: \"4.5\" is not a whole number");
    assertThatThrownBy(() -> SHARE.read("half"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter share: \"half\" is not a number");
  }

  @Test
  void a_value_meets_all_conditions() {
    assertThatThrownBy(() -> OSDS.read("0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter fewestOsds: 0 is refused, it must be at least 1 and be at most 60");
    assertThatThrownBy(() -> OSDS.read("61")).isInstanceOf(IllegalArgumentException.class);
    assertThat(OSDS.read("60")).isEqualTo(60);
  }

  @Test
  void a_default_meets_the_condition() {
    assertThatThrownBy(() -> OSDS.must(osds -> osds > 4, "be more than 4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "parameter fewestOsds: 4 is refused, it must be at least 1 and be at most 60 and be"
                + " more than 4");
  }

  @Test
  void a_value_of_any_type_is_read_by_its_own_reader() {
    RuleParameter<Severity> level = RuleParameter.of(
        "level", Severity.INFO, "a level", "own judgement", "a severity", Severity::valueOf);

    assertThat(level.read("ERROR")).isEqualTo(Severity.ERROR);
    assertThatThrownBy(() -> level.read("FATAL"))
        .hasMessage("parameter level: \"FATAL\" is not a severity");
  }

  @Test
  void what_a_reader_or_a_condition_can_not_reckon_with_is_refused() {
    var day = RuleParameter.of(
        "day", LocalDate.of(2026, 1, 1), "a day", "own judgement", "a day", LocalDate::parse);
    var whole = RuleParameter.of(
        "whole",
        1,
        "a number",
        "own judgement",
        "whole",
        text -> new BigDecimal(text).intValueExact());
    var part = RuleParameter.wholeNumber("part", 1, "a part", "own judgement")
        .must(value -> 10 / value > 0, "be a part of 10");

    assertThatThrownBy(() -> day.read("soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter day: \"soon\" is not a day");
    assertThatThrownBy(() -> whole.read("1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter whole: \"1.5\" is not whole");
    assertThatThrownBy(() -> part.read("0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter part: 0 is refused, it must be a part of 10");
  }

  @Test
  void a_name_is_a_word() {
    assertThatThrownBy(() -> RuleParameter.wholeNumber("fewest-osds", 4, "OSDs", "own judgement"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "parameter name \"fewest-osds\" is not letters and digits, starting with a small one");
  }

  @Test
  void a_parameter_without_source_is_refused() {
    assertThatThrownBy(() -> RuleParameter.wholeNumber("limit", 4, "OSDs", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter limit has no source");
  }
}

package io.pveplan.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthTest {

  @ParameterizedTest
  @CsvSource({"3m, 300, 3m", "50cm, 50, 50cm", "200cm, 200, 2m", "100000m, 10000000, 100000m"})
  void a_text_is_a_number_of_centimeters(String text, int centimeters, String written) {
    assertThat(Length.parse(text)).isEqualTo(Length.centimeters(centimeters)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "0m", "-1m", "3 m", "1.5m", "3M", "3mm", "123456789m", "3m\n"})
  void a_text_of_another_form_is_refused(String text) {
    assertThatThrownBy(() -> Length.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageEndingWith("is not a length");
  }

  @Test
  void what_no_cable_has_is_refused() {
    assertThatThrownBy(() -> Length.meters(0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("length 0m is outside 1cm to 100000m");
    assertThatThrownBy(() -> Length.parse("99999999m"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("length 99999999m is outside 1cm to 100000m");
    assertThatThrownBy(() -> Length.centimeters(10_000_001))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("length 10000001cm is outside 1cm to 100000m");
  }

  @Test
  void the_shorter_comes_first() {
    assertThat(Length.meters(1)).isGreaterThan(Length.centimeters(99));
  }
}

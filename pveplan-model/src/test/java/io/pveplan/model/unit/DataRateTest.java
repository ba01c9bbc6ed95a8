package io.pveplan.model.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRateTest {

  @ParameterizedTest
  @CsvSource({
    "25Gbit/s, 25000000000, 25Gbit/s, 3125",
    "2500Mbit/s, 2500000000, 2500Mbit/s, 312.5",
    "1000Mbit/s, 1000000000, 1Gbit/s, 125",
    "100MB/s, 800000000, 800Mbit/s, 100",
    "125MB/s, 1000000000, 1Gbit/s, 125",
    "64kbit/s, 64000, 64kbit/s, 0.008",
    "1bit/s, 1, 1bit/s, 1.25E-7",
  })
  void a_rate_is_read_and_written_in_its_one_notation(
      String text, long bits, String written, String megabytes) {
    DataRate rate = DataRate.parse(text);

    assertThat(rate).isEqualTo(new DataRate(bits)).hasToString(written);
    assertThat(rate.megabytesPerSecond()).hasToString(megabytes);
  }

  @Test
  void each_unit_has_its_number_of_bits() {
    assertThat(DataRate.mbit(1).bitsPerSecond()).isEqualTo(1_000_000);
    assertThat(DataRate.gbit(1).bitsPerSecond()).isEqualTo(1_000_000_000);
    assertThat(DataRate.megabytesPerSecond(1).bitsPerSecond()).isEqualTo(8_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10G",
        "10 Gbit/s",
        "10gbit/s",
        "0Mbit/s",
        "-1Mbit/s",
        "2.5Gbit/s",
        "1MiB/s"
      })
  void what_is_no_rate_is_refused(String text) {
    assertThat(Refusal.of(() -> DataRate.parse(text)))
        .isEqualTo("\""
            + text
            + "\" is not a data rate: Write a whole number from 1 and one of kbit/s, Mbit/s,"
            + " Gbit/s, MB/s: 25Gbit/s, 100MB/s.");
  }

  @Test
  void a_rate_of_nothing_is_refused() {
    assertThat(Refusal.of(() -> DataRate.mbit(0)))
        .isEqualTo("0Mbit/s moves no data: Use a rate of 1bit/s or more.");
    assertThat(Refusal.of(() -> new DataRate(-5)))
        .isEqualTo("-5bit/s moves no data: Use a rate of 1bit/s or more.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372037Gbit/s", "9999999999999999999bit/s", "1152921504607MB/s"})
  void a_rate_that_is_too_large_is_refused(String text) {
    assertThat(Refusal.of(() -> DataRate.parse(text)))
        .isEqualTo(text + " is too large: Use less than 9223372036Gbit/s.");
  }

  @Test
  void rates_sort_by_bits() {
    assertThat(DataRate.megabytesPerSecond(100)).isLessThan(DataRate.gbit(1));
    assertThat(DataRate.megabytesPerSecond(125)).isEqualByComparingTo(DataRate.gbit(1));
  }
}

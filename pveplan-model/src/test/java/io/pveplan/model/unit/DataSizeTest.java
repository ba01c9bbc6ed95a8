package io.pveplan.model.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0B, 0, 0B",
    "0TiB, 0, 0B",
    "1B, 1, 1B",
    "1000B, 1000, 1000B",
    "1024B, 1024, 1KiB",
    "1536KiB, 1572864, 1536KiB",
    "1024MiB, 1073741824, 1GiB",
    "8GiB, 8589934592, 8GiB",
    "2048GiB, 2199023255552, 2TiB",
    "500GB, 500000000000, 500GB",
    "1000GB, 1000000000000, 1TB",
    "1920GB, 1920000000000, 1920GB",
    "8388607TiB, 9223370937343148032, 8388607TiB",
    "9223372036854775807B, 9223372036854775807, 9223372036854775807B",
  })
  void a_size_is_read_and_written_in_its_one_notation(String text, long bytes, String written) {
    assertThat(DataSize.parse(text)).isEqualTo(DataSize.bytes(bytes)).hasToString(written);
  }

  @Test
  void each_unit_has_its_number_of_bytes() {
    assertThat(DataSize.bytes(1).bytes()).isEqualTo(1);
    assertThat(DataSize.kib(1).bytes()).isEqualTo(1024);
    assertThat(DataSize.mib(1).bytes()).isEqualTo(1_048_576);
    assertThat(DataSize.gib(1).bytes()).isEqualTo(1_073_741_824);
    assertThat(DataSize.tib(1).bytes()).isEqualTo(1_099_511_627_776L);
    assertThat(DataSize.gb(1).bytes()).isEqualTo(1_000_000_000);
    assertThat(DataSize.tb(1).bytes()).isEqualTo(1_000_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "8", "8G", "8 GiB", "8gib", "GiB", "-8GiB", "08GiB", "1.5TiB", "8GiB\n", "8PB"
      })
  void what_is_no_size_is_refused(String text) {
    assertThat(Refusal.of(() -> DataSize.parse(text)))
        .isEqualTo("\""
            + text.replace("\n", "\\n")
            + "\" is not a size: Write a whole number and one of B, KiB, MiB, GiB, TiB, GB, TB:"
            + " 8GiB, 500GB.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8388608TiB", "9223372036854775808B", "9999999999999999999TB"})
  void a_size_beyond_8_eib_is_refused(String text) {
    assertThat(Refusal.of(() -> DataSize.parse(text)))
        .isEqualTo(text + " is too large: Use less than 8388608TiB.");
  }

  @Test
  void a_negative_size_is_refused() {
    assertThat(Refusal.of(() -> DataSize.gib(-1)))
        .isEqualTo("-1GiB is a negative size: Use 0 or more.");
    assertThat(Refusal.of(() -> DataSize.bytes(Long.MIN_VALUE)))
        .isEqualTo("-9223372036854775808B is a negative size: Use 0 or more.");
  }

  @Test
  void a_sum_is_exact() {
    assertThat(DataSize.gib(8).plus(DataSize.mib(512))).isEqualTo(DataSize.mib(8704));
  }

  @Test
  void a_sum_that_is_too_large_is_refused() {
    assertThat(Refusal.of(() -> DataSize.tib(8388607).plus(DataSize.tib(1))))
        .isEqualTo("8388607TiB plus 1TiB is too large: Use less than 8388608TiB.");
  }

  @Test
  void a_whole_number_of_mib_or_gib_is_exact() {
    assertThat(DataSize.gib(8).toMib()).isEqualTo(8192);
    assertThat(DataSize.tib(2).toGib()).isEqualTo(2048);
    assertThat(DataSize.bytes(0).toGib()).isZero();
  }

  @Test
  void a_broken_number_of_mib_or_gib_is_refused() {
    assertThat(Refusal.of(() -> DataSize.gb(500).toGib()))
        .isEqualTo("500GB is not a whole number of GiB: Use 465GiB or 466GiB.");
    assertThat(Refusal.of(() -> DataSize.kib(1).toMib()))
        .isEqualTo("1KiB is not a whole number of MiB: Use 0MiB or 1MiB.");
  }

  @Test
  void sizes_sort_by_bytes() {
    assertThat(DataSize.gb(8)).isLessThan(DataSize.gib(8));
    assertThat(DataSize.gib(1024)).isEqualByComparingTo(DataSize.tib(1));
  }
}

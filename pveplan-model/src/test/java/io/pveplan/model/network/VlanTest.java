package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VlanTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 110, 4094})
  void a_tag_is_a_number_from_1_to_4094(int number) {
    assertThat(VlanTag.of(number).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 4095, 4096, Integer.MAX_VALUE})
  void another_number_is_no_tag(int number) {
    assertThat(Refusal.of(() -> VlanTag.of(number)))
        .isEqualTo(number + " is not a VLAN tag [NET-014]: Use a tag from 1 to 4094.");
  }

  @ParameterizedTest
  @CsvSource({"100-199, 100, 199", "30, 30, 30", "1-4094, 1, 4094"})
  void a_range_is_read(String text, int first, int last) {
    assertThat(VlanRange.parse(text)).isEqualTo(VlanRange.of(first, last)).hasToString(text);
  }

  @Test
  void a_single_tag_is_a_range_of_itself() {
    assertThat(VlanRange.of(30)).isEqualTo(VlanRange.of(30, 30)).hasToString("30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "199-100|199-100 is a descending range of VLAN tags [NET-014]: Write 100-199.",
        "30-30|30-30 is a range of one VLAN tag [NET-014]: Write 30.",
        "100-4095|4095 is not a VLAN tag [NET-014]: Use a tag from 1 to 4094.",
        "999999999|999999999 is not a VLAN tag [NET-014]: Use a tag from 1 to 4094.",
      })
  void a_range_outside_of_the_tags_is_refused(String text, String refusal) {
    assertThat(Refusal.of(() -> VlanRange.parse(text))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "100-", "100 - 199", "0100", "100,101", "1-2-3"})
  void what_is_no_range_is_refused(String text) {
    assertThat(Refusal.of(() -> VlanRange.parse(text)))
        .isEqualTo("\""
            + text
            + "\" is not a range of VLAN tags [NET-014]: Write a range like 100-199, or a single"
            + " tag like 30.");
  }

  @Test
  void digits_of_another_script_are_shown_as_such() {
    assertThat(Refusal.of(() -> VlanRange.parse("\u0661")))
        .startsWith("\"\\u0661\" is not a range of VLAN tags");
  }

  @Test
  void a_range_contains_its_ends() {
    VlanRange range = VlanRange.of(100, 199);

    assertThat(range.contains(VlanTag.of(100))).isTrue();
    assertThat(range.contains(VlanTag.of(199))).isTrue();
    assertThat(range.contains(VlanTag.of(99))).isFalse();
    assertThat(range.contains(VlanTag.of(200))).isFalse();
  }

  @Test
  void tags_and_ranges_sort_by_number() {
    assertThat(VlanTag.of(9)).isLessThan(VlanTag.of(10));
    assertThat(VlanRange.of(9, 300)).isLessThan(VlanRange.of(10));
    assertThat(VlanRange.of(9)).isLessThan(VlanRange.of(9, 10));
  }
}

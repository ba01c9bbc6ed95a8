package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.10-10.0.0.20, 10.0.0.10, true",
    "10.0.0.10-10.0.0.20, 10.0.0.20, true",
    "10.0.0.10-10.0.0.20, 10.0.0.9, false",
    "10.0.0.10-10.0.0.20, 10.0.0.21, false",
    "10.0.0.10-10.0.0.10, 10.0.0.10, true",
    "10.0.0.20-10.0.0.10, 10.0.0.15, false",
    "10.0.0.10-10.0.0.20, ::1, false",
    "2001:db8::10-2001:db8::20, 2001:db8::1f, true",
  })
  void an_address_is_contained_or_not(String range, String address, boolean contained) {
    assertThat(AddressRange.parse(range).contains(IpAddress.parse(address))).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.10-10.0.0.20, 10.0.0.20-10.0.0.30, true",
    "10.0.0.10-10.0.0.20, 10.0.0.12-10.0.0.13, true",
    "10.0.0.10-10.0.0.20, 10.0.0.21-10.0.0.30, false",
    "10.0.0.10-10.0.0.20, 10.0.0.18-10.0.0.12, false",
    "10.0.0.20-10.0.0.10, 10.0.0.20-10.0.0.10, false",
    "10.0.0.10-10.0.0.20, 2001:db8::10-2001:db8::20, false",
  })
  void ranges_overlap_or_not(String one, String two, boolean overlap) {
    AddressRange first = AddressRange.parse(one);
    AddressRange second = AddressRange.parse(two);

    assertThat(first.overlaps(second)).isEqualTo(overlap);
    assertThat(second.overlaps(first)).isEqualTo(overlap);
  }

  @Test
  void a_range_that_starts_behind_its_end_can_be_written() {
    AddressRange range = AddressRange.parse("10.150.10.200-10.150.10.50");

    assertThat(range).hasToString("10.150.10.200-10.150.10.50");
    assertThat(range.start()).hasToString("10.150.10.200");
    assertThat(range.end()).hasToString("10.150.10.50");
  }

  @Test
  void a_range_over_two_families_is_refused() {
    assertThat(Refusal.of(() -> AddressRange.parse("10.0.0.1-2001:db8::1")))
        .isEqualTo("10.0.0.1-2001:db8::1 mixes IPv4 and IPv6: Use two addresses of one family.");
  }

  @Test
  void a_single_address_is_refused() {
    assertThat(Refusal.of(() -> AddressRange.parse("10.0.0.1")))
        .isEqualTo(
            "\"10.0.0.1\" is not an address range: Write the first and the last address with a dash"
                + " between: 10.0.0.10-10.0.0.99.");
  }

  @Test
  void blanks_around_the_dash_are_refused() {
    assertThat(Refusal.of(() -> AddressRange.parse("10.0.0.1 - 10.0.0.9")))
        .isEqualTo("\"10.0.0.1 \" is not the usual notation of this address: Write 10.0.0.1.");
  }

  @Test
  void ranges_sort_by_start_then_end() {
    AddressRange range = AddressRange.parse("10.0.0.9-10.0.0.20");

    assertThat(range).isLessThan(AddressRange.parse("10.0.0.10-10.0.0.11"));
    assertThat(range).isGreaterThan(AddressRange.parse("10.0.0.9-10.0.0.10"));
  }
}

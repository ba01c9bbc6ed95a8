package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"BC:24:11:00:02:0A", "bc:24:11:00:02:0a", "Bc:24:11:00:02:0a"})
  void every_case_is_read_and_upper_case_is_written(String text) {
    MacAddress address = MacAddress.parse(text);

    assertThat(address).isEqualTo(MacAddress.parse("BC:24:11:00:02:0A"));
    assertThat(address).hasToString("BC:24:11:00:02:0A");
    assertThat(address.lowerCase()).isEqualTo("bc:24:11:00:02:0a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BC:24:11:00:02",
        "BC:24:11:00:02:00:00",
        "BC-24-11-00-02-00",
        "BC2411000200",
        "BC:24:11:00:02:0",
        "BC:24:11:00:02:0G",
        "BC:24:11:00:02:00\n"
      })
  void what_is_no_mac_address_is_refused(String text) {
    assertThat(Refusal.of(() -> MacAddress.parse(text)))
        .isEqualTo("\""
            + text.replace("\n", "\\n")
            + "\" is not a MAC address [GST-014]: Write six pairs of hexadecimal digits with"
            + " colons between: BC:24:11:00:02:00.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01:00:5E:00:00:01", "ff:ff:ff:ff:ff:ff", "BD:24:11:00:02:00"})
  void a_multicast_address_is_refused(String text) {
    assertThat(Refusal.of(() -> MacAddress.parse(text)))
        .isEqualTo(text
            + " is a multicast address [GST-014]: Use a unicast address: the second digit is 0,"
            + " 2, 4, 6, 8, A, C or E.");
  }

  @Test
  void addresses_sort_by_number() {
    assertThat(MacAddress.parse("BC:24:11:00:02:09"))
        .isLessThan(MacAddress.parse("bc:24:11:00:02:0a"));
  }
}

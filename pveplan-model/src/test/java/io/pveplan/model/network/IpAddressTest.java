package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "2001:db8::1",
        "2001:db8:0:1:1:1:1:1",
        "2001:db8::1:0:0:1",
        "fe80::be24:11ff:fe00:200",
        "::ffff:a00:1"
      })
  void an_address_in_its_one_notation_is_kept(String text) {
    assertThat(IpAddress.parse(text)).hasToString(text);
  }

  @Test
  void a_text_that_may_be_an_address_is_tried() {
    assertThat(IpAddress.tryParse("10.0.0.1")).contains(IpAddress.parse("10.0.0.1"));
    assertThat(IpAddress.tryParse("2001:db8::1")).contains(IpAddress.parse("2001:db8::1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nas.example.net", "10.0.0.256", "10.0.0.1/24", "2001:DB8::1", "fe80::1%eno1"})
  void a_text_that_is_no_address_in_its_one_notation_is_nothing(String text) {
    assertThat(IpAddress.tryParse(text)).isEmpty();
    assertThat(IpAddress.tryParse(text + "x".repeat(50))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8::1, 2001:db8::1",
    "2001:0db8::1, 2001:db8::1",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::0:1, 2001:db8::1",
    "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
    "::ffff:10.0.0.1, ::ffff:a00:1",
    "' 10.0.0.1', 10.0.0.1",
    "'10.0.0.1 ', 10.0.0.1",
  })
  void another_notation_is_refused_with_the_right_one(String text, String right) {
    assertThat(Refusal.of(() -> IpAddress.parse(text)))
        .isEqualTo(
            "\"" + text + "\" is not the usual notation of this address: Write " + right + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.0.0",
        "10.0.0.1.1",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.01",
        "0x0a.0.0.1",
        "167772161",
        "10.0.0.*",
        "10.0.0.1-9",
        "*",
        "2001:db8",
        "2001:db8:::1",
        "1:2:3:4:5:6:7:8:9",
        "2001:db8::g",
        "[2001:db8::1]",
        "2001-db8--1.ipv6-literal.net",
        "nas.example.org",
        "$(id)"
      })
  void what_is_no_address_is_refused(String text) {
    assertThat(Refusal.of(() -> IpAddress.parse(text)))
        .isEqualTo("\""
            + text
            + "\" is not an IP address: Write an address like 10.0.0.1 or 2001:db8::1.");
  }

  @Test
  void a_prefix_length_is_refused_with_the_bare_address() {
    assertThat(Refusal.of(() -> IpAddress.parse("10.0.0.1/24")))
        .isEqualTo(
            "\"10.0.0.1/24\" is not a single address: it has a prefix length: Write 10.0.0.1.");
  }

  @Test
  void a_zone_is_refused_with_the_bare_address() {
    assertThat(Refusal.of(() -> IpAddress.parse("fe80::1%eth0")))
        .isEqualTo("\"fe80::1%eth0\" is not a single address: it has a zone: Write fe80::1.");
  }

  @Test
  void the_family_is_known() {
    assertThat(IpAddress.parse("10.0.0.1").isV4()).isTrue();
    assertThat(IpAddress.parse("10.0.0.1").isV6()).isFalse();
    assertThat(IpAddress.parse("::ffff:a00:1").isV4()).isFalse();
    assertThat(IpAddress.parse("::ffff:a00:1").isV6()).isTrue();
  }

  @Test
  void addresses_sort_by_number_and_v4_first() {
    List<String> sorted = Stream.of("2001:db8::1", "10.0.0.10", "::1", "192.168.0.1", "10.0.0.9")
        .map(IpAddress::parse)
        .sorted()
        .map(IpAddress::toString)
        .toList();

    assertThat(sorted)
        .containsExactly("10.0.0.9", "10.0.0.10", "192.168.0.1", "::1", "2001:db8::1");
  }

  @Test
  void addresses_of_one_link_only_are_known() {
    assertThat(IpAddress.parse("fe80::1").isLinkLocal()).isTrue();
    assertThat(IpAddress.parse("febf::1").isLinkLocal()).isTrue();
    assertThat(IpAddress.parse("169.254.1.1").isLinkLocal()).isTrue();
    assertThat(IpAddress.parse("fec0::1").isLinkLocal()).isFalse();
    assertThat(IpAddress.parse("10.0.0.1").isLinkLocal()).isFalse();
  }
}

package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pveplan.model.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 1, 254",
    "10.0.0.0/30, 1, 2",
    "10.0.0.0/31, 0, 1",
    "10.0.0.5/32, 0, 0",
    "2001:db8::/64, 1, 18446744073709551615",
    "2001:db8::/127, 0, 1"
  })
  void hosts_have_numbers_from_the_lowest_to_the_highest(String text, long lowest, String highest) {
    Subnet subnet = Subnet.parse(text);

    assertThat(subnet.lowestHost()).isEqualTo(lowest);
    assertThat(subnet.highestHost()).hasToString(highest);
    assertThat(subnet.contains(subnet.host(lowest).address())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.20.0.0/24",
        "172.20.50.0/24",
        "192.0.2.4/31",
        "192.0.2.5/32",
        "2000::/8",
        "2001:db8:20::/64",
        "2001:db8::5/128"
      })
  void a_network_address_with_its_prefix_length_is_kept(String text) {
    assertThat(Subnet.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.1/24, 10.20.0.0/24, 10.20.0.1",
    "10.20.0.0/8, 10.0.0.0/8, 10.20.0.0",
    "192.0.2.5/31, 192.0.2.4/31, 192.0.2.5",
    "2001:db8::1/64, 2001:db8::/64, 2001:db8::1",
  })
  void host_bits_are_refused_with_the_right_network(String text, String network, String address) {
    assertThat(Refusal.of(() -> Subnet.parse(text)))
        .isEqualTo(text
            + " is not a subnet: it has host bits: Write "
            + network
            + " for the network that holds "
            + address
            + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/7, 32 with an IPv4",
    "0.0.0.0/0, 32 with an IPv4",
    "10.0.0.0/33, 32 with an IPv4",
    "2000::/7, 128 with an IPv6",
    "2001:db8::/129, 128 with an IPv6",
  })
  void a_prefix_length_that_proxmox_refuses_is_refused(String text, String range) {
    assertThat(Refusal.of(() -> Subnet.parse(text)))
        .isEqualTo(text
            + " has a prefix length that Proxmox refuses [NET-017]: Use a prefix length from 8 to "
            + range
            + " address.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.20.0.0",
        "10.20.0.0/",
        "/24",
        "10.20.0.0/024",
        "10.20.0.0/+24",
        "10.20.0.0/24/24",
        "10.20.0.0/255.255.255.0",
        "10.20.0.0/24\n",
        "10.20.0.0 /24",
        "$(id)/24"
      })
  void what_is_no_subnet_is_refused(String text) {
    assertThat(Refusal.of(() -> Subnet.parse(text))).contains("Write ");
  }

  @Test
  void a_missing_prefix_length_is_named() {
    assertThat(Refusal.of(() -> Subnet.parse("10.20.0.0")))
        .isEqualTo(
            "\"10.20.0.0\" is not a subnet: it is not an address, a slash and a prefix length"
                + " [NET-017]: Write a subnet like 10.20.0.0/24 or 2001:db8:20::/64.");
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/24, 11, 10.20.0.11/24",
    "10.20.0.0/24, 1, 10.20.0.1/24",
    "10.20.0.0/24, 254, 10.20.0.254/24",
    "10.20.0.0/22, 300, 10.20.1.44/22",
    "192.0.2.4/30, 2, 192.0.2.6/30",
    "192.0.2.4/31, 0, 192.0.2.4/31",
    "192.0.2.4/31, 1, 192.0.2.5/31",
    "192.0.2.5/32, 0, 192.0.2.5/32",
    "2001:db8::/64, 17, 2001:db8::11/64",
    "2001:db8::/64, 9223372036854775807, 2001:db8::7fff:ffff:ffff:ffff/64",
    "2001:db8::/120, 255, 2001:db8::ff/120",
    "2001:db8::/127, 0, 2001:db8::/127",
    "2001:db8::5/128, 0, 2001:db8::5/128",
  })
  void a_host_has_its_number(String subnet, long number, String host) {
    assertThat(Subnet.parse(subnet).host(number)).hasToString(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.20.0.0/24|0|the network itself: Use a number from 1 to 254.",
        "10.20.0.0/24|255|its broadcast address: Use a number from 1 to 254.",
        "10.20.0.0/24|300|outside the subnet: Use a number from 1 to 254.",
        "10.20.0.0/24|-1|outside the subnet: Use a number from 1 to 254.",
        "192.0.2.4/31|2|outside the subnet: Use a number from 0 to 1.",
        "192.0.2.5/32|1|outside the subnet: Use host 0.",
        "2001:db8::/64|0|the network itself: Use a number from 1 to 18446744073709551615.",
        "2001:db8::/120|256|outside the subnet: Use a number from 1 to 255.",
        "2001:db8::/64|-9223372036854775808|outside the subnet: Use a number from 1 to"
            + " 18446744073709551615.",
      })
  void a_host_that_the_subnet_does_not_have_is_refused(String subnet, long number, String what) {
    assertThat(Refusal.of(() -> Subnet.parse(subnet).host(number)))
        .isEqualTo("host " + number + " of " + subnet + " is " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/24, 10.20.0.0, true",
    "10.20.0.0/24, 10.20.0.255, true",
    "10.20.0.0/24, 10.20.1.0, false",
    "10.20.0.0/24, 10.19.255.255, false",
    "2001:db8::/64, 2001:db8::ffff, true",
    "2001:db8::/64, 2001:db8:0:1::, false",
    "10.0.0.0/8, ::a00:1, false",
    "2000::/8, 32.0.0.1, false",
  })
  void an_address_is_contained_or_not(String subnet, String address, boolean contained) {
    assertThat(Subnet.parse(subnet).contains(IpAddress.parse(address))).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.5.0/24, true, true",
    "10.20.5.0/24, 10.20.0.0/16, false, true",
    "10.20.5.0/24, 10.20.5.0/24, true, true",
    "10.20.5.0/24, 10.20.6.0/24, false, false",
    "10.0.0.0/8, 2001:db8::/64, false, false",
    "2001:db8::/32, 2001:db8:20::/64, true, true",
  })
  void subnets_contain_and_overlap(String one, String two, boolean contains, boolean overlaps) {
    Subnet first = Subnet.parse(one);
    Subnet second = Subnet.parse(two);

    assertThat(first.contains(second)).isEqualTo(contains);
    assertThat(first.overlaps(second)).isEqualTo(overlaps);
    assertThat(second.overlaps(first)).isEqualTo(overlaps);
  }

  @Test
  void a_v4_subnet_has_a_netmask() {
    assertThat(Subnet.parse("10.20.0.0/22").netmask()).hasToString("255.255.252.0");
    assertThat(Subnet.parse("192.0.2.5/32").netmask()).hasToString("255.255.255.255");
  }

  @Test
  void a_v6_subnet_has_no_netmask() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Subnet.parse("2001:db8::/64").netmask())
        .withMessage("2001:db8::/64 is an IPv6 subnet and has no netmask");
  }

  @Test
  void subnets_sort_by_address_and_the_wider_first() {
    List<String> sorted = Stream.of("2001:db8::/64", "10.20.0.0/24", "10.3.0.0/24", "10.20.0.0/16")
        .map(Subnet::parse)
        .sorted()
        .map(Subnet::toString)
        .toList();

    assertThat(sorted)
        .containsExactly("10.3.0.0/24", "10.20.0.0/16", "10.20.0.0/24", "2001:db8::/64");
  }

  @Test
  void the_last_address_of_an_ipv4_subnet_is_its_broadcast_address() {
    assertThat(Subnet.parse("10.20.0.0/22").broadcast()).contains(IpAddress.parse("10.20.3.255"));
    assertThat(Subnet.parse("10.20.0.4/30").broadcast()).contains(IpAddress.parse("10.20.0.7"));
    assertThat(Subnet.parse("10.20.0.4/31").broadcast()).isEmpty();
    assertThat(Subnet.parse("2001:db8::/64").broadcast()).isEmpty();
  }
}

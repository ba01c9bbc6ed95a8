package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {

  @ParameterizedTest
  @CsvSource({
    "172.20.50.10/24, 172.20.50.10, 24, 172.20.50.0/24",
    "10.20.0.0/24, 10.20.0.0, 24, 10.20.0.0/24",
    "192.0.2.5/32, 192.0.2.5, 32, 192.0.2.5/32",
    "2001:db8:20::11/64, 2001:db8:20::11, 64, 2001:db8:20::/64",
  })
  void an_address_knows_its_subnet(String text, String address, int length, String subnet) {
    HostAddress host = HostAddress.parse(text);

    assertThat(host).hasToString(text);
    assertThat(host.address()).hasToString(address);
    assertThat(host.prefixLength()).isEqualTo(length);
    assertThat(host.subnet()).isEqualTo(Subnet.parse(subnet));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/24, true, false",
    "10.20.0.1/24, false, false",
    "10.20.0.255/24, false, true",
    "10.20.1.0/23, false, false",
    "10.20.0.255/23, false, false",
    "192.0.2.4/30, true, false",
    "192.0.2.7/30, false, true",
    "192.0.2.4/31, false, false",
    "192.0.2.5/31, false, false",
    "192.0.2.5/32, false, false",
    "2001:db8::/64, true, false",
    "2001:db8::ffff:ffff:ffff:ffff/64, false, false",
    "2001:db8::/127, false, false",
    "2001:db8::/128, false, false",
  })
  void an_address_knows_whether_a_host_can_have_it(
      String text, boolean network, boolean broadcast) {
    HostAddress address = HostAddress.parse(text);

    assertThat(address.isNetworkAddress()).isEqualTo(network);
    assertThat(address.isBroadcastAddress()).isEqualTo(broadcast);
  }

  @Test
  void a_missing_prefix_length_is_refused() {
    assertThat(Refusal.of(() -> HostAddress.parse("10.20.0.11")))
        .isEqualTo(
            "\"10.20.0.11\" is not a host address: it is not an address, a slash and a prefix"
                + " length [NET-017]: Write a host address like 10.20.0.11/24 or"
                + " 2001:db8:20::11/64.");
  }

  @Test
  void a_prefix_length_that_proxmox_refuses_is_refused() {
    assertThat(Refusal.of(() -> HostAddress.parse("10.20.0.11/4")))
        .isEqualTo(
            "10.20.0.11/4 has a prefix length that Proxmox refuses [NET-017]: Use a prefix length"
                + " from 8 to 32 with an IPv4 address.");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.1/8, 0.0.0.1",
    "127.0.0.1/8, 127.0.0.1",
    "224.0.0.1/24, 224.0.0.1",
    "239.255.255.255/24, 239.255.255.255",
    "::/64, ::",
    "::1/64, ::1",
    "4000::1/64, 4000::1",
    "fec0::1/64, fec0::1",
    "ff02::1/64, ff02::1",
  })
  void what_no_host_has_is_refused(String text, String address) {
    assertThat(Refusal.of(() -> HostAddress.parse(text)))
        .isEqualTo(address + " is not the address of a host [NET-018]: Use a unicast address of"
            + " your network.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.1/8",
        "128.0.0.1/24",
        "223.255.255.1/24",
        "2000::1/64",
        "3fff::1/64",
        "fc00::1/64",
        "fdff::1/64",
        "fe80::1/64",
        "febf::1/64"
      })
  void what_a_host_has_is_taken(String text) {
    assertThat(HostAddress.parse(text)).hasToString(text);
  }

  @Test
  void addresses_sort_by_number_then_prefix_length() {
    assertThat(HostAddress.parse("10.0.0.9/24")).isLessThan(HostAddress.parse("10.0.0.10/8"));
    assertThat(HostAddress.parse("10.0.0.9/8")).isLessThan(HostAddress.parse("10.0.0.9/24"));
  }
}

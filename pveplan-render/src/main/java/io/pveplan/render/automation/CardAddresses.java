package io.pveplan.render.automation;

import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.network.InterfaceAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of one card: at most one of each family.
 *
 * @param dhcp whether the IPv4 address comes from DHCP, which is so for a card without any: cloud-init
 *     takes it from there
 * @param v4 static IPv4 address
 * @param v6 static IPv6 address
 * @param ipv6 where it takes its IPv6 address from by itself
 */
record CardAddresses(
    boolean dhcp, Optional<IpConfig> v4, Optional<IpConfig> v6, Optional<Ipv6Source> ipv6) {

  static CardAddresses of(List<IpConfig> configs) {
    return new CardAddresses(
        configs.isEmpty() || configs.stream().anyMatch(IpConfig::dhcp),
        configs.stream().filter(it -> family(it, true)).findFirst(),
        configs.stream().filter(it -> family(it, false)).findFirst(),
        configs.stream().flatMap(it -> it.ipv6().stream()).findFirst());
  }

  static String text(IpConfig config) {
    return config.address().map(InterfaceAddress::address).orElseThrow().toString();
  }

  private static boolean family(IpConfig config, boolean v4) {
    return config.address().filter(it -> it.address().address().isV4() == v4).isPresent();
  }
}

package io.pveplan.render.guest;

import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.unit.DataRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Network cards and their addresses as settings of a guest: {@code netN} and {@code ipconfigN}. */
final class CardSettings {

  private CardSettings() {}

  /** A card of a virtual machine. */
  static String ofVm(GuestNic nic) {
    String model = nic.model().text();
    return nic(PropertyString.of(nic.mac().map(mac -> model + "=" + mac).orElse(model)), nic)
        .with("queues", nic.queues())
        .text();
  }

  /** A card of a container, with its addresses. */
  static String ofContainer(int number, GuestNic nic, List<IpConfig> configs) {
    PropertyString card =
        nic(PropertyString.empty().with("name", "eth" + number).with("hwaddr", nic.mac()), nic);
    return addresses(card, configs).with("type", "veth").text();
  }

  /** Addresses that cloud-init gives a card; a card without any takes one from DHCP. */
  static String ipConfig(List<IpConfig> configs) {
    return configs.isEmpty()
        ? PropertyString.empty().with("ip", "dhcp").text()
        : addresses(PropertyString.empty(), configs).text();
  }

  private static PropertyString nic(PropertyString head, GuestNic nic) {
    return head.with("bridge", nic.bridge())
        .with("tag", nic.tag().map(tag -> tag.value()))
        .when(!nic.trunks().isEmpty(), "trunks", trunks(nic))
        .when(nic.firewall(), "firewall", 1)
        .with("mtu", nic.mtu())
        .with("rate", nic.rate().map(CardSettings::rate))
        .when(nic.linkDown(), "link_down", 1);
  }

  private static String trunks(GuestNic nic) {
    return nic.trunks().stream().map(VlanRange::toString).collect(Collectors.joining(";"));
  }

  private static String rate(DataRate rate) {
    BigDecimal megabytes = rate.megabytesPerSecond();
    return megabytes.stripTrailingZeros().toPlainString();
  }

  private static PropertyString addresses(PropertyString head, List<IpConfig> configs) {
    PropertyString all = head;
    for (IpConfig config : configs) {
      if (config.dhcp()) {
        all = all.with("ip", "dhcp");
      }
      all = all.with("ip6", config.ipv6().map(Ipv6Source::text));
      Optional<InterfaceAddress> address = config.address();
      if (address.isPresent()) {
        IpAddress host = address.get().address().address();
        String six = host.isV4() ? "" : "6";
        all = all.with("ip" + six, address.get().address()).with("gw" + six, config.gateway());
      }
    }
    return all;
  }
}

package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import java.util.ArrayList;
import java.util.List;

/** Combinations that {@code ipconfigN} refuses or ignores. */
final class IpConfigCheck {

  private IpConfigCheck() {}

  static void require(IpConfig config) {
    new Faults()
        .check(() -> requireSource(config))
        .check("gateway", () -> requireNoGateway(config))
        .end();
  }

  private static void requireSource(IpConfig config) {
    List<String> sources = new ArrayList<>();
    if (config.dhcp()) {
      sources.add("DHCP");
    }
    config.ipv6().ifPresent(it -> sources.add(it == Ipv6Source.DHCP ? "DHCPv6" : "SLAAC"));
    config.address().ifPresent(it -> sources.add("an address"));
    if (sources.size() != 1) {
      throw new InvalidValueException(
          sources.isEmpty()
              ? "net" + config.nic() + " has neither DHCP nor an address"
              : "net" + config.nic() + " has both " + String.join(" and ", sources),
          "Choose one of the two.",
          "CI-003");
    }
  }

  private static void requireNoGateway(IpConfig config) {
    if (config.gateway().isEmpty()) {
      return;
    }
    if (config.address().isEmpty() && (config.dhcp() || config.ipv6().isPresent())) {
      throw new InvalidValueException(
          "net" + config.nic() + " has a gateway together with "
              + (config.dhcp() ? "DHCP" : "ip6=" + config.ipv6().get()),
          "Leave the gateway out; Proxmox VE ignores the whole entry otherwise.",
          "CI-004");
    }
    boolean v4 = config.gateway().get().isV4();
    if (config.address().filter(it -> it.address().address().isV4() != v4).isPresent()) {
      throw new InvalidValueException(
          "net" + config.nic() + " has gateway " + config.gateway().get()
              + " of another family than its address",
          "Name a gateway of the family of the address.",
          "CI-003");
    }
  }
}

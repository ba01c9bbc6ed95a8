package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;

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
    if (config.dhcp() == config.address().isPresent()) {
      throw new InvalidValueException(
          config.dhcp()
              ? "net" + config.nic() + " has both DHCP and an address"
              : "net" + config.nic() + " has neither DHCP nor an address",
          "Choose one of the two.",
          "CI-003");
    }
  }

  private static void requireNoGateway(IpConfig config) {
    if (config.dhcp() && config.gateway().isPresent()) {
      throw new InvalidValueException(
          "net" + config.nic() + " has a gateway together with DHCP",
          "Leave the gateway out; Proxmox VE ignores the whole entry otherwise.",
          "CI-004");
    }
  }
}

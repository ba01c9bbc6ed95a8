package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import java.util.Optional;

/** A gateway is only reachable inside the subnet, or with IPv6 by its link-local address. */
final class GatewayCheck {

  private GatewayCheck() {}

  static void require(Optional<IpAddress> gateway, Optional<Subnet> subnet) {
    if (gateway.isEmpty()) {
      return;
    }
    if (subnet.isEmpty()) {
      throw new InvalidValueException(
          "gateway " + gateway.get() + " stands in a network without a subnet",
          "Declare the network with its subnet.");
    }
    boolean onLink =
        gateway.get().isV6() && gateway.get().isLinkLocal() && subnet.get().isV6();
    if (!onLink && !subnet.get().contains(gateway.get())) {
      throw new InvalidValueException(
          "gateway " + gateway.get() + " is not in " + subnet.get(),
          "Name an address of " + subnet.get() + ".",
          "NET-021");
    }
  }
}

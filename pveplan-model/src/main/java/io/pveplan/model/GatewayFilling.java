package io.pveplan.model;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills in the default gateways of a guest. It gets one default route of each family, as a node does:
 * over the first card that can have one. A gateway that the plan names is always kept, and then none
 * of its family is filled in.
 */
final class GatewayFilling {

  private final Guest guest;
  private final List<IpConfig> configs;
  private final Map<String, IpAddress> gateways;

  private GatewayFilling(Guest guest, List<IpConfig> configs, Map<String, IpAddress> gateways) {
    this.guest = guest;
    this.configs = configs;
    this.gateways = gateways;
  }

  /** The addresses of the cards, with the gateways of their networks. */
  static List<IpConfig> fill(
      Guest guest, List<IpConfig> configs, Map<String, IpAddress> gateways, Defaults defaults) {
    GatewayFilling filling = new GatewayFilling(guest, configs, gateways);
    List<IpConfig> routed =
        Stream.of(true, false).flatMap(v4 -> filling.routed(v4).stream()).toList();
    List<IpConfig> filled = new ArrayList<>();
    for (IpConfig config : configs) {
      filled.add(routed.contains(config) ? filling.filled(config, defaults) : config);
    }
    return filled;
  }

  private IpConfig filled(IpConfig config, Defaults defaults) {
    IpAddress gateway = gateway(config).orElseThrow();
    defaults.note(
        guest.path().child("net" + config.nic()), "gateway", gateway, "the network of its address");
    return IpConfig.builder().from(config).gateway(gateway).build();
  }

  /** The addresses that get the default route of a family. */
  private Optional<IpConfig> routed(boolean v4) {
    if (configs.stream().flatMap(it -> it.gateway().stream()).anyMatch(it -> it.isV4() == v4)) {
      return Optional.empty();
    }
    for (int card = 0; card < guest.nics().size(); card++) {
      int number = card;
      List<IpConfig> own = configs.stream().filter(it -> it.nic() == number).toList();
      if (told(own, v4)) {
        return Optional.empty();
      }
      Optional<IpConfig> found = own.stream()
          .filter(it -> gateway(it).filter(gateway -> gateway.isV4() == v4).isPresent())
          .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a server or router tells a card its address of a family, and with it the route. */
  private boolean told(List<IpConfig> own, boolean v4) {
    if (!v4) {
      return own.stream().anyMatch(it -> it.ipv6().isPresent());
    }
    return own.isEmpty() ? guest instanceof Vm : own.stream().anyMatch(IpConfig::dhcp);
  }

  private Optional<IpAddress> gateway(IpConfig config) {
    return config
        .address()
        .flatMap(address -> address
            .network()
            .map(gateways::get)
            .filter(gateway -> gateway.isV4() == isV4(address)));
  }

  private static boolean isV4(InterfaceAddress address) {
    return address.address().address().isV4();
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The addresses that a guest needs to serve, and what each is to it. */
final class NeededAddresses {

  private final ResolvedPlan plan;
  private final Map<String, List<IpAddress>> servers = new HashMap<>();

  NeededAddresses(ResolvedPlan plan) {
    this.plan = plan;
    for (Storage storage : plan.storages()) {
      servers.put(
          storage.id(),
          storage.servers().stream()
              .flatMap(server -> IpAddress.tryParse(server).stream())
              .toList());
    }
  }

  /** Gateways, name servers and storage servers by their addresses. */
  SortedMap<IpAddress, String> of(Guest guest) {
    SortedMap<IpAddress, String> needs = new TreeMap<>();
    plan.placement().ipConfigs(guest).stream()
        .map(IpConfig::gateway)
        .flatMap(Optional::stream)
        .forEach(address -> needs.putIfAbsent(address, "gateway"));
    nameServers(guest).forEach(address -> needs.putIfAbsent(address, "name server"));
    for (GuestVolume volume : plan.placement().volumes(guest)) {
      servers
          .getOrDefault(volume.storage(), List.of())
          .forEach(address -> needs.putIfAbsent(address, "storage server"));
    }
    return needs;
  }

  private List<IpAddress> nameServers(Guest guest) {
    return guest instanceof Container container
        ? container.dnsServers()
        : plan.placement().cloudInit((Vm) guest).map(CloudInit::dnsServers).orElse(List.of());
  }
}

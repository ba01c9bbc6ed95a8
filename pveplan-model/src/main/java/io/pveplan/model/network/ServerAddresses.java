package io.pveplan.model.network;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Addresses that the nodes send storage and backup traffic to. Servers given by name are left out. */
final class ServerAddresses {

  private final NavigableSet<IpAddress> storage = new TreeSet<>();
  private final NavigableSet<IpAddress> backup = new TreeSet<>();

  private ServerAddresses(ClusterPlan plan) {
    plan.storageServers().forEach(server -> storage.addAll(server.addresses()));
    plan.backup().map(Backup::servers).orElse(List.of()).forEach(it -> backup.add(it.address()));
    for (Storage each : plan.storages()) {
      NavigableSet<IpAddress> carried = each instanceof PbsStorage ? backup : storage;
      // Nothing is read from an ESXi host but what is imported, once.
      if (!(each instanceof EsxiStorage)) {
        each.servers().stream()
            .map(IpAddress::tryParse)
            .flatMap(Optional::stream)
            .forEach(carried::add);
      }
    }
  }

  static ServerAddresses of(ClusterPlan plan) {
    return new ServerAddresses(plan);
  }

  /** What travels to the servers in a subnet. */
  SortedSet<Traffic> trafficTo(Subnet subnet) {
    SortedSet<Traffic> kinds = new TreeSet<>();
    if (anyIn(subnet, storage)) {
      kinds.add(Traffic.STORAGE);
    }
    if (anyIn(subnet, backup)) {
      kinds.add(Traffic.BACKUP);
    }
    return kinds;
  }

  // The addresses of a subnet follow each other, from that of the network on.
  private static boolean anyIn(Subnet subnet, NavigableSet<IpAddress> servers) {
    IpAddress next = servers.ceiling(subnet.address());
    return next != null && subnet.contains(next);
  }
}

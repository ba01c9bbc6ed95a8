package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What nodes and guests of the plan do for it: the addresses of gateways, name servers, time servers,
 * storage servers, backup servers and of the QDevice that belong to one of them.
 */
final class Hosted {

  /** A service, and what fails with it. */
  record Service(String name, Failed failed) {}

  private final ResolvedPlan plan;
  private final Map<String, List<Service>> byNode = new HashMap<>();
  private final Map<Vmid, List<Service>> byGuest = new HashMap<>();

  Hosted(ResolvedPlan plan) {
    this.plan = plan;
    for (Network network : plan.networks()) {
      network
          .gateway()
          .ifPresent(it -> add(it, "gateway of network " + network.name(), Failed.NOTHING));
    }
    plan.plan().dnsServers().forEach(it -> add(it, "name server " + it, Failed.NOTHING));
    Set<String> asked = new HashSet<>();
    plan.nodes().forEach(node -> asked.addAll(plan.timeServers(node)));
    asked.stream()
        .sorted()
        .flatMap(it -> IpAddress.tryParse(it).stream())
        .forEach(it -> add(it, "time server " + it, Failed.NOTHING));
    for (StorageServer server : plan.plan().storageServers()) {
      Failed failed = Failed.NOTHING.withServers(List.of(server.name()));
      server.addresses().forEach(it -> add(it, "storage server " + server.name(), failed));
    }
    for (BackupServer server : plan.plan().backup().map(Backup::servers).orElse(List.of())) {
      add(
          server.address(),
          "backup server " + server.name(),
          Failed.NOTHING.withBackupServers(List.of(server.name())));
    }
    OtherServer.of(plan).forEach(this::add);
    plan.plan()
        .corosync()
        .flatMap(Corosync::qdevice)
        .ifPresent(it -> add(it.address(), "QDevice", Failed.NOTHING.withQDevice()));
  }

  private void add(OtherServer server) {
    for (String place : server.places()) {
      String name = server.kind().text().replace('-', ' ') + " " + place;
      Failed failed = OtherServer.failed(List.of(place));
      IpAddress.tryParse(place).ifPresent(address -> add(address, name, failed));
      for (Node node : plan.nodes()) {
        boolean meant = place.equals(OtherServer.place(node.name()))
            || plan.plan()
                .domain()
                .map(domain -> OtherServer.place(node.name() + "." + domain))
                .filter(place::equals)
                .isPresent();
        if (meant) {
          put(
              byNode.computeIfAbsent(node.name(), key -> new ArrayList<>()),
              new Service(name, failed));
        }
      }
    }
  }

  private void add(IpAddress address, String name, Failed failed) {
    Service service = new Service(name, failed);
    for (AddressUse use : plan.addresses().of(address)) {
      if (use.kind() == AddressKind.NODE) {
        put(byNode.computeIfAbsent(use.owner(), key -> new ArrayList<>()), service);
      } else if (use.kind() == AddressKind.GUEST) {
        Vmid guest = Vmid.of(Integer.parseInt(use.owner()));
        put(byGuest.computeIfAbsent(guest, key -> new ArrayList<>()), service);
      }
    }
  }

  private static void put(List<Service> services, Service service) {
    if (!services.contains(service)) {
      services.add(service);
    }
  }

  /** What a node does for the cluster. */
  List<Service> on(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  /** The guests that do something for the cluster, and what. */
  Map<Vmid, List<Service>> guests() {
    return byGuest;
  }

  /** What fails, closed over what nodes among it do for the cluster. */
  Failed closed(Failed failed) {
    Failed closed = failed;
    for (String node : failed.nodes()) {
      for (Service service : on(node)) {
        closed = together(closed, service.failed());
      }
    }
    return closed;
  }

  /** What fails when two things do that take no nodes along. */
  static Failed together(Failed one, Failed other) {
    Set<IpAddress> portals = new HashSet<>(one.portals());
    portals.addAll(other.portals());
    Failed both = one.withServers(union(one.servers(), other.servers()))
        .withPortals(portals)
        .withBackupServers(union(one.backupServers(), other.backupServers()));
    return other.qdevice() ? both.withQDevice() : both;
  }

  private static Set<String> union(Collection<String> one, Collection<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}

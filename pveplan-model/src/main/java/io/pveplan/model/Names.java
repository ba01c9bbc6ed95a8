package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The names a plan declares, for looking up references. */
final class Names {

  private final ClusterPlan plan;
  final Map<String, Network> networks = new LinkedHashMap<>();
  final Set<String> nodes = new TreeSet<>();
  final Set<String> circuits = new TreeSet<>();
  final Map<String, Switch> switches = new TreeMap<>();
  final Map<String, Storage> storages = new TreeMap<>();
  final Set<String> storageIds = new TreeSet<>();
  final Set<String> pools = new TreeSet<>();
  final Set<String> fileSystems = new TreeSet<>();
  final Map<DeviceKind, Set<String>> mappings = new EnumMap<>(DeviceKind.class);
  final Map<Vmid, Guest> guests = new TreeMap<>();
  final Map<MacAddress, String> cards = new HashMap<>();
  final Set<String> bridges = new TreeSet<>();
  final Set<String> bridgesAndVnets = new TreeSet<>();

  Names(ClusterPlan plan) {
    this.plan = plan;
    plan.networks().forEach(network -> networks.put(network.name(), network));
    plan.circuits().forEach(circuit -> circuits.add(circuit.name()));
    for (DeviceKind kind : DeviceKind.values()) {
      mappings.put(kind, new TreeSet<>());
    }
    plan.deviceMappings().forEach(it -> mappings.get(it.deviceKind()).add(it.id()));
    plan.switches().forEach(device -> switches.put(device.name(), device));
    plan.storages().forEach(storage -> storages.put(storage.id(), storage));
    storageIds.addAll(storages.keySet());
    storageIds.add("local");
    for (CephPool pool : plan.ceph().map(Ceph::pools).orElse(List.of())) {
      pools.addAll(pool.poolNames());
      if (pool.addStorages()) {
        storageIds.add(pool.name());
      }
    }
    for (CephFileSystem fs : plan.ceph().map(Ceph::fileSystems).orElse(List.of())) {
      fileSystems.add(fs.name());
      pools.add(fs.dataPool());
      pools.add(fs.metadataPool());
      if (fs.addStorage()) {
        storageIds.add(fs.name());
      }
    }
    plan.guests().forEach(guest -> guests.put(guest.vmid(), guest));
    for (Node node : plan.nodes()) {
      nodes.add(node.name());
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Bridge) {
          bridges.add(each.name());
        }
      }
    }
    for (Vnet vnet : plan.sdn().map(Sdn::vnets).orElse(List.of())) {
      bridgesAndVnets.add(vnet.id());
    }
    bridgesAndVnets.addAll(bridges);
  }

  void checkDuplicates(Problems found) {
    once(found, plan.networks(), Network::name, Network::path, "network", "name", "");
    once(
        found,
        plan.nodes(),
        node -> node.name().toLowerCase(Locale.ROOT),
        Node::path,
        "node",
        "name",
        "NODE-003");
    once(
        found,
        plan.nodes().stream().filter(node -> node.number().isPresent()).toList(),
        Node::number,
        Node::path,
        "node",
        "number",
        "");
    once(
        found,
        plan.nodes().stream().filter(node -> node.initiator().isPresent()).toList(),
        Node::initiator,
        Node::path,
        "node",
        "initiator name",
        "");
    once(
        found,
        plan.circuits(),
        Circuit::name,
        circuit -> PlanPath.of("circuit", circuit.name()),
        "power circuit",
        "name",
        "");
    once(found, plan.mustSurvive(), SurvivalGoal::failure, SurvivalGoal::path, "goal", "kind", "");
    once(found, plan.racks(), Rack::name, Rack::path, "rack", "name", "");
    once(found, plan.switches(), Switch::name, Switch::path, "switch", "name", "");
    once(
        found,
        plan.deviceMappings(),
        DeviceMapping::path,
        DeviceMapping::path,
        "device mapping",
        "ID",
        "");
    once(found, plan.storages(), Storage::id, Storage::path, "storage", "ID", "LOC-002");
    once(
        found,
        plan.storageServers(),
        StorageServer::name,
        StorageServer::path,
        "storage server",
        "name",
        "");
    vmidsOnce(found);
    once(
        found,
        plan.replicationJobs(),
        ReplicationJob::id,
        ReplicationJob::path,
        "replication job",
        "ID",
        "LOC-028");
    once(
        found,
        plan.ceph().map(Ceph::pools).orElse(List.of()),
        CephPool::name,
        CephPool::path,
        "Ceph pool",
        "name",
        "");
    checkStoragesOfPools(found);
  }

  private void vmidsOnce(Problems found) {
    Map<Vmid, Guest> first = new HashMap<>();
    for (Guest guest : plan.guests()) {
      Guest other = first.putIfAbsent(guest.vmid(), guest);
      if (other != null) {
        String line = other.declaredAt().map(it -> " (" + it + ")").orElse("");
        found.add(
            guest.path(),
            guest,
            "there are two guests with this VMID, " + guest.name() + " and before it "
                + other.name() + line,
            "Give each guest its own VMID.",
            "GST-002");
      }
    }
  }

  // What a pool or file system adds would not be there, since its ID is taken.
  private void checkStoragesOfPools(Problems found) {
    Set<String> added = new HashSet<>(Set.of("local"));
    for (CephPool pool : plan.ceph().map(Ceph::pools).orElse(List.of())) {
      if (pool.addStorages()
          && (isTaken(pool.name(), it -> isOf(pool, it)) || pool.name().equals("local"))) {
        taken(found, pool.path(), pool, "pool");
      }
      added.add(pool.addStorages() ? pool.name() : "local");
    }
    for (CephFileSystem fs : plan.ceph().map(Ceph::fileSystems).orElse(List.of())) {
      if (fs.addStorage()
          && (isTaken(fs.name(), it -> it instanceof CephFsStorage) || added.contains(fs.name()))) {
        taken(found, fs.path(), fs, "CephFS");
      }
    }
  }

  private boolean isTaken(String id, Predicate<Storage> itsOwn) {
    Storage declared = storages.get(id);
    return declared != null && !itsOwn.test(declared);
  }

  private static boolean isOf(CephPool pool, Storage storage) {
    return storage instanceof RbdStorage rbd
        && rbd.pool().equals(pool.poolNames().get(0));
  }

  private static void taken(Problems found, PlanPath at, Declared by, String what) {
    found.add(
        at,
        by,
        "the " + what + " adds a storage of its name, and there is another storage with this ID",
        "Give the " + what + " another name, or let it add no storage.",
        "LOC-002");
  }

  /** Reports things of one kind that have the same name. */
  static <T extends Declared> void once(
      Problems found,
      List<? extends T> things,
      Function<T, ?> key,
      Function<T, PlanPath> path,
      String kind,
      String keyName,
      String rule) {
    Set<Object> seen = new HashSet<>();
    for (T thing : things) {
      if (!seen.add(key.apply(thing))) {
        found.add(
            path.apply(thing),
            thing,
            "there are two " + plural(kind) + " with this " + keyName,
            "Give each " + kind + " its own " + keyName + ".",
            rule);
      }
    }
  }

  private static String plural(String kind) {
    if (kind.equals("CephFS")) {
      return "file systems";
    }
    return kind.endsWith("ch") ? kind + "es" : kind + "s";
  }
}

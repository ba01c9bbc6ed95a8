package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which storages a node does not reach in a scenario. */
final class StorageOutage {

  private final ResolvedPlan plan;
  private final StorageWays ways;
  private final Map<IpAddress, String> servers = new HashMap<>();
  private final Map<IpAddress, String> backupServers = new HashMap<>();
  private final Map<String, List<String>> pools = new TreeMap<>();

  StorageOutage(ResolvedPlan plan) {
    this.plan = plan;
    this.ways = new StorageWays(plan);
    for (StorageServer server : plan.plan().storageServers()) {
      server.addresses().forEach(address -> servers.put(address, server.name()));
    }
    for (BackupServer server : plan.plan().backup().map(Backup::servers).orElse(List.of())) {
      backupServers.put(server.address(), server.name());
    }
    for (Storage storage : plan.storages()) {
      List<String> its = poolsOf(storage);
      if (!its.isEmpty()) {
        pools.put(storage.id(), its);
      }
    }
  }

  /** Whether a scenario takes anything that storages on servers need. */
  static boolean concerns(Damage damage) {
    return damage.ofNetworks() || damage.ofServers();
  }

  /** IDs of the storages on pools that can not be read and written. */
  Set<String> onPools(Collection<String> stopped, boolean withoutFiles) {
    Set<String> found = new HashSet<>();
    pools.forEach((storage, its) -> {
      boolean files =
          plan.storage(storage).filter(CephFsStorage.class::isInstance).isPresent();
      if (its.stream().anyMatch(stopped::contains) || files && withoutFiles) {
        found.add(storage);
      }
    });
    return found;
  }

  /** IDs of the storages on Ceph. */
  Set<String> onCeph() {
    return pools.keySet();
  }

  /** IDs of the storages whose servers fail as a whole. */
  List<String> lost(Damage damage) {
    if (!damage.ofServers()) {
      return List.of();
    }
    return plan.nodes().stream()
        .map(Node::name)
        .flatMap(node -> ways.of(node).stream())
        .filter(need -> need.parts().stream()
            .anyMatch(part -> part.stream().noneMatch(way -> answers(way.place(), damage))))
        .map(need -> need.storage().id())
        .distinct()
        .toList();
  }

  /** What a node is left with of a storage on a server: of its weakest part. */
  record Left(String storage, int ways, int of) {}

  /** The storages on servers of a node that lose ways. */
  List<Left> left(String node, Damage damage) {
    List<Left> found = new ArrayList<>();
    for (StorageWays.Need need : ways.of(node)) {
      for (List<StorageWays.Way> part : need.parts()) {
        int left = (int) part.stream()
            .filter(way -> answers(way.place(), damage) && damage.works(way.path()))
            .count();
        if (left < part.size()) {
          found.add(new Left(need.storage().id(), left, part.size()));
          break;
        }
      }
    }
    return found;
  }

  /** Whether some address of a storage belongs to a server that is there. */
  boolean answers(Storage storage, Damage damage) {
    return OtherServer.places(storage).stream()
        .anyMatch(place -> answers(OtherServer.place(place), damage));
  }

  private boolean answers(String place, Damage damage) {
    return IpAddress.tryParse(place)
        .map(address -> answers(address, damage))
        .orElseGet(() -> !damage.failed().servers().contains(place));
  }

  private boolean answers(IpAddress address, Damage damage) {
    Failed failed = damage.failed();
    return !failed.portals().contains(address)
        && !failed.servers().contains(servers.getOrDefault(address, ""))
        && !failed.backupServers().contains(backupServers.getOrDefault(address, ""));
  }

  private List<String> poolsOf(Storage storage) {
    List<String> found = new ArrayList<>();
    if (storage instanceof RbdStorage rbd && rbd.monitors().isEmpty()) {
      found.add(rbd.pool());
      rbd.dataPool().ifPresent(found::add);
    } else if (storage instanceof CephFsStorage files && files.monitors().isEmpty()) {
      for (CephFileSystem system : plan.plan().ceph().map(Ceph::fileSystems).orElseGet(List::of)) {
        if (files.fileSystem().isEmpty() || files.fileSystem().get().equals(system.name())) {
          found.add(system.dataPool());
          found.add(system.metadataPool());
        }
      }
    }
    return found;
  }
}

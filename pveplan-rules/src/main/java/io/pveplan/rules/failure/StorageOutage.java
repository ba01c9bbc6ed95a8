package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which storages stand still in a scenario. */
final class StorageOutage {

  private final ResolvedPlan plan;

  StorageOutage(ResolvedPlan plan) {
    this.plan = plan;
  }

  /**
   * Names of the pools that can not be written to: some placement group has fewer copies left than
   * the pool asks for, or the monitors have no majority.
   *
   * @param lost names of the nodes that are gone
   */
  List<String> stoppedPools(Collection<String> lost) {
    Optional<Ceph> ceph = plan.plan().ceph();
    if (ceph.isEmpty() || lost.isEmpty()) {
      return List.of();
    }
    int monitors = ceph.get().monitors().size();
    long alive =
        ceph.get().monitors().stream().filter(node -> !lost.contains(node)).count();
    boolean noMajority = monitors > 0 && alive < monitors / 2 + 1;
    return plan.cephLayout().pools().stream()
        .filter(pool -> noMajority || copiesLeft(pool, lost) < pool.minCopies())
        .map(PlacedPool::name)
        .toList();
  }

  // A bucket that is gone in part may have had its copy on that part.
  private int copiesLeft(PlacedPool pool, Collection<String> lost) {
    Set<String> touched = new HashSet<>();
    for (PlacedOsd osd : plan.cephLayout().osds()) {
      boolean ofPool = pool.deviceClass().isEmpty() || osd.deviceClass().equals(pool.deviceClass());
      if (ofPool && lost.contains(osd.node().name())) {
        osd.bucket(pool.failureDomain()).ifPresent(touched::add);
      }
    }
    return pool.copies() - Math.min(touched.size(), pool.copies());
  }

  /**
   * IDs of the storages that stand still.
   *
   * @param servers names of the storage servers that are gone
   * @param pools names of the pools that can not be written to
   */
  Set<String> stoppedStorages(Collection<String> servers, Collection<String> pools) {
    Set<String> stopped = new HashSet<>();
    if (servers.isEmpty() && pools.isEmpty()) {
      return stopped;
    }
    for (Storage storage : plan.storages()) {
      List<String> addresses = carrier(storage).servers();
      boolean withServers =
          !addresses.isEmpty() && addresses.stream().allMatch(address -> isOf(address, servers));
      if (withServers || poolsOf(storage).stream().anyMatch(pools::contains)) {
        stopped.add(storage.id());
      }
    }
    return stopped;
  }

  // A volume group lies on the LUN of an iSCSI storage: the one it names, or the only one there is.
  private Storage carrier(Storage storage) {
    if (!(storage instanceof LvmStorage lvm && lvm.shared())) {
      return storage;
    }
    List<Storage> targets =
        plan.storages().stream().filter(IscsiStorage.class::isInstance).toList();
    return lvm.base()
        .map(base -> base.split(":", 2)[0])
        .flatMap(plan::storage)
        .orElseGet(() -> targets.size() == 1 ? targets.get(0) : storage);
  }

  private boolean isOf(String address, Collection<String> servers) {
    return plan.storageServer(address)
        .map(StorageServer::name)
        .filter(servers::contains)
        .isPresent();
  }

  private List<String> poolsOf(Storage storage) {
    List<String> pools = new ArrayList<>();
    if (storage instanceof RbdStorage rbd && rbd.monitors().isEmpty()) {
      pools.add(rbd.pool());
      rbd.dataPool().ifPresent(pools::add);
    } else if (storage instanceof CephFsStorage files && files.monitors().isEmpty()) {
      for (CephFileSystem system : plan.plan().ceph().map(Ceph::fileSystems).orElseGet(List::of)) {
        if (files.fileSystem().isEmpty() || files.fileSystem().get().equals(system.name())) {
          pools.add(system.dataPool());
          pools.add(system.metadataPool());
        }
      }
    }
    return pools;
  }
}

package io.pveplan.model.ceph;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the pools that come of the pools and file systems of a plan. */
final class CephPools {

  // What pveceph gives the pool that describes an erasure-coded one (PVE/API2/Ceph/Pool.pm).
  private static final int METADATA_GROUPS = 32;

  // What it gives that of a file system (PVE/API2/Ceph/FS.pm).
  private static final int LEAST_METADATA_GROUPS = 8;

  private final Map<String, CrushRule> rules = new HashMap<>();
  private final Map<String, DataSize> disks;
  private final List<PlacedPool> pools = new ArrayList<>();

  private CephPools(Ceph ceph, ClusterPlan plan) {
    ceph.crushRules().forEach(rule -> rules.put(rule.name(), rule));
    this.disks = disks(plan);
    ceph.pools().forEach(this::add);
    ceph.fileSystems().forEach(this::add);
  }

  static List<PlacedPool> of(Ceph ceph, ClusterPlan plan) {
    return List.copyOf(new CephPools(ceph, plan).pools);
  }

  private void add(CephPool pool) {
    AutoscaleMode autoscale = pool.autoscale().orElse(AutoscaleMode.WARN);
    int size = pool.size().orElse(3);
    int minSize = pool.minSize().orElse(2);
    String first = pool.poolNames().get(0);
    if (pool.erasureCode().isEmpty()) {
      Optional<DataSize> data = data(pool, first);
      pools.add(replicated(
          first,
          pool.path(),
          pool.declaredAt(),
          PlacedPool.Kind.REPLICATED,
          size,
          minSize,
          pool.crushRule(),
          pool.pgNum().orElse(128),
          autoscale,
          data));
      return;
    }
    ErasureCode code = pool.erasureCode().get();
    String second = pool.poolNames().get(1);
    pools.add(replicated(
        first,
        pool.path(),
        pool.declaredAt(),
        PlacedPool.Kind.METADATA,
        size,
        minSize,
        pool.crushRule(),
        METADATA_GROUPS,
        autoscale,
        Optional.empty()));
    pools.add(new PlacedPool(
        second,
        pool.path(),
        pool.declaredAt(),
        PlacedPool.Kind.ERASURE_CODED,
        code.chunks(),
        code.effectiveMinSize(),
        code.dataChunks(),
        second,
        code.failureDomain().orElse(FailureDomain.HOST),
        code.deviceClass(),
        pool.pgNum().orElse(128),
        autoscale,
        data(pool, second)));
  }

  // pveceph leaves the autoscaler to Ceph here, where osd_pool_default_pg_autoscale_mode is on.
  private void add(CephFileSystem fs) {
    int groups = fs.pgNum().orElse(128);
    pools.add(replicated(
        fs.dataPool(),
        fs.path(),
        fs.declaredAt(),
        PlacedPool.Kind.REPLICATED,
        3,
        2,
        fs.crushRule(),
        groups,
        AutoscaleMode.ON,
        fs.plannedData()));
    pools.add(replicated(
        fs.metadataPool(),
        fs.path(),
        fs.declaredAt(),
        PlacedPool.Kind.METADATA,
        3,
        2,
        fs.crushRule(),
        groups >= METADATA_GROUPS ? groups / 4 : LEAST_METADATA_GROUPS,
        AutoscaleMode.ON,
        Optional.empty()));
  }

  private PlacedPool replicated(
      String name,
      PlanPath path,
      Optional<Origin> declaredAt,
      PlacedPool.Kind kind,
      int size,
      int minSize,
      Optional<String> ruleName,
      int groups,
      AutoscaleMode autoscale,
      Optional<DataSize> data) {
    Optional<CrushRule> rule = ruleName.map(rules::get);
    return new PlacedPool(
        name,
        path,
        declaredAt,
        kind,
        size,
        minSize,
        1,
        ruleName.orElse(Ceph.DEFAULT_RULE),
        rule.map(CrushRule::failureDomain).orElse(FailureDomain.HOST),
        rule.flatMap(CrushRule::deviceClass),
        groups,
        autoscale,
        data);
  }

  private Optional<DataSize> data(CephPool pool, String name) {
    return pool.plannedData().or(() -> Optional.ofNullable(disks.get(name)));
  }

  // By pool; a clone gets a copy of every drive of its template that it does not declare itself.
  private static Map<String, DataSize> disks(ClusterPlan plan) {
    Map<String, String> poolsOfStorages = new HashMap<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof RbdStorage rbd && rbd.monitors().isEmpty()) {
        poolsOfStorages.put(rbd.id(), rbd.dataPool().orElse(rbd.pool()));
      }
    }
    Map<Vmid, Guest> guests = new HashMap<>();
    plan.guests().forEach(guest -> guests.put(guest.vmid(), guest));
    Map<String, DataSize> sums = new HashMap<>();
    for (Guest guest : plan.guests()) {
      Set<String> slots = new HashSet<>();
      Set<Vmid> seen = new HashSet<>();
      Optional<Guest> next = Optional.of(guest);
      while (next.isPresent() && seen.add(next.get().vmid())) {
        for (GuestDisk disk : next.get().disks()) {
          String pool = poolsOfStorages.get(disk.storage());
          if (slots.add(disk.slot()) && pool != null) {
            sums.merge(pool, disk.size(), CephPools::sum);
          }
        }
        next = template(next.get()).map(guests::get);
      }
    }
    return sums;
  }

  private static Optional<Vmid> template(Guest guest) {
    return guest instanceof Vm vm ? vm.clone().map(Clone::template) : Optional.empty();
  }

  // More than a plan can say is more than any cluster holds.
  private static DataSize sum(DataSize a, DataSize b) {
    try {
      return a.plus(b);
    } catch (InvalidValueException tooLarge) {
      return DataSize.bytes(Long.MAX_VALUE);
    }
  }
}

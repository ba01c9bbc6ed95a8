package io.pveplan.rules.internal;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.LvmThinCapacity;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What guests and copies of guests take up of the ZFS pools and LVM thin pools of the nodes, written
 * full. The name of a thin pool has a slash, that of a ZFS pool has none.
 */
public final class PoolDemand {

  /** A pool is known by its node and name. */
  private record Key(String node, String pool) {}

  /** Disks of one pool: those of its node, those copied to it, and those of sparse storages. */
  private static final class Demand {
    BigInteger own = BigInteger.ZERO;
    BigInteger copies = BigInteger.ZERO;
    BigInteger sparse = BigInteger.ZERO;
  }

  private final Map<Key, Demand> demands = new HashMap<>();
  private final Map<String, SortedSet<String>> pools = new HashMap<>();
  private final ResolvedPlan plan;

  private PoolDemand(ResolvedPlan plan) {
    this.plan = plan;
    for (Guest guest : plan.guests()) {
      List<String> targets = plan.reach().replicationJobs(guest.vmid()).stream()
          .map(ReplicationJob::target)
          .toList();
      for (GuestVolume volume : plan.contents().localVolumes(guest)) {
        if (volume.size().isEmpty()) {
          continue;
        }
        Storage on = plan.storage(volume.storage()).orElseThrow();
        if (on instanceof LvmThinStorage thin) {
          guest.node().ifPresent(node -> add(node, thin, volume.size().get()));
        } else if (on instanceof ZfsPoolStorage storage) {
          guest.node().ifPresent(node -> add(node, storage, volume.size().get(), false));
          if (volume.replicated()) {
            targets.forEach(node -> add(node, storage, volume.size().get(), true));
          }
        }
      }
    }
  }

  /** The demand of a plan, counted once. */
  public static PoolDemand of(ResolvedPlan plan) {
    return plan.derived(PoolDemand.class, PoolDemand::new);
  }

  private void add(String node, LvmThinStorage storage, DataSize size) {
    Demand demand = demand(node, storage.pool());
    BigInteger taken = BigInteger.valueOf(size.bytes());
    demand.own = demand.own.add(taken);
    demand.sparse = demand.sparse.add(taken);
  }

  private Demand demand(String node, String pool) {
    pools.computeIfAbsent(node, key -> new TreeSet<>()).add(pool);
    return demands.computeIfAbsent(new Key(node, pool), key -> new Demand());
  }

  // Blocks of one size take up more of the pool than those of another: all are told in the room
  // for files.
  private void add(String node, ZfsPoolStorage storage, DataSize size, boolean copy) {
    Demand demand = demand(node, storage.root());
    BigInteger taken = BigInteger.valueOf(size.bytes());
    Optional<ZfsCapacity> capacity = plan.localPools().capacity(node, storage.root());
    Optional<DataSize> room = plan.localPools().room(node, storage);
    if (capacity.isPresent() && room.isPresent() && room.get().bytes() > 0) {
      taken = taken
          .multiply(BigInteger.valueOf(capacity.get().usable().bytes()))
          .divide(BigInteger.valueOf(room.get().bytes()));
    }
    if (copy) {
      demand.copies = demand.copies.add(taken);
    } else {
      demand.own = demand.own.add(taken);
      if (storage.sparse()) {
        demand.sparse = demand.sparse.add(taken);
      }
    }
  }

  /** Bytes of the guests that are on the node. */
  public BigInteger own(String node, String pool) {
    return of(node, pool).own;
  }

  /** Bytes of the guests that are copied to the node. */
  public BigInteger copies(String node, String pool) {
    return of(node, pool).copies;
  }

  /** Bytes of the guests on the node that take up only what is written. */
  public BigInteger sparse(String node, String pool) {
    return of(node, pool).sparse;
  }

  /** Bytes that a pool has room for; absent when the plan does not tell. */
  public Optional<BigInteger> room(String node, String pool) {
    Optional<DataSize> room = pool.contains("/")
        ? plan.localPools().thinCapacity(node, pool).map(LvmThinCapacity::usable)
        : plan.localPools().capacity(node, pool).map(ZfsCapacity::usable);
    return room.map(it -> BigInteger.valueOf(it.bytes()));
  }

  /** The pools of a node that something is on, planned or not, by name. */
  public SortedSet<String> pools(String node) {
    return Collections.unmodifiableSortedSet(pools.getOrDefault(node, new TreeSet<>()));
  }

  private Demand of(String node, String pool) {
    return demands.getOrDefault(new Key(node, pool), new Demand());
  }

  /** A number of bytes in GiB, as messages tell it. */
  public static String gib(BigInteger bytes) {
    return bytes.add(BigInteger.ONE.shiftLeft(29)).shiftRight(30) + " GiB";
  }
}

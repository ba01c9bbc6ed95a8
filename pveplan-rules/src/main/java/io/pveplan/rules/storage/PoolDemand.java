package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What guests and copies of guests take up of the ZFS pools of the nodes, written full. */
final class PoolDemand {

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

  PoolDemand(ResolvedPlan plan) {
    this.plan = plan;
    for (Guest guest : plan.guests()) {
      List<String> targets = plan.reach().replicationJobs(guest.vmid()).stream()
          .map(ReplicationJob::target)
          .toList();
      for (GuestVolume volume : plan.localVolumes(guest)) {
        if (volume.size().isPresent()
            && plan.storage(volume.storage()).orElseThrow() instanceof ZfsPoolStorage storage) {
          guest.node().ifPresent(node -> add(node, storage, volume.size().get(), false));
          if (volume.replicated()) {
            targets.forEach(node -> add(node, storage, volume.size().get(), true));
          }
        }
      }
    }
  }

  // Blocks of one size take up more of the pool than those of another: all are told in the room
  // for files.
  private void add(String node, ZfsPoolStorage storage, DataSize size, boolean copy) {
    pools.computeIfAbsent(node, key -> new TreeSet<>()).add(storage.root());
    Demand demand = demands.computeIfAbsent(new Key(node, storage.root()), key -> new Demand());
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
  BigInteger own(String node, String pool) {
    return of(node, pool).own;
  }

  /** Bytes of the guests that are copied to the node. */
  BigInteger copies(String node, String pool) {
    return of(node, pool).copies;
  }

  /** Bytes of the guests on the node that take up only what is written. */
  BigInteger sparse(String node, String pool) {
    return of(node, pool).sparse;
  }

  /** The pools of a node that something is on, planned or not, by name. */
  SortedSet<String> pools(String node) {
    return pools.getOrDefault(node, new TreeSet<>());
  }

  private Demand of(String node, String pool) {
    return demands.getOrDefault(new Key(node, pool), new Demand());
  }

  /** A number of bytes in GiB, as messages tell it. */
  static String gib(BigInteger bytes) {
    return bytes.add(BigInteger.ONE.shiftLeft(29)).shiftRight(30) + " GiB";
  }
}

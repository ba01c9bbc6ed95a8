package io.pveplan.model.storage;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ZFS pools and LVM thin pools of the nodes, what they hold, and the storages on them.
 *
 * @since 0.1
 */
public final class LocalPools {

  private static final long INSTALLER_PERCENT = 10;
  private static final DataSize INSTALLER_MOST = DataSize.gib(16);
  private static final DataSize INSTALLER_LEAST = DataSize.mib(64);

  /** A pool is known by its node and name. */
  private record Key(String node, String pool) {}

  private final Map<Key, ZfsPool> pools = new HashMap<>();
  private final Map<Key, ZfsCapacity> capacities = new HashMap<>();
  private final Map<Key, LvmThinPool> thinPools = new HashMap<>();
  private final Map<Key, LvmThinCapacity> thinCapacities = new HashMap<>();
  private final Map<Key, List<ZfsPoolStorage>> storages = new HashMap<>();
  private final Map<String, Map<String, Disk>> disks = new HashMap<>();

  private LocalPools(ClusterPlan plan, StorageReach reach) {
    for (Node node : plan.nodes()) {
      Map<String, Disk> byDevice = new HashMap<>();
      node.hardware()
          .map(Hardware::disks)
          .orElse(List.of())
          .forEach(disk -> byDevice.putIfAbsent(disk.device(), disk));
      disks.put(node.name(), byDevice);
      for (ZfsPool pool : node.zfsPools()) {
        Key key = new Key(node.name(), pool.name());
        pools.put(key, pool);
        sizes(pool.devices(), byDevice)
            .ifPresent(sizes -> capacities.put(key, ZfsCapacity.of(pool, sizes)));
      }
      for (LvmThinPool pool : node.lvmThinPools()) {
        Key key = new Key(node.name(), pool.name());
        thinPools.put(key, pool);
        sizes(pool.devices(), byDevice)
            .ifPresent(sizes -> thinCapacities.put(key, LvmThinCapacity.of(sizes)));
      }
    }
    for (Storage storage : plan.storages()) {
      if (storage instanceof ZfsPoolStorage zfs) {
        for (String node : reach.nodesOf(zfs.id())) {
          storages
              .computeIfAbsent(new Key(node, zfs.root()), key -> new ArrayList<>())
              .add(zfs);
        }
      }
    }
    storages.replaceAll((key, on) -> List.copyOf(on));
  }

  private static Optional<List<DataSize>> sizes(List<String> devices, Map<String, Disk> byDevice) {
    List<DataSize> sizes = devices.stream()
        .flatMap(device -> Optional.ofNullable(byDevice.get(device)).stream())
        .map(Disk::size)
        .toList();
    return sizes.size() == devices.size() ? Optional.of(sizes) : Optional.empty();
  }

  /** The look-ups over a resolved plan. */
  public static LocalPools of(ClusterPlan plan, StorageReach reach) {
    return new LocalPools(plan, reach);
  }

  /** The pool of a node with a name. */
  public Optional<ZfsPool> zfs(String node, String name) {
    return Optional.ofNullable(pools.get(new Key(node, name)));
  }

  /** The pool of a node that a storage lies on. */
  public Optional<ZfsPool> below(String node, ZfsPoolStorage storage) {
    return zfs(node, storage.root());
  }

  /** What a pool holds; absent when the size of one of its data disks is not declared. */
  public Optional<ZfsCapacity> capacity(String node, String pool) {
    return Optional.ofNullable(capacities.get(new Key(node, pool)));
  }

  /**
   * The LVM thin pool of a node with a name.
   *
   * @param node name of the node
   * @param pool volume group and thin pool: {@code vg_local/data}
   */
  public Optional<LvmThinPool> lvmThin(String node, String pool) {
    return Optional.ofNullable(thinPools.get(new Key(node, pool)));
  }

  /**
   * What an LVM thin pool holds; absent when the size of one of its devices is not declared.
   *
   * @param node name of the node
   * @param pool volume group and thin pool: {@code vg_local/data}
   */
  public Optional<LvmThinCapacity> thinCapacity(String node, String pool) {
    return Optional.ofNullable(thinCapacities.get(new Key(node, pool)));
  }

  /**
   * What volumes on a storage can take up on a node, at the block size of the storage; absent when
   * the plan does not tell the pool or its disks.
   */
  public Optional<DataSize> room(String node, ZfsPoolStorage storage) {
    return capacity(node, storage.root())
        .map(capacity -> capacity.usable(storage.blocksize().orElse(ZfsCapacity.USUAL_BLOCK)));
  }

  /** The storages that lie on a pool of a node. */
  public List<ZfsPoolStorage> storagesOn(String node, String pool) {
    return storages.getOrDefault(new Key(node, pool), List.of());
  }

  /** What the plan tells of a disk of a node. */
  public Optional<Disk> disk(String node, String device) {
    return Optional.ofNullable(disks.getOrDefault(node, Map.of()).get(device));
  }

  /**
   * How much memory ZFS may take for its cache on a node: what the plan says, or what the ISO
   * installation sets, a tenth of the memory, from 64 MiB to 16 GiB (proxmox-installer,
   * Proxmox/Install/RunEnv.pm). Absent when neither that nor the memory is known.
   */
  public Optional<DataSize> arcMax(Node node) {
    return node.arcMax().or(() -> node.hardware().flatMap(Hardware::memory).map(LocalPools::arc));
  }

  private static DataSize arc(DataSize memory) {
    DataSize share = DataSize.mib(memory.bytes() / 100 * INSTALLER_PERCENT >> 20);
    DataSize most = share.compareTo(INSTALLER_MOST) > 0 ? INSTALLER_MOST : share;
    return most.compareTo(INSTALLER_LEAST) < 0 ? INSTALLER_LEAST : most;
  }
}

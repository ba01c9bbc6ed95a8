package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.storage.ZfsRaid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which local pools do not live without some disks. */
final class LocalPoolLoss {

  /**
   * A pool that is lost.
   *
   * @param storages IDs of the storages on it
   */
  record LostPool(String node, String name, List<String> storages) {}

  private final ResolvedPlan plan;

  LocalPoolLoss(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** The pools that are lost with some disks. */
  List<LostPool> without(Collection<NodePart> disks) {
    SortedSet<String> nodes = new TreeSet<>();
    disks.forEach(disk -> nodes.add(disk.node()));
    List<LostPool> lost = new ArrayList<>();
    for (String name : nodes) {
      List<String> gone = disks.stream()
          .filter(disk -> disk.node().equals(name))
          .map(NodePart::part)
          .toList();
      plan.node(name).ifPresent(node -> add(node, gone, lost));
    }
    return lost;
  }

  private void add(Node node, List<String> gone, List<LostPool> lost) {
    for (ZfsPool pool : node.zfsPools()) {
      if (lost(pool, gone)) {
        lost.add(new LostPool(
            node.name(),
            pool.name(),
            plan.localPools().storagesOn(node.name(), pool.name()).stream()
                .map(ZfsPoolStorage::id)
                .toList()));
      }
    }
    for (LvmThinPool pool : node.lvmThinPools()) {
      if (pool.devices().stream().anyMatch(gone::contains)) {
        lost.add(new LostPool(node.name(), pool.name(), storages(node.name(), pool)));
      }
    }
  }

  private List<String> storages(String node, LvmThinPool pool) {
    return plan.storages().stream()
        .filter(each -> each instanceof LvmThinStorage thin
            && thin.pool().equals(pool.name())
            && plan.reach().reaches(node, thin.id()))
        .map(Storage::id)
        .toList();
  }

  // Without its special devices a pool is lost; without log and cache it is slower.
  private static boolean lost(ZfsPool pool, List<String> gone) {
    boolean special = !pool.special().isEmpty() && gone.containsAll(pool.special());
    return special || !lives(pool, pool.devices(), gone);
  }

  private static boolean lives(ZfsPool pool, List<String> devices, List<String> gone) {
    if (pool.raid() == ZfsRaid.RAID10) {
      for (int i = 0; i + 1 < devices.size(); i += 2) {
        if (gone.contains(devices.get(i)) && gone.contains(devices.get(i + 1))) {
          return false;
        }
      }
      return true;
    }
    return devices.stream().filter(gone::contains).count() <= pool.mayFail();
  }

  /** The fewest disks that a pool does not live without. */
  static List<String> fewest(ZfsPool pool) {
    boolean special = !pool.special().isEmpty() && pool.special().size() <= pool.mayFail();
    return special ? pool.special() : pool.devices().subList(0, pool.mayFail() + 1);
  }
}

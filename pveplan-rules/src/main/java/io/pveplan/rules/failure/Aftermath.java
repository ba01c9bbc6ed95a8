package io.pveplan.rules.failure;

import static io.pveplan.rules.failure.InterruptionKind.GUEST_NETWORK;
import static io.pveplan.rules.failure.InterruptionKind.STORAGE;
import static io.pveplan.rules.failure.InterruptionKind.STORAGE_PATHS;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** What guests lack where they are once HA has done its work: storages, pools, networks. */
final class Aftermath {

  private final Outlook outlook;
  private final Damage damage;
  private final SortedSet<String> down;
  private final GuestFates fates;
  private final Interruptions found;

  /**
   * What follows from a scenario.
   *
   * @param down names of the nodes that are not up any more: without power, or fenced
   */
  Aftermath(
      Outlook outlook,
      Damage damage,
      SortedSet<String> down,
      GuestFates fates,
      Interruptions found) {
    this.outlook = outlook;
    this.damage = damage;
    this.down = down;
    this.fates = fates;
    this.found = found;
  }

  /**
   * Tells of storages that nodes do not reach.
   *
   * @param ceph what becomes of Ceph
   * @param silent names of the nodes that Ceph does not hear any more
   */
  void storages(Optional<CephOutcome> ceph, SortedSet<String> silent) {
    boolean servers = StorageOutage.concerns(damage);
    if (!servers && ceph.isEmpty()) {
      return;
    }
    boolean serves = ceph.map(CephOutcome::serves).orElse(true);
    boolean files = outlook.ceph().map(it -> it.servesFiles(silent)).orElse(true);
    List<String> stoppedPools = ceph.stream()
        .flatMap(it -> it.pools().stream())
        .filter(pool -> !pool.serves())
        .map(PoolOutcome::pool)
        .toList();
    Set<String> onPools =
        serves && files ? Set.of() : outlook.storages().onPools(stoppedPools, !files);
    boolean everywhere = !onPools.isEmpty() || damage.ofServers();
    for (Node node : outlook.plan().nodes()) {
      boolean touched =
          everywhere || damage.touched().contains(node.name()) || silent.contains(node.name());
      if (touched && !down.contains(node.name())) {
        storages(node.name(), onPools, silent, servers);
      }
    }
  }

  private void storages(
      String node, Set<String> onPools, SortedSet<String> silent, boolean servers) {
    Set<String> stopped = new HashSet<>();
    onPools.stream().filter(it -> outlook.plan().reach().reaches(node, it)).forEach(stopped::add);
    boolean deaf = silent.contains(node)
        || outlook.ceph().filter(it -> it.deaf(node, damage)).isPresent();
    if (deaf) {
      outlook.storages().onCeph().stream()
          .filter(it -> outlook.plan().reach().reaches(node, it))
          .forEach(stopped::add);
    }
    if (servers) {
      for (StorageOutage.Left left : outlook.storages().left(node, damage)) {
        if (left.ways() == 0) {
          stopped.add(left.storage());
        } else {
          String name = left.storage() + " over " + left.ways() + " of " + left.of() + " ways";
          found.add(STORAGE_PATHS, name, List.of(node), List.of());
        }
      }
    }
    if (stopped.isEmpty()) {
      return;
    }
    Map<String, List<Vmid>> touched = new HashMap<>();
    stopped.forEach(storage -> touched.put(storage, new ArrayList<>()));
    for (Guest guest : fates.upOn(node)) {
      for (String storage : outlook.needs().storages(guest)) {
        List<Vmid> guests = touched.get(storage);
        if (guests != null) {
          guests.add(guest.vmid());
          fates.lacks(guest, Fate.STORAGE_LOST, node, "storage " + storage);
          break;
        }
      }
    }
    touched.forEach((storage, guests) -> found.add(STORAGE, storage, List.of(node), guests));
  }

  /** Tells of local pools that lost more disks than they may. */
  void localPools(Collection<LocalPoolLoss.LostPool> pools) {
    for (LocalPoolLoss.LostPool pool : pools) {
      String reason = "pool " + pool.name() + " of " + pool.node();
      for (Guest guest : fates.upOn(pool.node())) {
        if (outlook.needs().storages(guest).stream().anyMatch(pool.storages()::contains)) {
          fates.lacks(guest, Fate.STORAGE_LOST, pool.node(), reason);
        }
      }
    }
  }

  /** Tells of guests whose node has no way into their network. */
  void networks() {
    for (String node : damage.touched()) {
      if (!down.contains(node)) {
        for (Guest guest : fates.upOn(node)) {
          outlook.lines().cut(guest, node, damage).ifPresent(bridge -> {
            String reason = bridge + " of " + node + " has no way out";
            fates.lacks(guest, Fate.UNREACHABLE, node, reason);
            found.add(GUEST_NETWORK, bridge, List.of(node), List.of(guest.vmid()));
          });
        }
      }
    }
  }
}

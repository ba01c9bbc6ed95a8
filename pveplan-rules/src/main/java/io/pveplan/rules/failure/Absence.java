package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the others have to do without once nodes are off, with the guests where they moved to before:
 * votes, Ceph, storages, and what the nodes did for the cluster.
 */
final class Absence {

  private final Outlook outlook;
  private final Damage damage;
  private final SortedSet<String> off;
  private final SortedSet<String> fenced = new TreeSet<>();
  private final Side side;
  private final Optional<CephOutcome> ceph;
  private final GuestFates fates;
  private final Interruptions interruptions = new Interruptions();

  /**
   * The cluster without nodes.
   *
   * @param fates tells of the guests that moved or stay down, and is told of those that hang
   */
  Absence(Outlook outlook, Collection<String> nodes, GuestFates fates) {
    this.outlook = outlook;
    this.fates = fates;
    this.off = new TreeSet<>(nodes);
    this.damage = outlook.damage(Failed.NOTHING.withNodes(off));
    this.side = outlook.connections().strongest(off, damage);
    if (side.votes() < outlook.plan().quorum().quorum()) {
      fence();
    }
    this.ceph = outlook.ceph().flatMap(it -> it.outcome(off, damage));
    SortedSet<String> down = new TreeSet<>(off);
    down.addAll(fenced);
    new Aftermath(outlook, damage, down, fates, interruptions).storages(ceph, off);
  }

  // Without quorum the nodes that run HA resources reset themselves.
  private void fence() {
    for (Node node : outlook.plan().nodes()) {
      String name = node.name();
      List<Guest> up = off.contains(name) ? List.of() : fates.upOn(name);
      if (up.stream().anyMatch(it -> outlook.plan().placement().managedByHa(it.vmid()))) {
        fenced.add(name);
        up.forEach(guest -> fates.tell(guest, Fate.FENCED, name, name, Optional.empty()));
      }
    }
  }

  boolean quorate() {
    return side.votes() >= outlook.plan().quorum().quorum();
  }

  /** All of it. */
  Survival survival(Scenario scenario, List<NodeLoad> loads) {
    SortedSet<String> down = new TreeSet<>(off);
    down.addAll(fenced);
    outlook.operations().tell(damage, down, job -> !goesOn(job, down), interruptions);
    outlook.roles().ofNodes(down, interruptions);
    outlook.roles().ofGuests(fates, interruptions);
    outlook.ceph().ifPresent(it -> it.roles(off, interruptions));
    return new Survival(
        scenario,
        side.votes(),
        outlook.plan().quorum().quorum(),
        new TreeSet<>(),
        fenced,
        fates.all(),
        loads,
        ceph,
        interruptions.all(),
        Optional.empty());
  }

  // A job whose target the guest moved to leads back to the node it left
  // (pve-guest-common, src/PVE/ReplicationConfig.pm, switch_replication_job_target).
  private boolean goesOn(ReplicationJob job, SortedSet<String> down) {
    return !down.contains(job.target())
        && fates
            .movedTo(job.guest())
            .filter(to -> !to.equals(job.target()) && !down.contains(to))
            .isPresent();
  }

  /** Names of the Ceph pools that can not be read and written. */
  List<String> stoppedPools() {
    return ceph.stream()
        .flatMap(it -> it.pools().stream())
        .filter(pool -> !pool.serves())
        .map(PoolOutcome::pool)
        .toList();
  }
}

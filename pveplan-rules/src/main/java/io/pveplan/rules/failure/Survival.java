package io.pveplan.rules.failure;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a cluster comes out of a scenario.
 *
 * @param scenario the scenario
 * @param votes votes that are left to the part of the cluster that has most of them
 * @param quorum votes that are needed
 * @param cutOff names of the nodes that are up and do not belong to that part
 * @param fenced names of the nodes that are fenced, or fence themselves
 * @param guests the guests that the scenario touches, by VMID
 * @param loads the nodes that got guests, by name
 * @param ceph what becomes of Ceph; empty when it loses nothing
 * @param interruptions what else stops, by kind
 * @param recoveryWithin time until HA has found nodes for the guests it recovers; empty when it
 *     recovers none
 * @since 0.1
 */
public record Survival(
    Scenario scenario,
    int votes,
    int quorum,
    SortedSet<String> cutOff,
    SortedSet<String> fenced,
    List<GuestFate> guests,
    List<NodeLoad> loads,
    Optional<CephOutcome> ceph,
    List<Interruption> interruptions,
    Optional<Duration> recoveryWithin) {

  // An LRM looks for work every 10 s, and one that had none first takes its lock, for which it
  // looks
  // every 5 s (pve-ha-manager, src/PVE/HA/LRM.pm).
  private static final Duration NODE_ANSWERS = Duration.ofSeconds(15);

  /** Keeps copies of the collections. */
  public Survival {
    cutOff = Collections.unmodifiableSortedSet(new TreeSet<>(cutOff));
    fenced = Collections.unmodifiableSortedSet(new TreeSet<>(fenced));
    guests = List.copyOf(guests);
    loads = List.copyOf(loads);
    interruptions = List.copyOf(interruptions);
  }

  /**
   * Time until the guests that HA recovers start: it has found nodes for them, and these have looked
   * for work. More guests on a node than it starts at a time, four by default, wait for each other
   * beyond that. Empty when HA recovers none.
   */
  public Optional<Duration> startsWithin() {
    return recoveryWithin.map(NODE_ANSWERS::plus);
  }

  /** Whether the rest of the cluster can go on. */
  public boolean quorate() {
    return votes >= quorum;
  }

  /** The guests that do not do their work afterwards. */
  public List<GuestFate> lost() {
    return guests.stream().filter(guest -> !guest.fate().survives()).toList();
  }

  /** The nodes that need more memory than they have. */
  public List<NodeLoad> overcommitted() {
    return loads.stream().filter(NodeLoad::exceeded).toList();
  }

  /** Names of the Ceph pools that can not be read and written. */
  public List<String> stoppedPools() {
    return ceph.stream()
        .flatMap(it -> it.pools().stream())
        .filter(pool -> !pool.serves())
        .map(PoolOutcome::pool)
        .toList();
  }

  /**
   * Whether disks are lost if what has failed does not come back: those of which there is no other,
   * and objects of Ceph without enough copies. Parts that have lost their power or their network come
   * back.
   */
  public boolean losesData() {
    return scenario.kind().destroys()
            && ceph.filter(CephOutcome::dataLossPossible).isPresent()
        || interruptions.stream().anyMatch(Interruption::losesData);
  }

  /** Whether guests go on with a copy, and what they wrote after it is lost. */
  public boolean losesLastWrites() {
    return guests.stream().anyMatch(guest -> guest.dataLoss().isPresent());
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.ceph.ClassCapacity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What becomes of Ceph in a scenario that takes OSDs or monitors.
 *
 * <p>Ten minutes after OSDs went down the monitors mark them out, and their data is made anew on
 * others. They do not when all that is in a rack, or in something larger, is down
 * (mon_osd_down_out_subtree_limit), and they stop once fewer than three quarters of all OSDs are in
 * (mon_osd_min_in_ratio): ceph, src/mon/OSDMonitor.cc.
 *
 * @param osds number of OSDs of the plan
 * @param osdsDown how many of them are down
 * @param markedOut how many of these the monitors mark out by themselves
 * @param monitors number of monitors of the plan
 * @param monitorsLeft how many of them still hear each other
 * @param pools its pools, in the order of the plan
 * @param use the part of the fullest OSD that is used once all is made anew that is made anew by
 *     itself; the data of pools of which the plan tells none count as none. Empty while the size of
 *     an OSD is not known
 * @param rebuild time until then, after the ten minutes, at {@link #RECOVERY_SHARE} of what disks and
 *     network carry; empty where nothing is made anew or something of it is not known
 * @since 0.1
 */
public record CephOutcome(
    int osds,
    int osdsDown,
    int markedOut,
    int monitors,
    int monitorsLeft,
    List<PoolOutcome> pools,
    OptionalDouble use,
    Optional<Duration> rebuild) {

  /** Part of the speed of disks and network that recovery gets: an assumption. */
  public static final double RECOVERY_SHARE = 0.3;

  /** Keeps a copy of the list. */
  public CephOutcome {
    pools = List.copyOf(pools);
  }

  /** Number of monitors that are needed: more than half. */
  public int monitorsNeeded() {
    return monitors / 2 + 1;
  }

  /** Whether the monitors have a majority; without it nothing can be read or written for long. */
  public boolean monitorsAgree() {
    return monitors == 0 || monitorsLeft >= monitorsNeeded();
  }

  /** Whether some OSDs that are down are made up for only after somebody marks them out. */
  public boolean needsHand() {
    return markedOut < osdsDown;
  }

  /**
   * Whether pools that stop go on by themselves once their copies are made anew: monitors agree, all
   * OSDs that are down are marked out, and there are places for the copies and data for each.
   */
  public boolean goesOnHealed() {
    return monitorsAgree()
        && !needsHand()
        && !healingStops()
        && pools.stream()
            .allMatch(pool -> pool.serves() || pool.heals() && !pool.dataLossPossible());
  }

  /** Whether every pool can be read and written. */
  public boolean serves() {
    return pools.stream().allMatch(PoolOutcome::serves);
  }

  /** Whether data are lost if what has failed does not come back. */
  public boolean dataLossPossible() {
    return pools.stream().anyMatch(PoolOutcome::dataLossPossible);
  }

  /** Whether Ceph warns of an OSD that is nearly full after healing. */
  public boolean nearlyFull() {
    return use.orElse(0) > ClassCapacity.NEARFULL;
  }

  /** Whether healing ends before all is whole, for nothing more is moved to an OSD. */
  public boolean healingStops() {
    return use.orElse(0) > ClassCapacity.BACKFILLFULL;
  }

  /** Whether healing would fill an OSD until nothing can be written any more. */
  public boolean full() {
    return use.orElse(0) > ClassCapacity.FULL;
  }
}

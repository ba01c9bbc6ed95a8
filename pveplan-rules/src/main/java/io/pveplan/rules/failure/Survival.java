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
 * @param votes votes that are left
 * @param quorum votes that are needed
 * @param fenced names of the nodes that are fenced, or fence themselves
 * @param guests the guests that the scenario touches, by VMID
 * @param memory the nodes that got guests, by name
 * @param stoppedPools names of the Ceph pools that can not be written to
 * @param recoveryWithin time until HA has found nodes for the guests it recovers; empty when it
 *     recovers none
 * @since 0.1
 */
public record Survival(
    Scenario scenario,
    int votes,
    int quorum,
    SortedSet<String> fenced,
    List<GuestFate> guests,
    List<NodeMemory> memory,
    List<String> stoppedPools,
    Optional<Duration> recoveryWithin) {

  /** Keeps copies of the collections. */
  public Survival {
    fenced = Collections.unmodifiableSortedSet(new TreeSet<>(fenced));
    guests = List.copyOf(guests);
    memory = List.copyOf(memory);
    stoppedPools = List.copyOf(stoppedPools);
  }

  /** Whether the rest of the cluster can go on. */
  public boolean quorate() {
    return votes >= quorum;
  }

  /** The guests that are not up afterwards. */
  public List<GuestFate> lost() {
    return guests.stream().filter(guest -> !guest.fate().survives()).toList();
  }

  /** The nodes that need more memory than they have. */
  public List<NodeMemory> overcommitted() {
    return memory.stream().filter(NodeMemory::exceeded).toList();
  }
}

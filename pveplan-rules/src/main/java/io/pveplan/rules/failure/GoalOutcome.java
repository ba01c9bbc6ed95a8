package io.pveplan.rules.failure;

import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Vmid;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a plan keeps one of its goals.
 *
 * @param goal the goal
 * @param failures number of failures that were computed for it
 * @param unknown facts without which these are not all, or are less than what would happen
 * @param shortfalls what it needs and does not have, the weakest first; none when it is kept
 * @param survived for each need that the plan has, how many things may fail; of what was computed
 * @param outages for each guest that a failure stops for a time, the longest of its outages
 * @param losses for each guest that goes on with a copy, the one that loses the most
 * @param crowded for each node that gets guests, by name, the failure that gives it most to carry
 * @since 0.1
 */
public record GoalOutcome(
    SurvivalGoal goal,
    int failures,
    List<String> unknown,
    List<Shortfall> shortfalls,
    Map<GoalNeed, Integer> survived,
    SortedMap<Vmid, GuestOutage> outages,
    SortedMap<Vmid, GuestOutage> losses,
    SortedMap<String, CrowdedNode> crowded) {

  /** Keeps copies of the collections. */
  public GoalOutcome {
    unknown = List.copyOf(unknown);
    shortfalls = List.copyOf(shortfalls);
    survived = Collections.unmodifiableMap(new TreeMap<>(survived));
    outages = Collections.unmodifiableSortedMap(new TreeMap<>(outages));
    losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    crowded = Collections.unmodifiableSortedMap(new TreeMap<>(crowded));
  }

  /** Whether the failures are all known, with all that they take along. */
  public boolean complete() {
    return unknown.isEmpty();
  }

  /** Whether the goal is kept in all failures that were computed, of which there must be some. */
  public boolean kept() {
    return failures > 0 && shortfalls.isEmpty();
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the failures that a goal is about, smaller ones first, and tells how it is kept. */
final class GoalDraft {

  private final SurvivalGoal goal;
  private final Set<Vmid> required;
  private final Map<GoalNeed, Shortfall> shortfalls = new EnumMap<>(GoalNeed.class);
  private final SortedMap<Vmid, GuestOutage> outages = new TreeMap<>();
  private final SortedMap<Vmid, GuestOutage> losses = new TreeMap<>();
  private final SortedMap<String, CrowdedNode> crowded = new TreeMap<>();
  private int failures;

  GoalDraft(SurvivalGoal goal, Set<Vmid> required) {
    this.goal = goal;
    this.required = required;
  }

  /**
   * Takes a failure.
   *
   * @param survived how many things may fail for it not to happen
   */
  void add(Survival survival, int survived) {
    failures++;
    boolean stands = true;
    for (GoalNeed need : GoalNeed.values()) {
      // What comes of something that is missing already is no further shortfall.
      boolean met = need == GoalNeed.MEMORY || stands ? meets(survival, need) : true;
      if (!met) {
        shortfalls.putIfAbsent(need, new Shortfall(need, survived, survival));
        stands = false;
      }
    }
    survival.guests().forEach(fate -> add(survival, fate));
    survival
        .loads()
        .forEach(load -> crowded.merge(
            load.node(), new CrowdedNode(survival.scenario(), load), CrowdedNode::fuller));
  }

  private boolean meets(Survival survival, GoalNeed need) {
    return switch (need) {
      case VOTES -> survival.quorate();
      case MONITORS -> survival.ceph().map(CephOutcome::monitorsAgree).orElse(true);
      case POOLS -> survival.ceph().map(CephOutcome::serves).orElse(true);
      case GUESTS ->
        survival.guests().stream()
            .noneMatch(it -> !it.fate().survives() && required.contains(it.guest()));
      case MEMORY -> survival.loads().stream().noneMatch(NodeLoad::starved);
    };
  }

  private void add(Survival survival, GuestFate fate) {
    GuestOutage outage = new GuestOutage(survival, fate);
    if (fate.fate() != Fate.MOVED) {
      outages.merge(fate.guest(), outage, GuestOutage::longer);
    }
    if (fate.dataLoss().isPresent()) {
      losses.merge(fate.guest(), outage, GuestOutage::dearer);
    }
  }

  GoalOutcome outcome(boolean complete) {
    List<Shortfall> weakestFirst = new ArrayList<>(shortfalls.values());
    weakestFirst.sort(Comparator.comparingInt(Shortfall::tolerated).thenComparing(Shortfall::need));
    return new GoalOutcome(goal, failures, complete, weakestFirst, outages, losses, crowded);
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the failures that a goal is about, smaller ones first, and tells how it is kept. */
final class GoalDraft {

  private final SurvivalGoal goal;
  private final Set<Vmid> required;
  private final Set<GoalNeed> needs;
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Map<GoalNeed, Shortfall> shortfalls = new EnumMap<>(GoalNeed.class);
  private final SortedMap<Vmid, GuestOutage> outages = new TreeMap<>();
  private final SortedMap<Vmid, GuestOutage> losses = new TreeMap<>();
  private final SortedMap<String, CrowdedNode> crowded = new TreeMap<>();
  private int failures;
  private int looked;

  /**
   * A goal of which nothing is known yet.
   *
   * @param required the guests that must run
   * @param needs what the plan has that can be missing
   */
  GoalDraft(SurvivalGoal goal, Set<Vmid> required, Set<GoalNeed> needs) {
    this.goal = goal;
    this.required = required;
    this.needs = needs;
  }

  /** Takes the cluster with everything up: who is not up then is not up after a failure. */
  void begin(Survival calm) {
    if (!requiredAreUp(calm)) {
      shortfalls.put(GoalNeed.BEFOREHAND, new Shortfall(GoalNeed.BEFOREHAND, 0, calm));
    }
  }

  /** Takes facts without which not all failures are known. */
  void lacks(Collection<String> facts) {
    unknown.addAll(facts);
  }

  /**
   * Takes a failure.
   *
   * @param survived how many things may fail for it not to happen
   */
  void add(Survival survival, int survived) {
    failures++;
    looked = Math.max(looked, survived + 1);
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
    for (NodeLoad load : survival.loads()) {
      crowded.merge(load.node(), new CrowdedNode(survival.scenario(), load), CrowdedNode::fuller);
      if (load.installed().isEmpty()) {
        unknown.add("memory of node " + load.node());
      }
    }
  }

  private boolean meets(Survival survival, GoalNeed need) {
    return switch (need) {
      case BEFOREHAND -> true;
      case VOTES -> survival.quorate();
      case MONITORS -> survival.ceph().map(CephOutcome::monitorsAgree).orElse(true);
      case POOLS -> survival.ceph().map(CephOutcome::serves).orElse(true);
      case GUESTS -> requiredAreUp(survival);
      case MEMORY -> survival.loads().stream().noneMatch(NodeLoad::starved);
    };
  }

  private boolean requiredAreUp(Survival survival) {
    return survival.guests().stream()
        .noneMatch(it -> !it.fate().survives() && required.contains(it.guest()));
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

  // What stands on something that is missing is not survived either.
  private Map<GoalNeed, Integer> survived() {
    Map<GoalNeed, Integer> survived = new EnumMap<>(GoalNeed.class);
    int most = looked;
    for (GoalNeed need : GoalNeed.values()) {
      Shortfall shortfall = shortfalls.get(need);
      if (shortfall != null) {
        survived.put(need, Math.min(most, shortfall.tolerated()));
      } else if (needs.contains(need)) {
        survived.put(need, most);
      }
      if (shortfall != null && need != GoalNeed.BEFOREHAND) {
        most = Math.min(most, shortfall.tolerated());
      }
    }
    return survived;
  }

  GoalOutcome outcome() {
    List<Shortfall> weakestFirst = new ArrayList<>(shortfalls.values());
    weakestFirst.sort(Comparator.comparingInt(Shortfall::tolerated).thenComparing(Shortfall::need));
    return new GoalOutcome(
        goal, failures, List.copyOf(unknown), weakestFirst, survived(), outages, losses, crowded);
  }
}

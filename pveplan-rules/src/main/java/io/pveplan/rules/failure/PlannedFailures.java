package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The failures that rules look at, each computed once for a plan: those of one thing, and those
 * that its goals are about.
 *
 * <pre>{@code
 * PlannedFailures failures = PlannedFailures.of(plan);
 * failures.single(ScenarioKind.SWITCH);   // what becomes of the cluster with each switch
 * failures.goals().stream().allMatch(GoalOutcome::kept);
 * failures.single(ScenarioKind.NODES);    // refused: sets of nodes are no single failures
 * }</pre>
 *
 * @since 0.1
 */
public final class PlannedFailures {

  private final FailureSweep sweep;
  private final SortedSet<Vmid> required;
  private final Set<GoalNeed> needs;
  private final Map<ScenarioKind, List<Survival>> singles = new ConcurrentHashMap<>();
  private final List<GoalOutcome> goals;

  private PlannedFailures(ResolvedPlan plan) {
    this.sweep = FailureSweep.of(plan);
    this.required = Collections.unmodifiableSortedSet(required(plan));
    this.needs = needs(plan, required);
    this.goals = plan.plan().mustSurvive().stream().map(this::outcome).toList();
  }

  /** The failures of a plan; the same object each time. */
  public static PlannedFailures of(ResolvedPlan plan) {
    return plan.derived(PlannedFailures.class, PlannedFailures::new);
  }

  private static SortedSet<Vmid> required(ResolvedPlan plan) {
    SortedSet<Vmid> required = new TreeSet<>();
    for (Guest guest : plan.guests()) {
      if (guest.mustRun()) {
        required.add(guest.vmid());
      }
    }
    if (required.isEmpty()) {
      plan.guests().stream()
          .filter(guest -> !HaFacts.isTemplate(guest) && isStarted(guest.vmid(), plan))
          .forEach(guest -> required.add(guest.vmid()));
    }
    return required;
  }

  private static boolean isStarted(Vmid guest, ResolvedPlan plan) {
    return plan.placement()
        .haResource(guest)
        .filter(it -> it.state() == HaState.STARTED)
        .isPresent();
  }

  // Votes are needed anyway; of what a plan does not have nothing can be missing.
  private static Set<GoalNeed> needs(ResolvedPlan plan, Set<Vmid> required) {
    Set<GoalNeed> needs = EnumSet.of(GoalNeed.VOTES);
    plan.plan().ceph().ifPresent(ceph -> {
      needs.add(GoalNeed.MONITORS);
      if (!ceph.pools().isEmpty()) {
        needs.add(GoalNeed.POOLS);
      }
    });
    if (!required.isEmpty()) {
      needs.add(GoalNeed.GUESTS);
      needs.add(GoalNeed.MEMORY);
    }
    return needs;
  }

  /** The sweep they come from. */
  public FailureSweep sweep() {
    return sweep;
  }

  /**
   * The guests that must be up: those that say so, or where none does those that HA is to keep
   * started.
   */
  public SortedSet<Vmid> required() {
    return required;
  }

  /** How the goals of the plan are kept, in its order. */
  public List<GoalOutcome> goals() {
    return goals;
  }

  /**
   * How the cluster comes out of every failure of a kind, in the order of the sweep.
   *
   * @throws IllegalArgumentException for sets of nodes
   */
  public List<Survival> single(ScenarioKind kind) {
    if (kind == ScenarioKind.NODES) {
      throw new IllegalArgumentException("sets of nodes are no single failures");
    }
    return singles.computeIfAbsent(kind, key -> sweep.survivals(scenarios(key)));
  }

  /**
   * For each node that gets guests when another node fails, or as many as a goal says, the failure
   * that gives it the most to carry; by name.
   */
  public SortedMap<String, CrowdedNode> crowded() {
    SortedMap<String, CrowdedNode> crowded = new TreeMap<>();
    for (Survival survival : single(ScenarioKind.NODE)) {
      for (NodeLoad load : survival.loads()) {
        crowded.merge(load.node(), new CrowdedNode(survival.scenario(), load), CrowdedNode::fuller);
      }
    }
    for (GoalOutcome outcome : goals) {
      if (outcome.goal().failure() == FailureKind.NODE) {
        outcome.crowded().forEach((node, worst) -> crowded.merge(node, worst, CrowdedNode::fuller));
      }
    }
    return Collections.unmodifiableSortedMap(crowded);
  }

  /** For each guest that a failure of the goals stops for a time, the longest of its outages. */
  public SortedMap<Vmid, GuestOutage> outages() {
    return worst(GoalOutcome::outages, GuestOutage::longer);
  }

  /** For each guest that goes on with a copy after a failure of the goals, the oldest copy. */
  public SortedMap<Vmid, GuestOutage> losses() {
    return worst(GoalOutcome::losses, GuestOutage::dearer);
  }

  private SortedMap<Vmid, GuestOutage> worst(
      Function<GoalOutcome, SortedMap<Vmid, GuestOutage>> part, BinaryOperator<GuestOutage> worse) {
    SortedMap<Vmid, GuestOutage> worst = new TreeMap<>();
    goals.forEach(
        goal -> part.apply(goal).forEach((guest, outage) -> worst.merge(guest, outage, worse)));
    return Collections.unmodifiableSortedMap(worst);
  }

  private List<Scenario> scenarios(ScenarioKind kind) {
    return sweep.scenarios().stream().filter(it -> it.kind() == kind).toList();
  }

  private GoalOutcome outcome(SurvivalGoal goal) {
    ScenarioKind kind = kind(goal.failure());
    GoalDraft draft = new GoalDraft(goal, required, needs);
    draft.begin(sweep.survival(Scenario.NOTHING));
    draft.lacks(sweep.unknown(kind));
    single(kind).forEach(survival -> draft.add(survival, 0));
    if (goal.failure() == FailureKind.NODE && goal.number() > 1) {
      for (Scenario set : scenarios(ScenarioKind.NODES)) {
        if (set.independentFailures() <= goal.number()) {
          draft.add(sweep.survival(set), set.independentFailures() - 1);
        }
      }
      draft.lacks(sweep.unknown(ScenarioKind.NODES));
    }
    return draft.outcome();
  }

  private static ScenarioKind kind(FailureKind kind) {
    return switch (kind) {
      case NODE -> ScenarioKind.NODE;
      case RACK -> ScenarioKind.RACK;
      case ROOM -> ScenarioKind.ROOM;
      case PARTITION -> ScenarioKind.PARTITION;
      case SWITCH -> ScenarioKind.SWITCH;
      case NIC -> ScenarioKind.NIC;
      case DISK -> ScenarioKind.DISK;
      case CIRCUIT -> ScenarioKind.CIRCUIT;
      case UPS -> ScenarioKind.UPS;
      case STORAGE_SERVER -> ScenarioKind.STORAGE_SERVER;
      case BACKUP_SERVER -> ScenarioKind.BACKUP_SERVER;
      case QDEVICE -> ScenarioKind.QDEVICE;
    };
  }
}

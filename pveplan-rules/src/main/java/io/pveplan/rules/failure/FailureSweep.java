package io.pveplan.rules.failure;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What becomes of the guests of a plan when parts of the cluster fail.
 *
 * <pre>{@code
 * FailureSweep sweep = FailureSweep.of(plan);
 * Survival survival = sweep.survival(Scenario.ofNodes(List.of("pve3")));
 * survival.quorate();
 * survival.lost();                                      // guests that are not up afterwards
 * sweep.survival(Scenario.ofNodes(List.of("nowhere"))); // refused: the plan has no such node
 * }</pre>
 *
 * @since 0.1
 */
public final class FailureSweep {

  private final ResolvedPlan plan;
  private final Outlook outlook;
  private final KeptSurvivals kept = new KeptSurvivals();
  private volatile Optional<Scenarios> listed = Optional.empty();

  private FailureSweep(ResolvedPlan plan) {
    this.plan = plan;
    this.outlook = new Outlook(plan);
  }

  // Who asks for one scenario needs no list of all.
  private Scenarios listed() {
    Scenarios scenarios = listed.orElseGet(() -> Scenarios.of(plan));
    listed = Optional.of(scenarios);
    return scenarios;
  }

  /**
   * The failures of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static FailureSweep of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** The failures of a plan. */
  public static FailureSweep of(ResolvedPlan plan) {
    return new FailureSweep(plan);
  }

  /**
   * The scenarios that the plan has facts for: each node, sets of nodes up to the goal of the plan
   * and at least to two and the fewest that take the quorum, racks, rooms, circuits, UPSs, rooms that do not hear each other, switches,
   * NICs, bonds, storage servers and their portals, disks and pools of disks, backup servers, the
   * QDevice, pairs of switches, circuits, UPSs and storage servers, and each node emptied for
   * maintenance.
   */
  public List<Scenario> scenarios() {
    return listed().found();
  }

  /** What is left out of the scenarios, and the facts that are missing for it. */
  public List<String> limits() {
    return listed().limits().lines();
  }

  /** The facts without which not all failures of a kind are known, or not as a whole. */
  List<String> unknown(ScenarioKind kind) {
    return listed().limits().facts(kind);
  }

  /** Facts that the plan does not tell, and without which guests are left out or only counted. */
  public List<String> missingFacts() {
    return outlook.missingFacts();
  }

  /**
   * What HA does before anything fails: guests that it moves to where its rules want them, and
   * guests that do not start. The latter are in no scenario, for they have nothing to lose.
   */
  public List<GuestFate> beforehand() {
    return outlook.beforehand();
  }

  /** Rules of the plan that HA leaves out as impossible, with the rules of pveplan that say why. */
  public SortedMap<String, SortedSet<String>> ignoredRules() {
    SortedMap<String, SortedSet<String>> ignored = new TreeMap<>();
    outlook.droppedRules().forEach((rule, reasons) -> {
      SortedSet<String> ids = new TreeSet<>();
      reasons.forEach(reason -> ids.add(reason.rule()));
      ignored.put(rule, Collections.unmodifiableSortedSet(ids));
    });
    return Collections.unmodifiableSortedMap(ignored);
  }

  /** How the cluster comes out of all scenarios, in their order. */
  public List<Survival> survivals() {
    return survivals(scenarios());
  }

  /** How the cluster comes out of some scenarios, in their order. */
  public List<Survival> survivals(Collection<Scenario> chosen) {
    return chosen.stream().map(this::survival).toList();
  }

  /**
   * The smallest failure with an outcome, of the scenarios in which something fails: the one that
   * takes the fewest things failing by themselves, the first of equals.
   *
   * <pre>{@code
   * sweep.smallest(survival -> !survival.quorate());
   * sweep.smallest(survival -> !survival.lost().isEmpty());
   * }</pre>
   *
   * @param outcome the outcome to look for
   */
  public Optional<Survival> smallest(Predicate<? super Survival> outcome) {
    return scenarios().stream()
        .filter(scenario -> scenario.kind() != ScenarioKind.DRAIN)
        .sorted(Comparator.comparingInt(Scenario::independentFailures))
        .map(this::survival)
        .filter(outcome)
        .findFirst();
  }

  /**
   * The smallest failure that leaves no part of the cluster with quorum. Beyond the sets of nodes
   * that are looked at, it is the loss of the nodes with most votes, and of the QDevice where that has
   * more.
   *
   * @return empty for a plan without nodes
   */
  public Optional<Survival> smallestLosingQuorum() {
    return smallest(survival -> !survival.quorate());
  }

  /** The smallest failure after which some guest does not do its work. */
  public Optional<Survival> smallestLosingAnyGuest() {
    return smallest(survival -> !survival.lost().isEmpty());
  }

  /**
   * The smallest failure that loses disks, as in {@link Survival#losesData()}. A smaller one may lose
   * what was written last, as in {@link Survival#losesLastWrites()}.
   */
  public Optional<Survival> smallestLosingData() {
    return smallest(Survival::losesData);
  }

  /**
   * How the cluster comes out of a scenario. What was computed is kept, up to a number of guests, and
   * not computed twice.
   *
   * @throws IllegalArgumentException if the plan has no such node
   */
  public Survival survival(Scenario scenario) {
    return kept.get(scenario, it -> new SurvivalDraft(outlook, it).survival());
  }
}

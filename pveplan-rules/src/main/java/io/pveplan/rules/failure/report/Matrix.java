package io.pveplan.rules.failure.report;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GoalOutcome;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.PlannedFailures;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.ScenarioKind;
import io.pveplan.rules.failure.Survival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All failures of a plan with what comes of them, and each guest with the failures that touch it. */
final class Matrix {

  // A reader looks at the first few, and each guest of all others is more than a program reads.
  private static final int MOST_SETS = 10;

  private final ResolvedPlan plan;
  private final PlannedFailures failures;
  private final FailureText text;
  private final Effects effects;
  private final List<Row> rows;
  private final List<GuestRow> guests;
  private final Set<Scenario> left;

  private Matrix(ResolvedPlan plan, PlannedFailures failures, List<Row> rows) {
    this.plan = plan;
    this.failures = failures;
    this.text = FailureText.of(plan);
    this.effects = new Effects(plan, text);
    this.rows = rows;
    this.guests = guests(plan, rows);
    this.left = rows.stream()
        .map(Row::scenario)
        .filter(scenario -> scenario.kind() == ScenarioKind.NODES)
        .skip(MOST_SETS)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Matrix of(ResolvedPlan plan) {
    PlannedFailures failures = PlannedFailures.of(plan);
    FailureSweep sweep = failures.sweep();
    List<Row> rows = new ArrayList<>();
    for (Survival survival : sweep.survivals()) {
      rows.add(Row.of(survival, failures.required()));
    }
    rows.sort(Comparator.comparing((Row row) -> !row.fails()).thenComparing(Row.WEAKEST_FIRST));
    return new Matrix(plan, failures, List.copyOf(rows));
  }

  private static List<GuestRow> guests(ResolvedPlan plan, List<Row> rows) {
    Map<Vmid, List<GuestRow.Touch>> touches = new HashMap<>();
    Map<Vmid, Row> smallest = new HashMap<>();
    for (Row row : rows) {
      for (GuestFate fate : row.survival().guests()) {
        if (row.failures() == 1) {
          touches
              .computeIfAbsent(fate.guest(), key -> new ArrayList<>())
              .add(new GuestRow.Touch(row, fate));
        }
        if (row.fails() && !fate.fate().survives()) {
          smallest.putIfAbsent(fate.guest(), row);
        }
      }
    }
    List<GuestRow> guests = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      if (!(guest instanceof Vm vm && vm.template())) {
        guests.add(new GuestRow(
            guest,
            plan.placement().managedByHa(guest.vmid()),
            touches.getOrDefault(guest.vmid(), List.of()),
            Optional.ofNullable(smallest.get(guest.vmid()))));
      }
    }
    guests.sort(Comparator.comparing(row -> row.guest().vmid()));
    return List.copyOf(guests);
  }

  ResolvedPlan plan() {
    return plan;
  }

  FailureSweep sweep() {
    return failures.sweep();
  }

  FailureText text() {
    return text;
  }

  SortedSet<Vmid> required() {
    return failures.required();
  }

  List<GoalOutcome> goals() {
    return failures.goals();
  }

  /** The failures, the weakest point first, nodes that are emptied last. */
  List<Row> rows() {
    return rows;
  }

  /** Whether a failure is told in full; of sets of nodes only the worst are. */
  boolean isTold(Row row) {
    return !left.contains(row.scenario());
  }

  /** The guests that run, by VMID. */
  List<GuestRow> guests() {
    return guests;
  }

  /** What comes of a failure, as sentences. */
  List<String> effects(Row row) {
    return effects.of(row);
  }

  /** The failure that does harm with the fewest things failing; empty if none does harm. */
  Optional<Row> weakest() {
    return first(row -> row.verdict().compareTo(Verdict.GOES_ON) < 0);
  }

  /** The weakest point with something that holds for it. */
  Optional<Row> first(Predicate<Row> what) {
    return rows.stream().filter(Row::fails).filter(what).findFirst();
  }
}

package io.pveplan.rules.failure.report;

import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.ScenarioKind;
import io.pveplan.rules.failure.Survival;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A failure and how bad it is.
 *
 * @param survival the failure, and what comes of it
 * @param verdict how bad it is
 * @param required number of guests that must run and do not
 */
record Row(Survival survival, Verdict verdict, int required) {

  /** Fewest independent failures first, then what is worst. */
  static final Comparator<Row> WEAKEST_FIRST = Comparator.comparingInt(Row::failures)
      .thenComparing(row -> row.verdict)
      .thenComparing(Comparator.comparingInt(Row::required).reversed())
      .thenComparing(Comparator.comparingInt(Row::down).reversed());

  static Row of(Survival survival, Set<Vmid> mustRun) {
    if (survival.scenario().kind() == ScenarioKind.DRAIN) {
      Verdict moved = survival.lost().isEmpty()
          ? lacking(survival).orElseGet(() -> calm(survival))
          : Verdict.NOT_EMPTIED;
      return new Row(survival, survival.quorate() ? moved : Verdict.CLUSTER_STOPS, 0);
    }
    int required = (int)
        survival.lost().stream().filter(fate -> mustRun.contains(fate.guest())).count();
    return new Row(survival, verdict(survival, required), required);
  }

  private static Verdict verdict(Survival survival, int required) {
    if (!survival.quorate()) {
      return Verdict.CLUSTER_STOPS;
    } else if (required > 0) {
      return Verdict.MUST_RUN_DOWN;
    } else if (survival.losesData()) {
      return Verdict.DATA_LOST;
    } else if (lacking(survival).isPresent()) {
      return lacking(survival).get();
    }
    if (!survival.lost().isEmpty()) {
      return Verdict.GUESTS_DOWN;
    }
    return survival.losesLastWrites() ? Verdict.LAST_WRITES_LOST : calm(survival);
  }

  // What breaks a promise though no guest of the plan is down.
  private static Optional<Verdict> lacking(Survival survival) {
    if (survival.ceph().filter(it -> !it.monitorsAgree() || !it.serves()).isPresent()) {
      return Optional.of(Verdict.STORAGE_STOPS);
    }
    return survival.loads().stream()
        .filter(NodeLoad::starved)
        .findFirst()
        .map(load -> Verdict.MEMORY_SHORT);
  }

  private static Verdict calm(Survival survival) {
    boolean noticed = !survival.guests().isEmpty()
        || !survival.fenced().isEmpty()
        || !survival.cutOff().isEmpty()
        || survival.ceph().isPresent()
        || !survival.interruptions().isEmpty();
    return noticed ? Verdict.GOES_ON : Verdict.UNNOTICED;
  }

  Scenario scenario() {
    return survival.scenario();
  }

  /** Whether something fails; nothing does when a node is emptied. */
  boolean fails() {
    return scenario().kind() != ScenarioKind.DRAIN;
  }

  int failures() {
    return scenario().independentFailures();
  }

  int down() {
    return fails() ? survival.lost().size() : 0;
  }

  List<GuestFate> restarted() {
    return survival.guests().stream().filter(it -> it.fate() == Fate.RESTARTED).toList();
  }

  List<GuestFate> moved() {
    return survival.guests().stream().filter(it -> it.fate() == Fate.MOVED).toList();
  }
}

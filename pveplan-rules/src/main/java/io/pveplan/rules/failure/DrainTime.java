package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.migration.MigrationLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How long moves take: what goes over the network, at 0.8 of what the slowest node involved can
 * carry there. That share is an assumption. A limit of the plan holds for each move.
 *
 * @param rate what the network carries
 * @param time time of all moves
 * @param missingFacts what the plan does not tell
 */
record DrainTime(Optional<DataRate> rate, Optional<Duration> time, List<String> missingFacts) {

  static DrainTime of(ResolvedPlan plan, List<DrainStep> steps, int workers) {
    SortedSet<String> nodes = new TreeSet<>();
    steps.forEach(step -> {
      nodes.add(step.from());
      nodes.add(step.to());
    });
    List<DataRate> rates = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String each : nodes) {
      Optional<DataRate> speed = MigrationLink.speed(plan, each);
      speed.ifPresentOrElse(
          rates::add, () -> missing.add("speed of the migration network of " + each));
    }
    if (rates.isEmpty() || !missing.isEmpty()) {
      return new DrainTime(
          Optional.empty(),
          steps.isEmpty() ? Optional.of(Duration.ZERO) : Optional.empty(),
          missing);
    }
    DataRate rate = rates.stream().min(DataRate::compareTo).orElseThrow();
    long used = MigrationLink.usable(rate);
    long limited = MigrationLink.limit(plan)
        .map(limit -> Math.min(used, limit.bitsPerSecond() * workers))
        .orElse(used);
    long bits = 8 * steps.stream().mapToLong(step -> step.data().bytes()).sum();
    return new DrainTime(
        Optional.of(rate),
        Optional.of(Duration.ofSeconds((bits + limited - 1) / limited)),
        missing);
  }
}

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
 * carry there. That share is an assumption. A move is one connection, which gets one leg of a bond; a
 * limit of the plan holds for each.
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
    List<DataRate> ofOne = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String each : nodes) {
      Optional<DataRate> speed = MigrationLink.speed(plan, each);
      speed.ifPresentOrElse(
          rates::add, () -> missing.add("speed of the migration network of " + each));
      MigrationLink.speedOfOne(plan, each).ifPresent(ofOne::add);
    }
    if (rates.isEmpty() || !missing.isEmpty()) {
      return new DrainTime(
          Optional.empty(),
          steps.isEmpty() ? Optional.of(Duration.ZERO) : Optional.empty(),
          missing);
    }
    DataRate rate = rates.stream().min(DataRate::compareTo).orElseThrow();
    long used = MigrationLink.usable(rate);
    long leg = MigrationLink.usable(ofOne.stream().min(DataRate::compareTo).orElse(rate));
    long one = MigrationLink.limit(plan)
        .map(limit -> Math.min(leg, limit.bitsPerSecond()))
        .orElse(leg);
    long together = Math.min(used, one * Math.min(workers, steps.size()));
    long bits = 8 * steps.stream().mapToLong(step -> step.data().bytes()).sum();
    long largest =
        8 * steps.stream().mapToLong(step -> step.data().bytes()).max().orElse(0);
    long seconds = Math.max(seconds(bits, together), seconds(largest, one));
    return new DrainTime(Optional.of(rate), Optional.of(Duration.ofSeconds(seconds)), missing);
  }

  private static long seconds(long bits, long rate) {
    return (bits + rate - 1) / rate;
  }
}

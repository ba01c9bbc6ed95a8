package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
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
      Optional<DataRate> speed = speed(plan, each);
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
    long used = rate.bitsPerSecond() / 10 * 8;
    long limited = limit(plan)
        .map(limit -> Math.min(used, limit.bitsPerSecond() * workers))
        .orElse(used);
    long bits = 8 * steps.stream().mapToLong(step -> step.data().bytes()).sum();
    return new DrainTime(
        Optional.of(rate),
        Optional.of(Duration.ofSeconds((bits + limited - 1) / limited)),
        missing);
  }

  private static Optional<DataRate> limit(ResolvedPlan plan) {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::bandwidthLimits)
        .flatMap(limits -> limits.migration().or(limits::general));
  }

  private static Optional<DataRate> speed(ResolvedPlan plan, String node) {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::migration)
        .flatMap(MigrationSettings::network)
        .or(() -> plan.topology().nameNetwork(node))
        .flatMap(network -> plan.paths().path(node, network))
        .flatMap(NetworkPath::speed);
  }
}

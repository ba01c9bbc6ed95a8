package io.pveplan.model.storage;

import io.pveplan.model.unit.DataRate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a run of a replication job takes in the worst case.
 *
 * @param job the job
 * @param gap the longest time between two of its events
 * @param changeRate how much the guest changes, if known
 * @param rate what the job can copy in a time: its limit or the slower end of its network, if one
 *     of them is known
 * @since 0.1
 */
public record ReplicationRun(
    ReplicationJob job, Duration gap, Optional<DataRate> changeRate, Optional<DataRate> rate) {

  private static final Duration ENDLESS = ChronoUnit.FOREVER.getDuration();

  /** Whether the job makes no copy after some last event. */
  public boolean ends() {
    return gap.equals(ENDLESS);
  }

  /**
   * How long it takes to copy what changed in the longest gap, in whole seconds; absent when a fact
   * is missing, or when it would never end.
   */
  public Optional<Duration> transfer() {
    if (ends() || changeRate.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    BigInteger bits = BigInteger.valueOf(gap.toSeconds()).multiply(big(changeRate.get()));
    BigInteger speed = big(rate.get());
    BigInteger seconds = bits.add(speed).subtract(BigInteger.ONE).divide(speed);
    return Optional.of(Duration.ofSeconds(
        seconds.min(BigInteger.valueOf(ENDLESS.toSeconds() - gap.toSeconds())).longValue()));
  }

  /**
   * How old the latest whole copy can be: the longest gap, and the time of the transfer on top
   * where that is known.
   */
  public Duration oldestCopy() {
    return transfer().map(gap::plus).orElse(gap);
  }

  /** Whether the guest changes more than the job can copy; absent when a fact is missing. */
  public Optional<Boolean> keepsUp() {
    return changeRate.flatMap(change -> rate.map(speed -> change.compareTo(speed) <= 0));
  }

  private static BigInteger big(DataRate rate) {
    return BigInteger.valueOf(rate.bitsPerSecond());
  }
}

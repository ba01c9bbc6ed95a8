package io.pveplan.rules.failure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was computed of a plan, for rules and reports that ask for the same scenarios. Large failures
 * of large clusters touch very many guests, so that not all is kept.
 */
final class KeptSurvivals {

  // About 40 MB: all single failures and pairs of 32 nodes that stop the disks of 1,000 guests.
  private static final long MOST_FATES = 600_000;

  private final Map<Scenario, Survival> kept = new ConcurrentHashMap<>();
  private final AtomicLong fates = new AtomicLong();

  Survival get(Scenario scenario, Function<Scenario, Survival> computation) {
    Survival known = kept.get(scenario);
    if (known != null) {
      return known;
    }
    Survival survival = computation.apply(scenario);
    long size = survival.guests().size() + 1L;
    if (fates.addAndGet(size) > MOST_FATES) {
      fates.addAndGet(-size);
    } else {
      kept.put(scenario, survival);
    }
    return survival;
  }
}

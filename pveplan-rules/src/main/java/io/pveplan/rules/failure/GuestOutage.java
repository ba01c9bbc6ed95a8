package io.pveplan.rules.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * What a failure means for one guest.
 *
 * @param survival the failure, and what comes of it
 * @param fate what becomes of the guest
 * @since 0.1
 */
public record GuestOutage(Survival survival, GuestFate fate) {

  /** The failure. */
  public Scenario scenario() {
    return survival.scenario();
  }

  /**
   * Time until the guest starts again: HA has found a node for it, and the node has looked for work.
   * Empty when it does not start before something is repaired.
   */
  public Optional<Duration> startsWithin() {
    return fate.fate().survives() ? survival.startsWithin() : Optional.empty();
  }

  /** The longer of two outages; one that does not end by itself is longer than any. */
  static GuestOutage longer(GuestOutage one, GuestOutage other) {
    Optional<Duration> first = one.startsWithin();
    Optional<Duration> second = other.startsWithin();
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? one : other;
    }
    return first.get().compareTo(second.get()) >= 0 ? one : other;
  }

  /** The one of two that loses more data. */
  static GuestOutage dearer(GuestOutage one, GuestOutage other) {
    Duration first = one.fate.dataLoss().orElse(Duration.ZERO);
    return first.compareTo(other.fate.dataLoss().orElse(Duration.ZERO)) >= 0 ? one : other;
  }
}

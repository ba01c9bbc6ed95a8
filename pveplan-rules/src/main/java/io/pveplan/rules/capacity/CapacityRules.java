package io.pveplan.rules.capacity;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about what fits, and what is left when something fails; ids CAP.
 *
 * @since 0.1
 */
public final class CapacityRules implements RulePack {

  /** For the service loader. */
  public CapacityRules() {}

  @Override
  public String name() {
    return "capacity";
  }

  @Override
  public String title() {
    return "Capacity and failures";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new MemoryOvercommitted(),
        new MinimumMemoryDoesNotFit(),
        new MemoryAfterNodeLoss(),
        new NoSecondHome(),
        new HostReserveTooSmall(),
        new CpuOvercommitted(),
        new BalloonsAtWork(),
        new StorageFillLevel(),
        new FailureDomainHoldsQuorum(),
        new RackLossBeyondPool(),
        new GoalNotMet(),
        new SingleComponentStopsGuests(),
        new RecoveryTooLong(),
        new UnevenNodes(),
        new DataLossAfterFailover(),
        new DownLongerThanAllowed());
  }
}

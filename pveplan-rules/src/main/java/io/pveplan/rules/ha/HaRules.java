package io.pveplan.rules.ha;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about high availability.
 *
 * @since 0.1
 */
public final class HaRules implements RulePack {

  /** For the service loader. */
  public HaRules() {}

  @Override
  public String name() {
    return "ha";
  }

  @Override
  public String title() {
    return "High availability";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new LocalVolumesUnderHa(),
        new NoQuorumAfterNodeLoss(),
        new GuestInSeveralNodeRules(),
        new MoreGuestsApartThanNodes(),
        new TogetherAndApart(),
        new PrioritiesInAffinityRules(),
        new TogetherInSeveralNodeRules(),
        new TooFewNodesToStayApart(),
        new NoRulesBeforeNine(),
        new StrictRuleOnOneDomain(),
        new SeparationUsesEveryNode(),
        new PreferredNodesTaken(),
        new GroupLargerThanNode(),
        new StorageMissingOnEligibleNode(),
        new ReplicaMissingOnEligibleNode(),
        new RawDevicesUnderHa(),
        new SoftwareWatchdog(),
        new NoShutdownPolicy(),
        new EvacuationTakesLong(),
        new SchedulerCountsGuests(),
        new HaGuestNeedsOther(),
        new CriticalGuestWithoutHa(),
        new RestartSlowerThanAllowed(),
        new ContainerMovedByHa(),
        new MappingMissingUnderHa(),
        new StaysAtShutdown());
  }
}

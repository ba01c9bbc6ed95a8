package io.pveplan.rules.cluster;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about Corosync, quorum and votes; ids CLU.
 *
 * @since 0.1
 */
public final class ClusterRules implements RulePack {

  /** For the service loader. */
  public ClusterRules() {}

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public String title() {
    return "Cluster and quorum";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new FewerThanThreeVotes(),
        new SurvivalGoalExceedsVotes(),
        new QDeviceOnOddNodeCount(),
        new ForcedQDeviceHoldsTheCluster(),
        new EvenClusterWithoutTieBreaker(),
        new QDeviceNotIndependent(),
        new UnevenNodeVotes(),
        new UnevenVotesBesideQDevice(),
        new LinkWithoutAddress(),
        new LinkAddressReused(),
        new PreferredLinkNotDedicated(),
        new SingleCorosyncLink(),
        new LinksShareHardware(),
        new NoDedicatedCorosyncNic(),
        new LinkOverStorageNetwork(),
        new LinkOverUnsuitableBond(),
        new LinkOverSlowLacp(),
        new OnlyLinkOverActiveBackup(),
        new LatencyTooHigh(),
        new TokenTimeoutTooLong(),
        new VeryLargeCluster(),
        new ClocksNotSynchronized(),
        new MixedReleases(),
        new JoiningNodeHasGuests());
  }
}

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
        new LinksShareHardware(),
        new NoDedicatedCorosyncNic());
  }
}

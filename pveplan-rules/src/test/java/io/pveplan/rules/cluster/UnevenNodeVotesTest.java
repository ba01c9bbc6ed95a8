package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UnevenNodeVotesTest {

  private final RuleVerifier rule = verify(new UnevenNodeVotes());

  private static ClusterPlan nodesWithVotes(int... votes) {
    return cluster("lab", c -> {
      int number = 0;
      for (int each : votes) {
        number++;
        c.node("pve" + number, n -> n.votes(each));
      }
    });
  }

  @Test
  void each_node_with_more_than_one_vote_is_reported() {
    rule.on(nodesWithVotes(1, 2, 3)).reportsExactly("CLU-015[node/pve2]", "CLU-015[node/pve3]");
    rule.on(nodesWithVotes(1, 2))
        .reportsExactly("CLU-015[node/pve2]")
        .withMessageContaining("node pve2 has 2 votes")
        .withRemedyContaining("one vote");
  }

  @Test
  void one_vote_passes_said_or_not() {
    rule.on(nodesWithVotes(1, 1, 1)).passes();
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
        }))
        .passes();
  }

  @Test
  void a_single_node_is_no_cluster() {
    rule.on(nodesWithVotes(3)).isNotApplicable();
  }
}

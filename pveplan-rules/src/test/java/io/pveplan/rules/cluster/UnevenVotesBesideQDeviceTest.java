package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UnevenVotesBesideQDeviceTest {

  private final RuleVerifier rule = verify(new UnevenVotesBesideQDevice());

  private static ClusterPlan nodesWithVotes(boolean force, int... votes) {
    return cluster("lab", c -> {
      int number = 0;
      for (int each : votes) {
        number++;
        c.node("pve" + number, n -> n.votes(each));
      }
      c.corosync(k -> {
        if (force) {
          k.forcedQdevice("10.0.0.9");
        } else {
          k.qdevice("10.0.0.9");
        }
      });
    });
  }

  @Test
  void uneven_votes_beside_a_forced_qdevice_are_reported() {
    rule.on(nodesWithVotes(true, 1, 2, 1))
        .reportsExactly("CLU-016[corosync/qdevice]")
        .withMessageContaining("the 3 nodes have 4 votes, which leaves the QDevice without")
        .withRemedyContaining("one vote");
  }

  @Test
  void as_many_votes_as_nodes_pass() {
    rule.on(nodesWithVotes(true, 1, 1, 1)).passes();
  }

  @Test
  void an_even_number_of_nodes_and_one_without_force_are_not_applicable() {
    rule.on(nodesWithVotes(true, 1, 2)).isNotApplicable();
    rule.on(nodesWithVotes(false, 1, 2, 1)).isNotApplicable();
  }
}

package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewerThanThreeVotesTest {

  private final RuleVerifier rule = verify(new FewerThanThreeVotes());

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
  void two_nodes_alone_are_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });

    rule.on(plan)
        .reportsExactly("CLU-003[cluster]")
        .withMessageContaining("the votes of 2 nodes (2) and of the QDevice (0) make 2")
        .withRemedyContaining("QDevice");
  }

  @Test
  void a_qdevice_is_the_third_vote_of_two_nodes() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.corosync(k -> k.qdevice("10.10.0.5"));
    });

    rule.on(plan).passes();
  }

  @ParameterizedTest(name = "votes {0} and {1}: reported = {2}")
  @CsvSource({"1, 1, true", "1, 2, false", "2, 1, false", "2, 2, false"})
  void it_is_the_sum_of_the_votes_that_counts(int first, int second, boolean reported) {
    var plan = nodesWithVotes(first, second);

    if (reported) {
      rule.on(plan).reportsExactly("CLU-003[cluster]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void three_nodes_pass() {
    rule.on(nodesWithVotes(1, 1, 1)).passes();
  }

  @Test
  void a_single_node_is_no_cluster() {
    rule.on(nodesWithVotes(1)).isNotApplicable();
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(nodesWithVotes()).isNotApplicable();
  }
}

package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalGoalExceedsVotesTest {

  private final RuleVerifier rule = verify(new SurvivalGoalExceedsVotes());

  private static ClusterPlan plan(int goal, List<Integer> votes, boolean qdevice) {
    return cluster("lab", c -> {
      c.mustSurvive(goal, NODE);
      int number = 0;
      for (int each : votes) {
        number++;
        c.node("pve" + number, n -> n.votes(each));
      }
      if (qdevice) {
        c.corosync(k -> k.qdevice("10.10.0.5"));
      }
    });
  }

  @Test
  void a_goal_of_two_is_too_much_for_three_nodes() {
    rule.on(plan(2, List.of(1, 1, 1), false))
        .reportsExactly("CLU-004[cluster]")
        .withMessageContaining(
            "the failure of 2 nodes can leave 1 of 3 votes and the quorum is 2, but the plan"
                + " promises to survive it")
        .withRemedyContaining("lower the goal");
  }

  // The table of tolerated failures without and with a QDevice that is up.
  @ParameterizedTest(name = "{0} nodes, QDevice {1}: {2} failures are survived, one more is not")
  @CsvSource({
    "2,  true,  1",
    "3,  false, 1",
    "4,  false, 1",
    "4,  true,  2",
    "5,  false, 2",
    "6,  false, 2",
    "6,  true,  3",
    "7,  false, 3",
    "8,  false, 3",
    "8,  true,  4",
    "15, false, 7",
  })
  void the_goal_is_held_to_the_arithmetic_of_votes(int nodes, boolean qdevice, int survived) {
    List<Integer> votes = Collections.nCopies(nodes, 1);

    rule.on(plan(survived, votes, qdevice)).passes();
    rule.on(plan(survived + 1, votes, qdevice)).reportsExactly("CLU-004[cluster]");
  }

  @ParameterizedTest(name = "{0} nodes")
  @ValueSource(ints = {1, 2})
  void no_failure_is_survived_by_one_or_two_nodes(int nodes) {
    rule.on(plan(1, Collections.nCopies(nodes, 1), false)).reportsExactly("CLU-004[cluster]");
  }

  @Test
  void the_nodes_with_the_most_votes_are_the_ones_that_fail() {
    List<Integer> votes = List.of(1, 3, 1);

    rule.on(plan(1, votes, false)).reportsExactly("CLU-004[cluster]");
  }

  @Test
  void a_goal_beyond_the_number_of_nodes_is_reported() {
    rule.on(plan(9, List.of(1, 1, 1), false)).reportsExactly("CLU-004[cluster]");
  }

  @Test
  void a_plan_without_a_goal_is_not_applicable() {
    var plan = cluster("lab", c -> c.node("pve1", n -> {}));

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_goal_without_nodes_is_not_applicable() {
    rule.on(plan(1, List.of(), false)).isNotApplicable();
  }
}

package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoQuorumAfterNodeLossTest {

  private final RuleVerifier rule = verify(new NoQuorumAfterNodeLoss());

  private static ClusterPlan underHa(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      var app = c.vm(200, "app", v -> {});
      c.ha(h -> h.resources(app));
      block.accept(c);
    });
  }

  private static void nodes(ClusterSpec c, String votes) {
    int[] all = Arrays.stream(votes.split(" ")).mapToInt(Integer::parseInt).toArray();
    for (int i = 0; i < all.length; i++) {
      int number = all[i];
      c.node("pve" + (i + 1), n -> n.votes(number));
    }
  }

  @Test
  void two_nodes_are_reported() {
    var plan = underHa(c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });

    rule.on(plan)
        .reportsExactly("HA-002[ha]")
        .withMessageContaining("the loss of one node leaves 1 of 2 votes; quorum needs 2")
        .withRemedyContaining("Add a third node, or a QDevice.");
  }

  @ParameterizedTest(name = "nodes with {0} votes: reported = {1}")
  @CsvSource({
    "1,       true",
    "1 1,     true",
    "1 1 1,   false",
    "1 1 1 1, false",
    "2 1 1,   true",
    "2 1 1 1, false",
    "3 1 1 1, true",
  })
  void the_node_with_the_most_votes_counts(String votes, boolean reported) {
    var plan = underHa(c -> nodes(c, votes));

    if (reported) {
      rule.on(plan).reportsExactly("HA-002[ha]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void a_qdevice_is_the_third_vote_of_two_nodes() {
    var plan = underHa(c -> {
      nodes(c, "1 1");
      c.corosync(k -> k.qdevice("10.0.0.9"));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_resource_that_is_disabled_needs_no_quorum() {
    var plan = cluster("lab", c -> {
      nodes(c, "1 1");
      var app = c.vm(200, "app", v -> {});
      c.ha(h -> h.resource(app, r -> r.state(HaState.DISABLED)));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_plan_without_nodes_is_undecided() {
    rule.on(underHa(c -> {})).isUndecidedFor("nodes of the cluster");
  }

  @Test
  void two_nodes_without_ha_are_not_looked_at() {
    rule.on(cluster("lab", c -> nodes(c, "1 1"))).isNotApplicable();
  }

  @Test
  void resources_that_ha_ignores_need_no_quorum() {
    var plan = cluster("lab", c -> {
      nodes(c, "1 1");
      var app = c.vm(200, "app", v -> {});
      c.ha(h -> h.resource(app, b -> b.state(HaState.IGNORED)));
    });

    rule.on(plan).isNotApplicable();
  }
}

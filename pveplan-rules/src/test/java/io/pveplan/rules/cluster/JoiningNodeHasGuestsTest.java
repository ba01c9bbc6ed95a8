package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class JoiningNodeHasGuestsTest {

  private final RuleVerifier rule = verify(new JoiningNodeHasGuests());

  @Test
  void guests_on_a_joining_node_are_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> n.existingGuests(101, 100));
      c.node("pve3", n -> {});
    });

    rule.on(plan)
        .reportsExactly("CLU-040[node/pve2]")
        .withMessageContaining("node pve2 joins the cluster with guests: 100, 101")
        .withRemedyContaining("Back up the guests");
  }

  @Test
  void the_founding_node_keeps_its_guests() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.existingGuests(100));
      c.node("pve2", n -> {});
    });

    rule.on(plan).passes();
  }

  @Test
  void a_single_node_joins_nothing() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.existingGuests(100)))).isNotApplicable();
  }
}

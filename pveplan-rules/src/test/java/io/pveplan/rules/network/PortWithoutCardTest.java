package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Declared;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PortWithoutCardTest {

  private final RuleVerifier rule = verify(new PortWithoutCard());

  private static ClusterPlan plan(Consumer<NodeSpec> node) {
    return cluster("lab", c -> {
      var sw = c.ethernetSwitch("sw1", s -> {});
      c.node("pve1", n -> n.with(node).cable("nic0", sw.port(1)));
    });
  }

  private static void cards(NodeSpec n) {
    n.nic("nic0").nic("nic1").nic("nic2").nic("nic3").bridge("vmbr0", b -> b.over("nic0", "nic1"));
  }

  private static NodeInterface named(ClusterPlan plan, String name) {
    return plan.nodes().get(0).interfaces().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_mistyped_slave_is_an_error_with_the_card_that_was_meant() {
    ClusterPlan plan =
        plan(n -> n.with(PortWithoutCardTest::cards).bond(lacp("bond0", "nic2", "nic33")));
    Declared meant = named(plan, "nic3");

    rule.on(plan)
        .reportsExactly("NET-006[node/pve1/bond0]")
        .withMessageContaining("bond0 of pve1 goes over nic33, which the node does not declare;"
            + " nothing goes over nic3 (" + meant.declaredAt().orElseThrow() + ")");
    assertThat(ReportedLines.of(new PortWithoutCard(), plan))
        .containsExactly(named(plan, "bond0").declaredAt().orElseThrow());
  }

  @Test
  void a_slave_beside_declared_cards_and_a_spare_card_pass() {
    rule.on(plan(n -> n.nic("nic0").bond(lacp("bond0", "nic0", "nic1")))).passes();
    rule.on(plan(n -> n.nic("nic1").bond(lacp("bond0", "nic0")))).passes();
  }

  @Test
  void declared_cards_and_one_with_a_cable_pass() {
    rule.on(plan(n -> n.nic("nic1").bond(lacp("bond0", "nic0", "nic1")))).passes();
  }

  @Test
  void a_node_that_declares_only_what_it_must_is_not_looked_at() {
    rule.on(plan(n -> n.nic("nic0", b -> b.address("10.0.0.1/24")).bond(lacp("bond0", "nic1"))))
        .isNotApplicable();
    rule.on(plan(n -> n.bond(lacp("bond0", "nic0", "nic1")))).isNotApplicable();
  }
}

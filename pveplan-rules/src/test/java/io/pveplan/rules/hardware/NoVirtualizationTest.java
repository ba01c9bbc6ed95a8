package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class NoVirtualizationTest {

  private final RuleVerifier rule = verify(new NoVirtualization());

  @Test
  void a_node_without_it_that_runs_a_machine_is_reported() {
    rule.on(plan(false, (c, node) -> c.vm(200, "web01", v -> v.node(node))))
        .reportsExactly("NODE-006[node/pve1]")
        .withMessageContaining(
            "node pve1 has no hardware virtualization, and guest 200 (web01) " + "may run there");
  }

  @Test
  void a_node_that_does_not_say_otherwise_passes() {
    rule.on(plan(true, (c, node) -> c.vm(200, "web01", v -> v.node(node)))).passes();
  }

  @Test
  void a_node_on_which_no_machine_runs_passes() {
    rule.on(plan(false, (c, node) -> {
          var pve2 = c.node("pve2", n -> {});
          c.vm(200, "web01", v -> v.node(pve2));
        }))
        .passes();
  }

  @Test
  void a_template_does_not_run() {
    rule.on(plan(false, (c, node) -> c.template(9000, "base", v -> v.node(node))))
        .isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_hardware() {
    ClusterPlan plan = plan(false, (c, node) -> c.vm(200, "web01", v -> v.node(node)));

    assertThat(ReportedLines.of(new NoVirtualization(), plan))
        .containsExactly(
            plan.nodes().get(0).hardware().orElseThrow().declaredAt().orElseThrow());
  }

  private static ClusterPlan plan(boolean there, BiConsumer<ClusterSpec, NodeRef> guests) {
    return cluster(
        "lab",
        c -> guests.accept(
            c,
            c.node(
                "pve1",
                n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> {
                  if (!there) {
                    b.withoutVirtualization();
                  }
                })))));
  }
}

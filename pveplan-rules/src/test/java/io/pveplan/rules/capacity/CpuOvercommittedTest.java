package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CpuOvercommittedTest {

  private final RuleVerifier rule = verify(new CpuOvercommitted());

  @Test
  void more_than_four_for_each_thread_are_reported() {
    rule.on(lab(
            (c, nodes) -> c.vm(100, "web01", v -> v.node(nodes.get(0)).cores(16).sockets(2))))
        .passes();
    rule.on(lab(
            (c, nodes) -> c.vm(100, "web01", v -> v.node(nodes.get(0)).cores(11).sockets(3))))
        .reportsExactly("CAP-006[node/pve1]")
        .withMessageContaining(
            "guests of pve1 have 33 CPUs, and it has 8 threads; 4.0 for each are the limit");
  }

  @Test
  void the_limit_can_be_set() {
    verify(new CpuOvercommitted())
        .set(CpuOvercommitted.LARGEST_RATIO, new BigDecimal("1.5"))
        .on(lab((c, nodes) -> c.vm(100, "web01", v -> v.node(nodes.get(0)).cores(13))))
        .reportsExactly("CAP-006[node/pve1]");
  }

  @Test
  void the_loss_of_a_node_counts_with_the_guests_that_ha_brings_back() {
    rule.on(lab((c, nodes) -> {
          c.vm(100, "web01", v -> v.node(nodes.get(0)).cores(32));
          c.vm(101, "web02", v -> v.node(nodes.get(1)).cores(28));
          var db = c.vm(102, "db01", v -> v.node(nodes.get(1)).cores(4));
          c.ha(h -> h.resources(db));
        }))
        .reportsExactly("CAP-006[cluster]")
        .withMessageContaining(
            "without pve2, guests have 36 CPUs on 8 threads; 4.0 for each are the limit");
  }

  @Test
  void guests_that_stay_down_do_not() {
    rule.on(lab((c, nodes) -> {
          c.vm(100, "web01", v -> v.node(nodes.get(0)).cores(28));
          c.vm(101, "web02", v -> v.node(nodes.get(1)).cores(28));
          var db = c.vm(102, "db01", v -> v.node(nodes.get(1)).cores(4));
          c.ha(h -> h.resources(db));
        }))
        .passes();
  }

  @Test
  void unknown_threads_are_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(100, "web01", v -> v.node(pve1).cores(4));
        }))
        .isUndecidedFor("CPU threads of pve1");
  }

  @Test
  void a_plan_without_guests_is_not_looked_at() {
    rule.on(lab((c, nodes) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(BiConsumer<ClusterSpec, List<NodeRef>> more) {
    return cluster("lab", c -> {
      var pve1 =
          c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(8))));
      var pve2 =
          c.node("pve2", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(8))));
      more.accept(c, List.of(pve1, pve2));
    });
  }
}

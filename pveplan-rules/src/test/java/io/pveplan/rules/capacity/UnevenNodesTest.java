package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.rules.testing.RuleVerifier;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UnevenNodesTest {

  private final RuleVerifier rule = verify(new UnevenNodes());

  @Test
  void more_than_one_and_a_half_times_the_smallest_is_reported() {
    rule.on(lab(n -> n.hardware(h -> h.memory(gib(96))))).passes();
    rule.on(lab(n -> n.hardware(h -> h.memory(gib(97)))))
        .reportsExactly("CAP-015[cluster]")
        .withMessageContaining("pve2 has 97GiB of memory, pve1 only 64GiB");
  }

  @Test
  void the_factor_can_be_set() {
    verify(new UnevenNodes())
        .set(UnevenNodes.LARGEST_FACTOR, new BigDecimal("2"))
        .on(lab(n -> n.hardware(h -> h.memory(gib(128)))))
        .passes();
  }

  @Test
  void nodes_that_are_not_for_guests_do_not_count() {
    rule.on(lab(n -> n.roles(NodeRole.MANAGEMENT).hardware(h -> h.memory(gib(8)))))
        .isNotApplicable();
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(lab(n -> {})).isUndecidedFor("memory of pve2");
  }

  private static ClusterPlan lab(Consumer<NodeSpec> second) {
    return cluster("lab", c -> {
      c.node("pve1", n -> n.roles(NodeRole.COMPUTE).hardware(h -> h.memory(gib(64))));
      c.node("pve2", second::accept);
    });
  }
}

package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BalloonsAtWorkTest {

  private final RuleVerifier rule = verify(new BalloonsAtWork());

  @Test
  void above_eighty_percent_machines_balloon() {
    rule.on(lab(v -> v.memory(gib(78)).balloon(gib(8)))).passes();
    rule.on(lab(v -> v.memory(gib(79)).balloon(gib(8))))
        .reportsExactly("CAP-007[node/pve1]")
        .withMessageContaining(
            "host and guests take up to 81 % of the memory of pve1; above 80 % it takes memory back"
                + " from web01");
  }

  @Test
  void the_target_can_be_set() {
    verify(new BalloonsAtWork())
        .set(BalloonsAtWork.TARGET, 90)
        .on(lab(v -> v.memory(gib(88)).balloon(gib(8))))
        .passes();
  }

  @Test
  void machines_that_do_not_balloon_are_not_looked_at() {
    rule.on(lab(v -> v.memory(gib(90)))).isNotApplicable();
    rule.on(lab(v -> v.memory(gib(90)).balloon(mib(0)))).isNotApplicable();
    rule.on(lab(v -> v.memory(gib(90)).balloon(gib(90)))).isNotApplicable();
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(100, "web01", v -> v.node(pve1).memory(gib(4)).balloon(gib(1)));
        }))
        .isUndecidedFor("memory of pve1");
  }

  private static ClusterPlan lab(Consumer<VmSpec> machine) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(100))));
      c.vm(100, "web01", v -> v.node(pve1).with(machine));
    });
  }
}

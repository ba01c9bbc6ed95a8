package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gbit;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.Comparison.atLeast;
import static io.pveplan.rules.fluent.Comparison.between;
import static io.pveplan.rules.fluent.Comparison.suchThat;
import static io.pveplan.rules.fluent.Conditions.have;
import static io.pveplan.rules.fluent.Conditions.haveExactly;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.HardwareTerms.memory;
import static io.pveplan.rules.fluent.HardwareTerms.nodes;
import static io.pveplan.rules.fluent.HardwareTerms.powerSupplies;
import static io.pveplan.rules.fluent.NetworkTerms.nics;
import static io.pveplan.rules.fluent.NetworkTerms.speed;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Node;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ClusterPlan PLAN = cluster(
      "lab",
      c -> c.node(
          "pve1",
          n -> n.hardware(h -> h.powerSupplies(3))
              .nic("eno1", b -> b.speed(gbit(10)))
              .nic("eno2", b -> b.speed(gbit(10)))
              .nic("eno3", b -> b.speed(gbit(1)))));

  private static FluentRule nodesShould(Condition<? super Node> condition) {
    return rule("ACME-001", WARNING).forEach(nodes()).should(condition).fix("Change it.");
  }

  @Test
  void a_users_own_comparison_of_what_is_counted_is_a_sentence() {
    FluentRule rule = nodesShould(have(powerSupplies(), suchThat("is even", it -> it % 2 == 0)));

    assertThat(rule)
        .hasToString("ACME-001: nodes should have a number of power supplies that is even");
    assertThat(rule.description().summary())
        .isEqualTo("Some nodes do not have a number of power supplies that is even");
    assertThat(Said.of(rule, PLAN))
        .isEqualTo("FINDINGS; node pve1 has 3 power supplies, it should have a number of power"
            + " supplies that is even{powerSupplies=3}");
  }

  @Test
  void other_comparisons_stand_before_what_is_counted_and_behind_what_is_not() {
    assertThat(nodesShould(have(powerSupplies(), between(1, 2))))
        .hasToString("ACME-001: nodes should have between 1 and 2 power supplies");
    assertThat(nodesShould(have(memory(), suchThat("is a power of two", it -> false))))
        .hasToString("ACME-001: nodes should have memory that is a power of two");
  }

  @Test
  void a_number_of_parts_that_meet_a_condition_is_asked_for() {
    assertThat(Said.of(nodesShould(haveExactly(2, nics(), have(speed(), atLeast(gbit(10))))), PLAN))
        .isEqualTo("PASSED");
    assertThat(Said.of(nodesShould(haveExactly(1, nics(), have(speed(), atLeast(gbit(10))))), PLAN))
        .isEqualTo(
            "FINDINGS; node pve1 has 2 NICs that have a speed of at least 10Gbit/s, it should"
                + " have exactly 1 NIC that has a speed of at least 10Gbit/s{nics=2}");
  }
}

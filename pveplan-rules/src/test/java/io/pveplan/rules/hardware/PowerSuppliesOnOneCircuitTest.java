package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSuppliesOnOneCircuitTest {

  private final RuleVerifier rule = verify(new PowerSuppliesOnOneCircuit());

  /** A node with a power supply on each of these circuits; ? is one that is not known. */
  private static ClusterPlan powerSuppliesOn(String... circuits) {
    return cluster("lab", c -> {
      c.circuit("a1", "ups-a");
      c.circuit("a2", "ups-a");
      c.circuit("b1", "ups-b");
      c.circuit("mains1");
      c.circuit("mains2");
      c.node(
          "pve1",
          n -> n.hardware(h -> Arrays.stream(circuits).forEach(circuit -> {
            if (circuit.equals("?")) {
              h.powerSupplies(1);
            } else {
              h.powerSupplies(CircuitRef.named(circuit));
            }
          })));
    });
  }

  @Test
  void two_power_supplies_on_one_circuit_are_reported() {
    rule.on(powerSuppliesOn("a1", "a1"))
        .reportsExactly("NODE-012[node/pve1]")
        .withMessageContaining("all 2 power supplies of node pve1 hang on circuit a1")
        .withRemedyContaining("two circuits");
  }

  @Test
  void a_circuit_without_ups_is_reported_the_same() {
    rule.on(powerSuppliesOn("mains1", "mains1")).reportsExactly("NODE-012[node/pve1]");
  }

  @Test
  void two_circuits_on_one_ups_are_reported() {
    rule.on(powerSuppliesOn("a1", "a2", "a1"))
        .reportsExactly("NODE-012[node/pve1]")
        .withMessageContaining(
            "all 3 power supplies of node pve1 hang on UPS ups-a, over circuits a1 and a2");
  }

  @ParameterizedTest(name = "power supplies on {0}")
  @ValueSource(
      strings = {"a1 b1", "a1 a1 b1", "a1 mains1", "mains1 mains2", "a1 b1 ?", "mains1 mains2 ?"})
  void two_feeds_with_nothing_in_common_pass(String circuits) {
    rule.on(powerSuppliesOn(circuits.split(" "))).passes();
  }

  @ParameterizedTest(name = "power supplies on {0}")
  @ValueSource(strings = {"? ?", "a1 ?", "a1 a2 ?", "a1 a1 ?"})
  void feeds_that_may_all_be_one_are_undecided(String circuits) {
    rule.on(powerSuppliesOn(circuits.split(" ")))
        .isUndecidedFor("circuits of the power supplies of pve1");
  }

  @Test
  void a_node_without_declared_power_supplies_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isUndecidedFor("power supplies of pve1");
  }

  @Test
  void one_power_supply_is_not_applicable() {
    rule.on(powerSuppliesOn("a1")).isNotApplicable();
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}

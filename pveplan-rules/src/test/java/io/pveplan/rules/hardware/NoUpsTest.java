package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoUpsTest {

  private final RuleVerifier rule = verify(new NoUps());

  private static ClusterPlan powerSuppliesOn(String... circuits) {
    return cluster("lab", c -> {
      c.circuit("a", "ups-a");
      c.circuit("mains1");
      c.circuit("mains2");
      c.node(
          "pve1",
          n -> n.hardware(h -> {
            for (String circuit : circuits) {
              h.powerSupplies(CircuitRef.named(circuit));
            }
          }));
    });
  }

  @Test
  void a_node_on_circuits_without_ups_is_reported() {
    rule.on(powerSuppliesOn("mains1", "mains2"))
        .reportsExactly("NODE-013[node/pve1]")
        .withMessageContaining("node pve1 hangs on mains1 and mains2, without a UPS")
        .withRemedyContaining("UPS before at least one circuit");
  }

  @Test
  void one_power_supply_without_ups_is_reported() {
    rule.on(powerSuppliesOn("mains1")).reportsExactly("NODE-013[node/pve1]");
  }

  @Test
  void one_circuit_with_ups_is_enough() {
    rule.on(powerSuppliesOn("mains1", "a")).passes();
  }

  @Test
  void a_circuit_with_ups_is_enough_whatever_the_others_are() {
    var plan = cluster("lab", c -> {
      var feed = c.circuit("a", "ups-a");
      c.node("pve1", n -> n.hardware(h -> h.powerSupplies(feed).powerSupplies(1)));
    });

    rule.on(plan).passes();
  }

  @Test
  void power_supplies_without_circuits_are_undecided() {
    var plan = cluster("lab", c -> {
      var mains = c.circuit("mains1");
      c.node("pve1", n -> n.hardware(h -> h.powerSupplies(mains).powerSupplies(1)));
    });

    rule.on(plan).isUndecidedFor("circuits of the power supplies of pve1");
  }

  @Test
  void a_node_without_declared_power_supplies_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isUndecidedFor("power supplies of pve1");
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}

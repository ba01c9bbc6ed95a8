package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SinglePowerSupplyTest {

  private final RuleVerifier rule = verify(new SinglePowerSupply());

  private static ClusterPlan powerSupplies(int count) {
    return cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.powerSupplies(count))));
  }

  @Test
  void one_power_supply_is_reported() {
    rule.on(powerSupplies(1))
        .reportsExactly("NODE-011[node/pve1]")
        .withMessageContaining("node pve1 has one power supply")
        .withRemedyContaining("second power supply");
  }

  @Test
  void two_power_supplies_pass() {
    rule.on(powerSupplies(2)).passes();
  }

  @Test
  void four_power_supplies_pass() {
    rule.on(powerSupplies(4)).passes();
  }

  @Test
  void a_node_without_declared_power_supplies_is_undecided() {
    var plan = cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(64)))));

    rule.on(plan).isUndecidedFor("power supplies of pve1");
  }

  @Test
  void a_node_without_declared_hardware_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isUndecidedFor("power supplies of pve1");
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}

package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.HaSpec.NodeAffinitySpec;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StrictRuleOnOneDomainTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final CircuitRef A = CircuitRef.named("feed-a");
  private static final CircuitRef A2 = CircuitRef.named("feed-a2");
  private static final CircuitRef B = CircuitRef.named("feed-b");
  private static final CircuitRef MAINS = CircuitRef.named("mains");
  private static final CircuitRef MAINS2 = CircuitRef.named("mains2");

  private final RuleVerifier rule = verify(new StrictRuleOnOneDomain());

  private static ClusterPlan lab(
      Consumer<HardwareSpec> first,
      Consumer<HardwareSpec> second,
      Consumer<NodeAffinitySpec> affinity) {
    return cluster("lab", c -> {
      c.circuit("feed-a", "ups-a");
      c.circuit("feed-a2", "ups-a");
      c.circuit("feed-b", "ups-b");
      c.circuit("mains");
      c.circuit("mains2");
      c.node("pve1", n -> n.hardware(first));
      c.node("pve2", n -> n.hardware(second));
      var app = c.vm(200, "app", v -> {});
      c.ha(h -> h.resources(app).nodeAffinity("home", a -> affinity.accept(a.resources(app))));
    });
  }

  private static ClusterPlan strict(Consumer<HardwareSpec> first, Consumer<HardwareSpec> second) {
    return lab(first, second, a -> a.nodes(PVE1, PVE2).strict());
  }

  @Test
  void one_node_is_reported() {
    rule.on(lab(h -> {}, h -> {}, a -> a.nodes(PVE1).strict()))
        .reportsExactly("HA-016[ha/rule/home]")
        .withMessageContaining(
            "strict rule home names one node only: pve1; guest 200 (app) runs nowhere else")
        .withRemedyContaining(
            "Name two or more nodes in different racks and on different" + " circuits.");
  }

  @Test
  void guests_that_a_rule_about_guests_binds_are_named_with_those_of_the_rule() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var db = c.vm(200, "db", v -> {});
          var app = c.vm(201, "app", v -> {});
          var free = c.vm(202, "free", v -> {});
          c.ha(h -> h.resources(db, app, free)
              .nodeAffinity("db-home", a -> a.resources(db).nodes(PVE1).strict())
              .resourceAffinity("db-app", Affinity.POSITIVE, db, app));
        }))
        .reportsExactly("HA-016[ha/rule/db-home]")
        .withMessageContaining(
            "strict rule db-home names one node only: pve1; guest 200 (db) runs nowhere else, nor"
                + " does guest 201 (app) by rules that keep guests together");
  }

  @Test
  void a_rule_that_is_switched_off_is_not_looked_at() {
    rule.on(lab(h -> {}, h -> {}, a -> a.nodes(PVE1).strict().disabled())).isNotApplicable();
  }

  @Test
  void one_rack_is_reported() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A, B), h -> h.rack("r1").powerSupplies(A, B)))
        .reportsExactly("HA-016[ha/rule/home]")
        .withMessageContaining("the nodes of strict rule home (pve1, pve2) all depend on rack r1;"
            + " guest 200 (app) runs nowhere else");
  }

  @Test
  void one_circuit_and_the_ups_before_it_are_reported() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A, A), h -> h.rack("r2").powerSupplies(A)))
        .reportsExactly("HA-016[ha/rule/home]")
        .withMessageContaining("all depend on circuit feed-a, UPS ups-a");
  }

  @Test
  void one_circuit_without_ups_is_reported() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(MAINS), h -> h.rack("r2").powerSupplies(MAINS)))
        .reportsExactly("HA-016[ha/rule/home]")
        .withMessageContaining("all depend on circuit mains");
  }

  @Test
  void one_ups_before_two_circuits_is_reported() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A), h -> h.rack("r2").powerSupplies(A2)))
        .reportsExactly("HA-016[ha/rule/home]")
        .withMessageContaining("all depend on UPS ups-a");
  }

  @Test
  void two_racks_and_two_circuits_for_each_node_pass() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A, B), h -> h.rack("r2").powerSupplies(A, B)))
        .passes();
  }

  @Test
  void a_circuit_for_each_node_passes() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A), h -> h.rack("r2").powerSupplies(B)))
        .passes();
  }

  @Test
  void circuits_without_ups_share_none() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(MAINS), h -> h.rack("r2").powerSupplies(MAINS2)))
        .passes();
  }

  @Test
  void a_rule_that_is_not_strict_is_not_looked_at() {
    rule.on(lab(h -> {}, h -> {}, a -> a.nodes(PVE1))).isNotApplicable();
  }

  @Test
  void nodes_of_which_nothing_is_known_are_undecided() {
    rule.on(strict(h -> {}, h -> {}))
        .isUndecidedFor(
            "rack of pve1", "rack of pve2", "power supplies of pve1", "power supplies of pve2");
  }

  @Test
  void a_missing_rack_is_undecided() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A, B), h -> h.powerSupplies(A, B)))
        .isUndecidedFor("rack of pve2");
  }

  @Test
  void power_supplies_without_circuit_are_undecided() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A), h -> h.rack("r2").powerSupplies(2)))
        .isUndecidedFor("circuits of the power supplies of pve2");
  }

  @Test
  void two_circuits_are_enough_to_know_that_none_is_shared() {
    rule.on(strict(h -> h.rack("r1").powerSupplies(A, B), h -> h.rack("r2"))).passes();
  }

  @Test
  void a_shared_rack_is_reported_whatever_else_is_missing() {
    rule.on(strict(h -> h.rack("r1"), h -> h.rack("r1"))).reportsExactly("HA-016[ha/rule/home]");
  }
}

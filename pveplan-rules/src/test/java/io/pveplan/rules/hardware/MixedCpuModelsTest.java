package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.hardware.CpuLevel.V3;
import static io.pveplan.model.hardware.CpuLevel.V4;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class MixedCpuModelsTest {

  private final RuleVerifier rule = verify(new MixedCpuModels());

  private static ClusterPlan models(String... models) {
    return cluster("lab", c -> {
      int number = 0;
      for (String model : models) {
        number++;
        c.node("pve" + number, n -> n.hardware(h -> h.cpu(model, 1)));
      }
    });
  }

  @Test
  void a_node_of_another_generation_is_reported() {
    rule.on(models("AMD EPYC 9354P", "AMD EPYC 7543P", "AMD EPYC 9354P"))
        .reportsExactly("NODE-008[node/pve2]")
        .withMessageContaining("node pve2 has AMD EPYC 7543P, node pve1 has AMD EPYC 9354P")
        .withRemedyContaining("a CPU type that all nodes have");
  }

  @Test
  void a_node_of_another_maker_is_reported() {
    rule.on(models("Intel Xeon Gold 6338", "AMD EPYC 7543P", "AMD EPYC 7543P"))
        .reportsExactly("NODE-008[node/pve1]");
  }

  @Test
  void the_first_node_counts_where_there_is_no_majority() {
    rule.on(models("AMD EPYC 9354P", "AMD EPYC 7543P")).reportsExactly("NODE-008[node/pve2]");
  }

  @Test
  void a_node_of_another_level_is_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.level(V4))));
      c.node("pve2", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.level(V3))));
    });

    rule.on(plan)
        .reportsExactly("NODE-008[node/pve2]")
        .withMessageContaining("node pve2 has AMD EPYC 9354P (x86-64-v3), node pve1 has AMD EPYC"
            + " 9354P (x86-64-v4)");
  }

  @Test
  void a_level_that_only_one_node_declares_is_no_difference() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.level(V4))));
      c.node("pve2", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1)));
    });

    rule.on(plan).passes();
  }

  @Test
  void models_of_one_generation_pass() {
    rule.on(models("AMD EPYC 9354P", "AMD EPYC 9454", "AMD EPYC 9354P")).passes();
  }

  @Test
  void models_whose_generation_is_not_in_their_name_are_compared_by_name() {
    rule.on(models("Intel Xeon E-2388G", "Intel Xeon E-2388G")).passes();
    rule.on(models("Intel Xeon E-2388G", "Intel Xeon E-2288G"))
        .reportsExactly("NODE-008[node/pve2]");
  }

  @Test
  void a_node_without_declared_cpu_is_undecided() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1)));
      c.node("pve2", n -> n.hardware(h -> h.memory(gib(64))));
      c.node("pve3", n -> {});
    });

    rule.on(plan).isUndecidedFor("CPU model of pve2", "CPU model of pve3");
  }

  @Test
  void nodes_without_any_declared_cpu_are_undecided() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });

    rule.on(plan).isUndecidedFor("CPU model of pve1", "CPU model of pve2");
  }

  @Test
  void a_single_node_is_not_applicable() {
    rule.on(models("AMD EPYC 9354P")).isNotApplicable();
  }
}

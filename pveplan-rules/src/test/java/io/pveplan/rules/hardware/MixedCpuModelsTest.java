package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.hardware.CpuLevel.V3;
import static io.pveplan.model.hardware.CpuLevel.V4;
import static io.pveplan.model.hardware.CpuVendor.AMD;
import static io.pveplan.model.hardware.CpuVendor.INTEL;
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
        .withMessageContaining("node pve2 has AMD EPYC 7543P (x86-64-v3), node pve1 has AMD EPYC"
            + " 9354P (x86-64-v4)")
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
      c.node("pve1", n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.level(V4))));
      c.node("pve2", n -> n.hardware(h -> h.cpu("Custom 64", 1)));
    });

    rule.on(plan).passes();
  }

  @Test
  void models_of_one_generation_pass() {
    rule.on(models("AMD EPYC 9354P", "AMD EPYC 9454", "AMD EPYC 9354P")).passes();
  }

  @Test
  void models_of_one_generation_pass_whatever_their_series() {
    rule.on(models("Intel Xeon E-2488", "Intel Xeon E-2478")).passes();
    rule.on(models("Intel Xeon 6740P", "Intel Xeon 6760P")).passes();
    rule.on(models("Intel Xeon E-2388G", "Intel Xeon E-2288G"))
        .reportsExactly("NODE-008[node/pve2]");
  }

  @Test
  void a_model_that_does_not_tell_its_generation_is_undecided_beside_another() {
    rule.on(models("AMD Ryzen 9 7950X", "AMD Ryzen 9 7950X")).passes();
    rule.on(models("AMD Ryzen 9 7950X", "AMD EPYC 9354P", "AMD EPYC 9354P"))
        .isUndecidedFor("generation of the CPU of pve1 (AMD Ryzen 9 7950X)");
    rule.on(models("AMD Ryzen 9 7950X", "AMD Ryzen 9 9950X"))
        .isUndecidedFor(
            "generation of the CPU of pve1 (AMD Ryzen 9 7950X)",
            "generation of the CPU of pve2 (AMD Ryzen 9 9950X)");
    rule.on(models("AMD Ryzen 9 7950X", "AMD Ryzen 9 7950X", "Intel Core i9-14900K"))
        .reportsExactly("NODE-008[node/pve3]");
  }

  @Test
  void levels_are_compared_among_the_nodes_that_declare_them() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("Custom 64", 1)));
      c.node("pve2", n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.level(V3))));
      c.node("pve3", n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.level(V4))));
    });

    rule.on(plan)
        .reportsExactly("NODE-008[node/pve3]")
        .withMessageContaining(
            "node pve3 has Custom 64 (x86-64-v4), node pve2 has Custom 64 (x86-64-v3)");
  }

  @Test
  void a_level_that_the_model_tells_counts_as_one_that_is_declared() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1)));
      c.node("pve2", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.level(V3))));
      c.node("pve3", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.level(V4))));
    });

    rule.on(plan)
        .reportsExactly("NODE-008[node/pve2]")
        .withMessageContaining("node pve2 has AMD EPYC 9354P (x86-64-v3), node pve1 has AMD EPYC"
            + " 9354P (x86-64-v4)");
  }

  @Test
  void a_declared_maker_counts() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.vendor(AMD))));
      c.node("pve2", n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.vendor(INTEL))));
    });

    rule.on(plan)
        .reportsExactly("NODE-008[node/pve2]")
        .withMessageContaining("node pve2 has Intel Custom 64, node pve1 has AMD Custom 64");
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

package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTypeNewerThanNodeTest {

  private final RuleVerifier rule = verify(new CpuTypeNewerThanNode());

  private static Consumer<NodeSpec> cpu(String model) {
    return n -> n.hardware(h -> h.cpu(model, 1));
  }

  private static ClusterPlan on(String type, Consumer<NodeSpec> one, Consumer<NodeSpec> other) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", one);
      c.node("pve2", other);
      c.ha(h -> h.resources(c.vm(200, "app", v -> v.node(pve1).cpuType(type))));
    });
  }

  @ParameterizedTest
  @CsvSource({
    "x86-64-v4, AMD EPYC 7763",
    "x86-64-v3, Intel Xeon E5-2670 v2",
    "x86-64-v2-AES, Intel Xeon X5570",
    "EPYC-Genoa, AMD EPYC 7763",
    "EPYC, Intel Xeon Gold 6338N",
    "Skylake-Server, Intel Xeon E-2488",
    "Skylake-Server-v5, Intel Xeon E-2388G",
    "Opteron_G1, Intel Xeon E-2488",
  })
  void a_type_that_a_node_lacks_is_reported(String type, String model) {
    rule.on(on(type, cpu("AMD EPYC 9354P"), cpu(model)))
        .reportsExactly("GST-010[guest/200]")
        .withMessageContaining("app has CPU type " + type + ", which the CPU of ");
  }

  @Test
  void the_message_names_the_nodes() {
    rule.on(on("x86-64-v4", cpu("AMD EPYC 7763"), cpu("AMD EPYC 7402P")))
        .reportsExactly("GST-010[guest/200]")
        .withMessageContaining("app has CPU type x86-64-v4, which the CPU of pve1, pve2 lacks")
        .withRemedyContaining("Give the VM the CPU type that all nodes it may run on have, or keep"
            + " it off the older nodes by a strict node affinity rule.");
  }

  @ParameterizedTest
  @CsvSource({
    "x86-64-v3, AMD EPYC 7763",
    "x86-64-v4, Intel Xeon Gold 6138",
    "EPYC-Rome, AMD EPYC 7763",
    "Opteron_G1, AMD EPYC 7763",
  })
  void a_type_that_all_nodes_have_passes(String type, String model) {
    rule.on(on(type, cpu(model), cpu(model))).passes();
  }

  @ParameterizedTest
  @CsvSource({"kvm64", "host", "max", "qemu64", "Zen3"})
  void a_type_that_asks_for_nothing_is_not_looked_at(String type) {
    rule.on(on(type, cpu("AMD EPYC 7763"), cpu("Intel Xeon X5570"))).isNotApplicable();
  }

  @Test
  void a_node_that_a_strict_rule_keeps_it_off_does_not_count() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", cpu("AMD EPYC 9354P"));
      c.node("pve2", cpu("AMD EPYC 7763"));
      var app = c.vm(200, "app", v -> v.node(pve1).cpuType("x86-64-v4"));
      c.ha(h ->
          h.resources(app).nodeAffinity("new", r -> r.resources(app).nodes(pve1).strict()));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_node_without_level_or_model_is_undecided() {
    rule.on(on("x86-64-v3", cpu("AMD EPYC 7763"), n -> {})).isUndecidedFor("CPU level of pve2");
    rule.on(on(
            "EPYC-Rome",
            cpu("AMD EPYC 7763"),
            n -> n.hardware(h -> h.cpu("Custom 64", 1, b -> b.level(CpuLevel.V4)))))
        .isUndecidedFor("CPU model of pve2");
    rule.on(on("Opteron_G1", cpu("AMD EPYC 7763"), n -> {})).isUndecidedFor("CPU model of pve2");
  }

  @Test
  void transactional_memory_may_be_off() {
    rule.on(on("Haswell", cpu("Intel Xeon E5-2680 v3"), cpu("Intel Xeon Gold 6338")))
        .isUndecidedFor("CPU flags hle and rtm of pve1", "CPU flags hle and rtm of pve2");
    rule.on(on("Haswell-noTSX", cpu("Intel Xeon E5-2680 v3"), cpu("Intel Xeon Gold 6338")))
        .passes();
  }

  @Test
  void a_processor_of_desktops_may_lack_a_flag_of_the_large_ones() {
    rule.on(on("EPYC-Genoa", cpu("AMD EPYC 9354P"), cpu("AMD EPYC 4564P")))
        .isUndecidedFor("CPU flag la57 of pve2");
  }

  @Test
  void a_custom_type_is_undecided() {
    rule.on(on("custom-web", cpu("AMD EPYC 7763"), cpu("Intel Xeon X5570")))
        .isUndecidedFor("definition of CPU type custom-web");
  }

  @Test
  void a_template_never_runs() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", cpu("AMD EPYC 7763"));
      c.template(900, "base", v -> v.node(pve1).cpuType("x86-64-v4"));
    });

    rule.on(plan).isNotApplicable();
  }
}

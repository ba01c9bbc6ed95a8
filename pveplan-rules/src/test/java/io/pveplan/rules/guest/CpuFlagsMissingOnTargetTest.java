package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuFlagsMissingOnTargetTest {

  private final RuleVerifier rule = verify(new CpuFlagsMissingOnTarget());

  private static Consumer<NodeSpec> cpu(String model) {
    return n -> n.hardware(h -> h.cpu(model, 1));
  }

  private static Consumer<NodeSpec> cpu(String model, CpuLevel level) {
    return n -> n.hardware(h -> h.cpu(model, 1, b -> b.level(level)));
  }

  private static ClusterPlan moving(
      String type, Consumer<NodeSpec> source, Consumer<NodeSpec> target) {
    return moving(type, source, target, m -> m.online());
  }

  private static ClusterPlan moving(
      String type,
      Consumer<NodeSpec> source,
      Consumer<NodeSpec> target,
      Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", source);
      var pve2 = c.node("pve2", target);
      c.migrate(c.vm(200, "app", v -> v.node(pve1).cpuType(type)), pve2, move);
    });
  }

  @ParameterizedTest
  @CsvSource({"V4, V3", "V3, V2_AES", "V2, V1"})
  void a_lower_level_is_reported(CpuLevel from, CpuLevel to) {
    rule.on(moving("host", cpu("EPYC A", from), cpu("EPYC B", to)))
        .reportsExactly("MIG-016[migration/200/pve2]");
  }

  // Sapphire Rapids and Skylake are both of the highest level, and AMX is missing in the latter.
  @ParameterizedTest
  @CsvSource({"V4, V4", "V3, V4"})
  void a_level_that_is_not_lower_does_not_settle_it_for_type_host(CpuLevel from, CpuLevel to) {
    rule.on(moving("host", cpu("Intel Xeon Gold 6430", from), cpu("Intel Xeon Gold 6138", to)))
        .isUndecidedFor("CPU flags of pve1 and pve2");
  }

  @Test
  void the_message_names_both_levels() {
    rule.on(moving("host", cpu("EPYC A", CpuLevel.V4), cpu("EPYC B", CpuLevel.V3)))
        .reportsExactly("MIG-016[migration/200/pve2]")
        .withMessageContaining("app of CPU type host uses x86-64-v4 and moves online to pve2,"
            + " which has x86-64-v3")
        .withRemedyContaining("Give the VM a CPU type that all nodes it moves between have.");
  }

  @Test
  void equal_models_pass() {
    rule.on(moving("host", cpu("EPYC A"), cpu("EPYC A"))).passes();
  }

  @Test
  void type_max_passes_on_the_flags_too() {
    rule.on(moving("max", cpu("AMD EPYC 9354P"), cpu("AMD EPYC 7443P")))
        .reportsExactly("MIG-016[migration/200/pve2]")
        .withMessageContaining("app of CPU type max uses x86-64-v4 and moves online to pve2,"
            + " which has x86-64-v3");
  }

  @Test
  void a_custom_type_is_undecided_for_it_may_be_host_under_another_name() {
    rule.on(moving("custom-office", cpu("AMD EPYC 9354P"), cpu("AMD EPYC 7402P")))
        .isUndecidedFor("definition of CPU type custom-office");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kvm64", "x86-64-v4", "EPYC-Genoa", "Zen3"})
  void other_types_ask_the_same_of_all_nodes(String type) {
    rule.on(moving(type, cpu("AMD EPYC 9354P"), cpu("AMD EPYC 7402P"))).isNotApplicable();
  }

  @Test
  void a_source_without_level_is_undecided_for_type_host() {
    rule.on(moving("host", cpu("EPYC A"), cpu("EPYC B", CpuLevel.V3)))
        .isUndecidedFor("CPU level of pve1");
    rule.on(moving("host", n -> {}, n -> {}))
        .isUndecidedFor("CPU level of pve1", "CPU level of pve2");
  }

  @Test
  void a_vm_of_no_node_is_undecided_for_type_host() {
    var plan = cluster("lab", c -> {
      var pve2 = c.node("pve2", cpu("EPYC B", CpuLevel.V3));
      c.migrate(c.vm(200, "app", v -> v.cpuType("host")), pve2, m -> m.online());
    });

    rule.on(plan).isUndecidedFor("node of guest 200");
  }

  @Test
  void the_move_of_a_stopped_vm_is_not_looked_at() {
    rule.on(moving(
            "host", cpu("EPYC A", CpuLevel.V4), cpu("EPYC B", CpuLevel.V3), m -> m.stopped()))
        .isNotApplicable();
  }
}

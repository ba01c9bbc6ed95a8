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

  @ParameterizedTest(name = "{0} to a CPU of level {1}: reported = {2}")
  @CsvSource({
    "kvm64,         V1, false",
    "qemu64,        V1, false",
    "x86-64-v2,     V1, true",
    "x86-64-v2,     V2, false",
    "x86-64-v2-AES, V1, true",
    "x86-64-v2-AES, V2, false",
    "x86-64-v3,     V2, true",
    "x86-64-v3,     V3, false",
    "x86-64-v4,     V3, true",
    "x86-64-v4,     V4, false",
    "host,          V2, true",
  })
  void the_target_must_have_the_level_in_use(String type, CpuLevel target, boolean reported) {
    var plan = moving(type, cpu("EPYC A", CpuLevel.V3), cpu("EPYC B", target));

    if (reported) {
      rule.on(plan).reportsExactly("MIG-016[migration/200/pve2]");
    } else {
      rule.on(plan).passes();
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"host", "x86-64-v4", "EPYC-Genoa", "custom-office"})
  void equal_models_pass_whatever_the_type(String type) {
    rule.on(moving(type, cpu("AMD EPYC 9354P"), cpu("AMD EPYC 9354P"))).passes();
  }

  @Test
  void the_default_type_passes_on_nodes_of_which_nothing_is_known() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.migrate(c.vm(200, "app", v -> v.node(pve1)), pve2, m -> m.online());
    });

    rule.on(plan).passes();
  }

  @Test
  void a_target_without_level_is_undecided() {
    rule.on(moving("x86-64-v3", cpu("EPYC A", CpuLevel.V3), cpu("EPYC B")))
        .isUndecidedFor("CPU level of pve2");
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
  void a_type_without_level_is_undecided_between_models() {
    rule.on(moving("EPYC-Rome", cpu("EPYC A", CpuLevel.V3), cpu("EPYC B", CpuLevel.V3)))
        .isUndecidedFor("level of CPU type EPYC-Rome");
  }

  @Test
  void the_move_of_a_stopped_vm_is_not_looked_at() {
    rule.on(moving(
            "host", cpu("EPYC A", CpuLevel.V4), cpu("EPYC B", CpuLevel.V3), m -> m.stopped()))
        .isNotApplicable();
  }
}

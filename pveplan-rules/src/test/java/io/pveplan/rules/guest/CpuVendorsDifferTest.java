package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CpuVendorsDifferTest {

  private final RuleVerifier rule = verify(new CpuVendorsDiffer());

  private static Consumer<NodeSpec> cpu(String model) {
    return n -> n.hardware(h -> h.cpu(model, 1));
  }

  private static ClusterPlan moving(
      Consumer<NodeSpec> source, Consumer<NodeSpec> target, Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", source);
      var pve2 = c.node("pve2", target);
      c.migrate(c.vm(200, "app", v -> v.node(pve1)), pve2, move);
    });
  }

  @Test
  void an_online_move_from_amd_to_intel_is_reported() {
    rule.on(moving(cpu("AMD EPYC 9354P"), cpu("Intel Xeon Gold 6338"), m -> m.online()))
        .reportsExactly("MIG-015[migration/200/pve2]")
        .withMessageContaining("app moves online from pve1 (AMD) to pve2 (Intel)")
        .withRemedyContaining(
            "Keep the VM on nodes of one vendor by node affinity, or move it stopped.");
  }

  @Test
  void two_models_of_one_vendor_pass() {
    rule.on(moving(cpu("AMD EPYC 9354P"), cpu("AMD EPYC 7502"), m -> m.online()))
        .passes();
  }

  @Test
  void the_move_of_a_stopped_vm_is_not_looked_at() {
    rule.on(moving(cpu("AMD EPYC 9354P"), cpu("Intel Xeon Gold 6338"), m -> m.stopped()))
        .isNotApplicable();
  }

  @Test
  void a_node_without_cpu_is_undecided() {
    rule.on(moving(n -> {}, cpu("Intel Xeon Gold 6338"), m -> m.online()))
        .isUndecidedFor("CPU vendor of pve1");
    rule.on(moving(cpu("Intel Xeon Gold 6338"), n -> {}, m -> m.online()))
        .isUndecidedFor("CPU vendor of pve2");
  }

  @Test
  void a_model_without_vendor_is_undecided() {
    rule.on(moving(cpu("AMD EPYC 9354P"), cpu("Custom 64"), m -> m.online()))
        .isUndecidedFor("CPU vendor of pve2");
  }

  @Test
  void a_vm_of_no_node_is_undecided() {
    var plan = cluster("lab", c -> {
      var pve2 = c.node("pve2", cpu("AMD EPYC 9354P"));
      c.migrate(c.vm(200, "app", v -> {}), pve2, m -> m.online());
    });

    rule.on(plan).isUndecidedFor("node of guest 200");
  }
}

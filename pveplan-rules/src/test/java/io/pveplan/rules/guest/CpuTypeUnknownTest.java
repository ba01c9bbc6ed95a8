package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTypeUnknownTest {

  private final RuleVerifier rule = verify(new CpuTypeUnknown());

  private static ClusterPlan of(String type) {
    return cluster("lab", c -> c.vm(200, "app", v -> v.cpuType(type)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epyc-milan", "x86-64-v1", "x86-64-v5", "Zen3"})
  void a_type_that_the_product_lacks_is_reported(String type) {
    rule.on(of(type))
        .reportsExactly("GST-009[guest/200]")
        .withMessageContaining("app has CPU type " + type + ", which Proxmox VE does not have")
        .withRemedyContaining(
            "Correct the name of the type; x86-64-v2-AES, x86-64-v3 and x86-64-v4 are generic.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "kvm64", "x86-64-v2-AES", "EPYC-Milan", "Skylake-Server-v5"})
  void a_type_of_the_product_passes(String type) {
    rule.on(of(type)).passes();
  }

  @Test
  void a_vm_without_type_has_the_default_and_passes() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).passes();
  }

  @Test
  void a_custom_type_is_defined_on_the_cluster() {
    rule.on(of("custom-web")).isUndecidedFor("definition of CPU type custom-web");
  }

  @Test
  void a_plan_without_vms_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}

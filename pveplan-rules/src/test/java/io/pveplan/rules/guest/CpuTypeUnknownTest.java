package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
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

  @ParameterizedTest
  @ValueSource(strings = {"EPYC-Turin", "ClearwaterForest"})
  void a_type_that_only_a_later_release_has_is_reported(String type) {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.vm(200, "app", v -> v.cpuType(type));
        }))
        .reportsExactly("GST-009[guest/200]")
        .withMessageContaining("app has CPU type " + type + ", which Proxmox VE 8.4 does not have");
    rule.on(of(type)).passes();
  }

  @Test
  void a_flag_that_only_a_later_release_has_is_reported() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.vm(200, "app", v -> v.cpuType("host").hardware(h -> h.cpuFlags("+nested-virt")));
          c.vm(201, "web", v -> v.cpuType("host").hardware(h -> h.cpuFlags("+aes")));
        }))
        .reportsExactly("GST-009[guest/200]")
        .withMessageContaining("app has CPU flag nested-virt, which Proxmox VE 8.4 does not have");
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

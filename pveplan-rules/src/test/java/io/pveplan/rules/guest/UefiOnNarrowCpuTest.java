package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UefiOnNarrowCpuTest {

  private final RuleVerifier rule = verify(new UefiOnNarrowCpu());

  private static ClusterPlan uefi(String type) {
    return cluster(
        "lab", c -> c.vm(200, "app", v -> v.cpuType(type).hardware(h -> h.bios(Bios.OVMF))));
  }

  @Test
  void a_type_of_32_bits_is_reported() {
    rule.on(uefi("kvm32"))
        .reportsExactly("GST-023[guest/200]")
        .withMessageContaining("app has UEFI and CPU type kvm32, which has 32 bits");
  }

  @Test
  void a_type_of_64_bits_passes() {
    rule.on(uefi("kvm64")).passes();
  }

  @Test
  void a_custom_type_is_defined_on_the_cluster() {
    rule.on(uefi("custom-web")).isUndecidedFor("definition of CPU type custom-web");
  }

  @Test
  void other_firmware_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.cpuType("kvm32")))).isNotApplicable();
  }
}

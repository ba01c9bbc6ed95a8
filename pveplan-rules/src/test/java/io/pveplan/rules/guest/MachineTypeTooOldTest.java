package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class MachineTypeTooOldTest {

  private final RuleVerifier rule = verify(new MachineTypeTooOld());

  private static ClusterPlan of(String machine, ProductVersion target) {
    return cluster("lab", c -> {
      c.target(target);
      c.vm(200, "app", v -> v.hardware(h -> h.machine(machine)));
    });
  }

  @Test
  void a_version_that_goes_is_reported() {
    rule.on(of("pc-i440fx-5.2", ProductVersion.PVE_9))
        .reportsExactly("GST-032[guest/200]")
        .withMessageContaining("app has machine type pc-i440fx-5.2, older than 6.0");
  }

  @Test
  void a_version_that_stays_passes() {
    rule.on(of("pc-q35-6.0", ProductVersion.PVE_9)).passes();
    rule.on(of("pc-q35-10.0+pve1", ProductVersion.PVE_9)).passes();
    rule.on(of("q35", ProductVersion.PVE_9)).passes();
  }

  @Test
  void the_old_release_keeps_them() {
    rule.on(of("pc-i440fx-5.2", ProductVersion.PVE_8_4)).isNotApplicable();
  }
}

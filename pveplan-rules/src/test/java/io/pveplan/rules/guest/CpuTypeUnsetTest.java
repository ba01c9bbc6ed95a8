package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class CpuTypeUnsetTest {

  private final RuleVerifier rule = verify(new CpuTypeUnset());

  @Test
  void a_vm_without_type_is_reported() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {})))
        .reportsExactly("GST-012[guest/200]")
        .withMessageContaining("app has no CPU type and gets kvm64");
  }

  @Test
  void a_vm_with_a_type_passes() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.cpuType("kvm64")))).passes();
  }

  @Test
  void a_clone_has_that_of_its_template() {
    rule.on(cluster("lab", c -> {
          var base = c.template(900, "base", v -> v.cpuType("host"));
          c.vm(200, "app", v -> v.cloneOf(base));
        }))
        .passes();
  }

  @Test
  void a_plan_without_vms_is_not_looked_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}

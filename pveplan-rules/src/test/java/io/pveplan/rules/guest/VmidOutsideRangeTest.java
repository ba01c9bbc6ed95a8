package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class VmidOutsideRangeTest {

  private final RuleVerifier rule = verify(new VmidOutsideRange());

  private static ClusterPlan with(int vmid) {
    return cluster("lab", c -> {
      c.datacenter(d -> d.nextIds(1000, 2000));
      c.vm(vmid, "app", v -> {});
    });
  }

  @Test
  void a_vmid_outside_is_reported() {
    rule.on(with(999))
        .reportsExactly("GST-003[guest/999]")
        .withMessageContaining("app has VMID 999, new guests get 1000 to 1999");
    rule.on(with(2000)).reportsExactly("GST-003[guest/2000]");
  }

  @Test
  void a_vmid_inside_passes() {
    rule.on(with(1000)).passes();
    rule.on(with(1999)).passes();
  }

  @Test
  void without_a_range_the_product_has_one() {
    rule.on(cluster("lab", c -> c.vm(999_999, "app", v -> {}))).passes();
    rule.on(cluster("lab", c -> c.vm(1_000_000, "app", v -> {})))
        .reportsExactly("GST-003[guest/1000000]");
  }

  @Test
  void a_plan_without_guests_is_not_looked_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}

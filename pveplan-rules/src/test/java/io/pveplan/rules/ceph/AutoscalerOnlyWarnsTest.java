package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.AutoscaleMode;
import org.junit.jupiter.api.Test;

class AutoscalerOnlyWarnsTest {

  @Test
  void a_pool_of_which_nothing_is_said_is_told() {
    verify(new AutoscalerOnlyWarns())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-035[ceph/pool/vms]")
        .withMessageContaining("of pool vms it only warns");
  }

  @Test
  void a_warning_that_is_asked_for_passes() {
    verify(new AutoscalerOnlyWarns())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.autoscale(AutoscaleMode.WARN))))
        .passes();
  }

  @Test
  void without_pools_there_is_nothing_to_scale() {
    verify(new AutoscalerOnlyWarns()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

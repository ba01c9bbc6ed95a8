package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class MinSizeOneTest {

  @Test
  void a_single_copy_left_is_reported() {
    verify(new MinSizeOne())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.minSize(1))))
        .reportsExactly("CEPH-005[ceph/pool/vms]");
  }

  @Test
  void two_copies_left_pass() {
    verify(new MinSizeOne())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void without_pools_no_copy_is_left() {
    verify(new MinSizeOne()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

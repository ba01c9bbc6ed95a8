package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class SizeTwoTest {

  @Test
  void two_copies_are_reported() {
    verify(new SizeTwo())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.size(2))))
        .reportsExactly("CEPH-006[ceph/pool/vms]");
  }

  @Test
  void three_copies_pass() {
    verify(new SizeTwo())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void without_pools_there_are_no_copies() {
    verify(new SizeTwo()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

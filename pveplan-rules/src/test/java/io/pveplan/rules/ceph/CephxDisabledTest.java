package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class CephxDisabledTest {

  @Test
  void open_doors_are_reported() {
    verify(new CephxDisabled())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.withoutCephx())))
        .reportsExactly("CEPH-046[ceph]");
  }

  @Test
  void cephx_passes() {
    verify(new CephxDisabled()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void without_ceph_no_door_is_open() {
    verify(new CephxDisabled()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class UseAboveFullTest {

  @Test
  void data_above_full_are_reported() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(8)))))
        .reportsExactly("CEPH-037[ceph/class/nvme]");
  }

  @Test
  void data_below_full_pass() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void data_that_nobody_tells_may_fill() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void without_osds_nothing_is_full() {
    verify(new UseAboveFull()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}

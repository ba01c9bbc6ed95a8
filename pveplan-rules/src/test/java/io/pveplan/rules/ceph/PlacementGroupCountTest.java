package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.AutoscaleMode;
import org.junit.jupiter.api.Test;

class PlacementGroupCountTest {

  @Test
  void too_few_groups_are_reported() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(32))))
        .reportsExactly("CEPH-034[ceph/pool/vms]")
        .withMessageContaining("12 OSDs and its part of the data make it about 512");
  }

  @Test
  void groups_of_two_sizes_are_reported() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(500))))
        .reportsExactly("CEPH-034[ceph/pool/vms]");
  }

  @Test
  void groups_by_part_of_the_data_pass() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> {
          c.cephPool("vms", p -> p.pgNum(512).plannedData(tb(9)));
          c.cephPool("few", p -> p.pgNum(32).plannedData(tb(1)));
        }))
        .passes();
  }

  @Test
  void the_autoscaler_finds_its_own_number() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(
            6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(1).autoscale(AutoscaleMode.ON))))
        .isNotApplicable();
  }

  @Test
  void groups_of_no_osd_are_undecided() {
    verify(new PlacementGroupCount())
        .on(cluster("lab", c -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("OSDs of pool vms");
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import org.junit.jupiter.api.Test;

class NoSelfHealingTest {

  @Test
  void a_copy_on_each_node_is_told() {
    verify(new NoSelfHealing())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-039[ceph/pool/vms]")
        .withMessageContaining("pool vms has a copy on each of 3 nodes");
  }

  @Test
  void a_node_to_spare_passes() {
    verify(new NoSelfHealing())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void a_plan_that_counts_with_one_lost_node_passes() {
    verify(new NoSelfHealing())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.mustSurvive(1, NODE);
          c.cephPool("vms", p -> {});
        }))
        .passes();
  }

  @Test
  void a_plan_that_counts_with_two_is_told() {
    verify(new NoSelfHealing())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.mustSurvive(2, NODE);
          c.cephPool("vms", p -> {});
        }))
        .reportsExactly("CEPH-039[ceph/pool/vms]");
  }

  @Test
  void osds_of_unknown_class_may_be_on_more_nodes() {
    verify(new NoSelfHealing())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.ceph(s -> {});
          c.cephPool(
              "vms",
              p ->
                  p.crushRule(c.crushRule("flash", FailureDomain.HOST, r -> r.deviceClass("ssd"))));
        }))
        .isUndecidedFor("device classes of OSDs");
  }

  @Test
  void a_pool_over_osds_heals_within_a_node() {
    verify(new NoSelfHealing())
        .on(CephPlans.of(
            3,
            (c, nodes) -> c.cephPool(
                "vms", p -> p.crushRule(c.crushRule("any", FailureDomain.OSD, r -> {})))))
        .isNotApplicable();
  }
}

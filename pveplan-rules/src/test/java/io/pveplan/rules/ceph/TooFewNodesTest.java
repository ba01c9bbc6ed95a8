package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import org.junit.jupiter.api.Test;

class TooFewNodesTest {

  @Test
  void a_pool_on_two_nodes_is_reported() {
    verify(new TooFewNodes())
        .on(CephPlans.of(2, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-002[ceph/pool/vms]")
        .withMessageContaining("pool vms lies on 2 nodes");
  }

  @Test
  void three_nodes_pass() {
    verify(new TooFewNodes())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void without_osds_nothing_can_be_said() {
    verify(new TooFewNodes())
        .on(cluster("lab", c -> {
          c.ceph(s -> {});
          c.cephPool("vms", p -> {});
        }))
        .isUndecidedFor("OSDs");
  }

  @Test
  void an_osd_of_unknown_class_may_be_on_a_third_node() {
    verify(new TooFewNodes())
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
  void without_pools_there_is_nothing_to_judge() {
    verify(new TooFewNodes()).on(CephPlans.of(2, (c, nodes) -> {})).isNotApplicable();
  }
}

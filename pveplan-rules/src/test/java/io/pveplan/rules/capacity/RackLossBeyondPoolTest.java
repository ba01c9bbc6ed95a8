package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.rules.ceph.CephPlans;
import org.junit.jupiter.api.Test;

class RackLossBeyondPoolTest {

  @Test
  void two_nodes_of_a_pool_in_one_rack_are_reported() {
    verify(new RackLossBeyondPool())
        .on(CephPlans.of(4, (c, nodes) -> {
          c.ceph(s -> s.locations());
          c.cephPool("vms", p -> {});
        }))
        .reportsExactly("CAP-011[ceph/pool/vms]")
        .withMessageContaining("rack r1 holds 2 of them, 2 at once stop it");
  }

  @Test
  void a_pool_over_racks_passes_beside_one_that_survives() {
    verify(new RackLossBeyondPool())
        .on(CephPlans.of(2, (c, nodes) -> {
          c.cephPool("vms", p -> p.crushRule(c.crushRule("by-rack", FailureDomain.RACK, r -> {})));
          c.cephPool("more", p -> {});
        }))
        .passes();
  }

  @Test
  void a_node_in_no_known_rack_is_undecided() {
    verify(new RackLossBeyondPool())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.ceph(s -> s.locations());
          c.cephPool("vms", p -> {});
        }))
        .isUndecidedFor("rack of pve1");
  }

  @Test
  void ceph_that_knows_of_no_racks_is_not_judged() {
    verify(new RackLossBeyondPool())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isNotApplicable();
  }
}

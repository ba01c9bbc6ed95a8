package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class OsdNodeOutsideNetworkTest {

  @Test
  void osds_in_the_cluster_network_pass() {
    verify(new OsdNodeOutsideNetwork()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void osds_outside_are_reported() {
    verify(new OsdNodeOutsideNetwork())
        .on(CephPlans.of(3, (c, nodes) -> c.node("pve9", n -> n.osds("/dev/sda"))))
        .reportsExactly("CEPH-014[node/pve9]")
        .withMessageContaining("pve9 has 1 OSDs and no address in network back");
  }

  @Test
  void osds_without_networks_are_not_judged() {
    verify(new OsdNodeOutsideNetwork())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.ceph(s -> {});
        }))
        .isNotApplicable();
  }
}

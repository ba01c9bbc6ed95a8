package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorAddressUnclearTest {

  @Test
  void monitors_with_one_address_pass() {
    verify(new MonitorAddressUnclear()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void a_monitor_without_address_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var bare = c.node("pve9", n -> {});
          c.ceph(s -> s.monitorsOn(List.of(bare)));
        }))
        .reportsExactly("CEPH-013[ceph/monitor/pve9]")
        .withMessageContaining("pve9 has no address in public network front (10.0.2.0/24)");
  }

  @Test
  void a_monitor_with_two_addresses_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var both = c.node(
              "pve9", n -> n.nic("eno1", b -> b.address("10.0.2.90/24").address("10.0.2.91/24")));
          c.ceph(s -> s.monitorsOn(List.of(both)));
        }))
        .reportsExactly("CEPH-013[ceph/monitor/pve9]")
        .withMessageContaining("pve9 has 2 addresses in public network");
  }

  @Test
  void a_named_address_passes() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var both = c.node(
              "pve9", n -> n.nic("eno1", b -> b.address("10.0.2.90/24").address("10.0.2.91/24")));
          c.ceph(s -> s.monitor(both, "10.0.2.91"));
        }))
        .passes();
  }

  @Test
  void an_address_of_nobody_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.monitor(nodes.get(0), "10.0.2.99"))))
        .reportsExactly("CEPH-013[ceph/monitor/pve1]")
        .withMessageContaining("pve1 has no address 10.0.2.99");
  }

  @Test
  void without_public_network_the_node_has_its_own_address() {
    verify(new MonitorAddressUnclear())
        .on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          c.ceph(s -> s.monitorsOn(List.of(node)));
        }))
        .isNotApplicable();
  }

  @Test
  void a_network_without_subnet_is_undecided() {
    verify(new MonitorAddressUnclear())
        .on(cluster("lab", c -> {
          var net = c.network("front", s -> s.carries(Traffic.CEPH_PUBLIC));
          var node = c.node("pve1", n -> {});
          c.ceph(s -> s.publicNetwork(net).monitorsOn(List.of(node)));
        }))
        .isUndecidedFor("subnet of front");
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CephNetworkTooSlowTest {

  @Test
  void a_slow_card_is_reported() {
    verify(new CephNetworkTooSlow())
        .on(lab(1, DiskKind.SSD))
        .reportsExactly("CEPH-017[node/pve1/eno1]")
        .withMessageContaining(
            "eno1 of pve1 carries 1Gbit/s for network front of Ceph; its OSDs want 10Gbit/s");
  }

  @Test
  void ten_gigabit_are_slow_for_nvme() {
    verify(new CephNetworkTooSlow())
        .on(lab(10, DiskKind.NVME))
        .reportsExactly("CEPH-017[node/pve1/eno1]")
        .withMessageContaining("its OSDs want 25Gbit/s");
  }

  @Test
  void ten_gigabit_pass_for_other_disks() {
    verify(new CephNetworkTooSlow()).on(lab(10, DiskKind.SSD)).passes();
  }

  @Test
  void a_card_of_unknown_speed_is_undecided() {
    verify(new CephNetworkTooSlow())
        .on(CephPlans.of(1, (c, nodes) -> {}))
        .isUndecidedFor("speed of eno1 of pve1", "speed of eno2 of pve1");
  }

  @Test
  void without_a_public_network_that_of_the_name_is_too_slow() {
    verify(new CephNetworkTooSlow())
        .on(oneNetwork())
        .reportsExactly(
            "CEPH-017[node/pve1/eno1]", "CEPH-017[node/pve2/eno1]", "CEPH-017[node/pve3/eno1]")
        .withMessageContaining("carries 1Gbit/s for network all of Ceph; its OSDs want 10Gbit/s");
  }

  @Test
  void nodes_without_osds_may_be_slow() {
    verify(new CephNetworkTooSlow())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.ceph(s -> {});
        }))
        .isNotApplicable();
  }

  private static ClusterPlan lab(int gbit, DiskKind kind) {
    return cluster("lab", c -> {
      var front = c.network("front", "10.0.2.0/24", net -> net.carries(CEPH_PUBLIC));
      c.node(
          "pve1",
          n -> n.hardware(h -> h.disk("/dev/sda", tb(4), kind))
              .nic("eno1", s -> s.speed(gbit(gbit)).addresses(front.host(11)))
              .osds("/dev/sda"));
      c.ceph(s -> s.publicNetwork(front).clusterNetwork(front));
    });
  }

  private static ClusterPlan oneNetwork() {
    return cluster("lab", c -> {
      var all = c.network("all", "10.0.1.0/24", net -> net.carries(MANAGEMENT, COROSYNC));
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD))
              .nic("eno1", s -> s.speed(gbit(1)).addresses(all.host(10 + number)))
              .osds("/dev/sda"));
      c.corosync(k -> k.link(0, all));
      c.ceph(s -> s.monitorsOn(nodes));
    });
  }
}

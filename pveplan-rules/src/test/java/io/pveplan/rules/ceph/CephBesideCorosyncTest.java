package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CorosyncSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CephBesideCorosyncTest {

  @Test
  void a_link_in_the_network_of_ceph_is_reported() {
    verify(new CephBesideCorosync())
        .on(lab((k, nets) -> k.link(0, nets.front())))
        .reportsExactly("CEPH-018[corosync/link0]")
        .withMessageContaining("link0 shares the layer 2 network of front on pve1");
  }

  @Test
  void a_link_in_another_vlan_of_its_card_is_reported() {
    verify(new CephBesideCorosync())
        .on(lab((k, nets) -> k.link(0, nets.beside())))
        .reportsExactly("CEPH-018[corosync/link0]")
        .withMessageContaining("link0 shares eno1 with network front on pve1");
  }

  @Test
  void a_fallback_may_be_there() {
    verify(new CephBesideCorosync())
        .on(lab((k, nets) -> k.link(0, nets.ring(), 20).link(1, nets.front(), 10)))
        .passes();
  }

  @Test
  void a_link_of_its_own_passes() {
    verify(new CephBesideCorosync())
        .on(lab((k, nets) -> k.link(0, nets.ring())))
        .passes();
  }

  @Test
  void without_a_public_network_that_of_the_name_is_shared() {
    verify(new CephBesideCorosync())
        .on(oneNetwork())
        .reportsExactly("CEPH-018[corosync/link0]")
        .withMessageContaining("link0 shares the layer 2 network of all on pve1, pve2, pve3");
  }

  @Test
  void without_ceph_there_is_nothing_to_share() {
    verify(new CephBesideCorosync()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  private record Networks(NetworkRef front, NetworkRef beside, NetworkRef ring) {}

  private static ClusterPlan lab(BiConsumer<CorosyncSpec, Networks> corosync) {
    return cluster("lab", c -> {
      var nets = new Networks(
          c.network("front", "10.0.2.0/24", net -> net.carries(CEPH_PUBLIC)),
          c.network("beside", "10.0.4.0/24", net -> {}),
          c.network("ring", "10.0.5.0/24", net -> net.carries(COROSYNC)));
      c.node(
          "pve1",
          n -> n.nic("eno1", nets.front.host(11))
              .vlan("eno1.40", nets.beside.host(11))
              .nic("eno2", nets.ring.host(11)));
      c.ceph(s -> s.publicNetwork(nets.front));
      c.corosync(k -> corosync.accept(k, nets));
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

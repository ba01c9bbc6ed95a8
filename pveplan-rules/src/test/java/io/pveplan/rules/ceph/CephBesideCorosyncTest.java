package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CorosyncSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
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
}

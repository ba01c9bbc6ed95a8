package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.dsl.Pveplan.qinq;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.model.Traffic.BACKUP;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.MIGRATION;
import static io.pveplan.model.Traffic.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TooFewNicPortsTest {

  private static final NetworkRef MGMT = NetworkRef.named("mgmt");
  private static final NetworkRef RING = NetworkRef.named("ring");
  private static final NetworkRef DISKS = NetworkRef.named("disks");
  private static final NetworkRef FLAT = NetworkRef.named("flat");
  private static final NetworkRef GUESTS = NetworkRef.named("guests");
  private static final NetworkRef TAGGED = NetworkRef.named("tagged");

  private final RuleVerifier rule = verify(new TooFewNicPorts());

  private static ClusterPlan node(Consumer<NodeSpec> interfaces) {
    return plan(c -> c.node("pve1", n -> n.with(interfaces)));
  }

  private static ClusterPlan plan(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      c.network("disks", "10.0.2.0/24", net -> net.carries(STORAGE, BACKUP).redundant());
      c.network("flat", "10.0.9.0/24", net -> net.carries(MANAGEMENT, COROSYNC, CEPH_PUBLIC));
      c.network("guests", net -> net.carries(GUEST));
      c.network("tagged", net -> net.carries(GUEST).vlans(100, 199));
      more.accept(c);
    });
  }

  @Test
  void classes_in_one_network_on_one_port_are_reported() {
    rule.on(node(n -> n.bridge("vmbr0", b -> b.over("eno1").address(FLAT.host(11)))))
        .reportsExactly("NODE-010[node/pve1]")
        .withMessageContaining(
            "node pve1 has 1 of the 3 network ports it needs: management 1, Corosync 1,"
                + " storage 1")
        .withRemedyContaining("VLANs on bonds");
  }

  @Test
  void a_port_for_each_class_passes() {
    rule.on(node(n -> n.bridge("vmbr0", b -> b.over("eno1").address(MGMT.host(11)))
            .nic("eno2", RING.host(11))
            .bond(lacp("bond0", "eno3", "eno4"), DISKS.host(11))
            .bridge("vmbr1", b -> b.over("eno5").carries(GUESTS))))
        .passes();
  }

  @Test
  void a_redundant_network_needs_two_ports() {
    rule.on(node(n -> n.nic("eno1", MGMT.host(11)).nic("eno2", DISKS.host(11))))
        .reportsExactly("NODE-010[node/pve1]")
        .withMessageContaining("has 2 of the 3 network ports it needs: management 1, storage 2");
  }

  @Test
  void as_many_ports_as_are_needed_pass() {
    rule.on(node(
            n -> n.nic("eno1", MGMT.host(11)).bond(lacp("bond0", "eno2", "eno3"), DISKS.host(11))))
        .passes();
  }

  @Test
  void classes_in_vlans_of_one_bond_need_its_ports_once() {
    rule.on(node(n -> n.bond(lacp("bond0", "eno1", "eno2"), MGMT.host(11))
            .vlan("bond0.10", RING.host(11))
            .vlan("bond0.20", DISKS.host(11))))
        .passes();
  }

  @Test
  void classes_in_vlans_of_one_port_need_the_larger_number() {
    rule.on(node(n -> n.nic("eno1", MGMT.host(11)).vlan("eno1.20", DISKS.host(11))))
        .reportsExactly("NODE-010[node/pve1]")
        .withMessageContaining("has 1 of the 2 network ports it needs: management + storage 2");
  }

  @Test
  void guests_in_vlans_beside_the_management_need_the_port_once() {
    rule.on(node(n -> n.bridge(
            "vmbr0", b -> b.over("eno1").vlanAware().address(MGMT.host(11)).carries(TAGGED))))
        .passes();
  }

  @Test
  void guests_beside_the_management_without_vlan_need_a_port_of_their_own() {
    rule.on(node(
            n -> n.bridge("vmbr0", b -> b.over("eno1").address(MGMT.host(11)).carries(GUESTS))))
        .reportsExactly("NODE-010[node/pve1]")
        .withMessageContaining("has 1 of the 2 network ports it needs: management 1, guests 1");
  }

  @Test
  void guests_count_although_no_network_speaks_of_them() {
    Consumer<NodeSpec> one =
        n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware().address(MGMT.host(11)));

    rule.on(plan(c -> {
          var node = c.node("pve1", n -> n.with(one));
          c.vm(100, "web", v -> v.node(node).nic("vmbr0"));
        }))
        .reportsExactly("NODE-010[node/pve1]");
    rule.on(plan(c -> {
          var node = c.node("pve1", n -> n.with(one));
          c.vm(100, "web", v -> v.node(node).nic("vmbr0", vlan(110)));
        }))
        .passes();
    rule.on(plan(c -> {
          c.node("pve1", n -> n.with(one));
          c.zone(qinq("qz", "vmbr0", 300), z -> {});
        }))
        .passes();
  }

  @Test
  void a_fallback_link_does_not_make_corosync_redundant() {
    rule.on(cluster("lab", c -> {
          var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
          var mgmt =
              c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT).redundant());
          c.node(
              "pve1",
              n -> n.nic("eno1", ring.host(11)).bond(lacp("bond0", "eno2", "eno3"), mgmt.host(11)));
          c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
        }))
        .passes();
  }

  @Test
  void a_bridge_without_uplink_needs_no_port() {
    rule.on(node(n -> n.nic("eno1", MGMT.host(11)).bridge("vmbr9", b -> b.carries(GUESTS))))
        .passes();
  }

  @Test
  void a_node_without_interfaces_is_undecided() {
    rule.on(node(n -> {})).isUndecidedFor("network interfaces of pve1");
  }

  @Test
  void a_network_of_unknown_traffic_is_undecided() {
    rule.on(plan(c -> {
          var more = c.network("more", "10.0.3.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", MGMT.host(11)).nic("eno2", more.host(11)));
        }))
        .isUndecidedFor("traffic of network more");
  }

  @Test
  void a_node_that_carries_none_of_the_classes_is_not_applicable() {
    rule.on(plan(c -> {
          var move = c.network("move", "10.0.3.0/24", net -> net.carries(MIGRATION));
          c.node("pve1", n -> n.nic("eno1", move.host(11)));
        }))
        .isNotApplicable();
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(plan(c -> {})).isNotApplicable();
  }
}

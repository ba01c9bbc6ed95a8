package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficNotSeparatedTest {

  private final RuleVerifier rule = verify(new TrafficNotSeparated());

  @Test
  void two_classes_on_one_network_are_reported_once_for_all_nodes() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT, STORAGE, GUEST));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.node("pve2", n -> n.nic("eno1", lan.host(12)));
    });

    rule.on(plan)
        .reportsExactly("NET-023[network/lan]")
        .withMessageContaining("network lan carries management and storage and VM traffic")
        .withRemedyContaining("a VLAN or a NIC of its own");
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"STORAGE", "CEPH_PUBLIC", "CEPH_CLUSTER", "REPLICATION", "GUEST"})
  void storage_of_any_kind_and_guests_do_not_go_with_management(Traffic other) {
    rule.on(oneNetwork(MANAGEMENT, other)).reportsExactly("NET-023[network/lan]");
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"COROSYNC", "MIGRATION", "BACKUP", "OUT_OF_BAND"})
  void other_traffic_is_no_class_of_its_own(Traffic other) {
    rule.on(oneNetwork(MANAGEMENT, other)).passes();
  }

  @Test
  void two_kinds_of_storage_are_one_class() {
    rule.on(oneNetwork(STORAGE, CEPH_PUBLIC, CEPH_CLUSTER, REPLICATION)).passes();
  }

  @Test
  void two_networks_untagged_on_one_bridge_are_reported_on_the_bridge() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var guests = c.network("guests", net -> net.carries(GUEST));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)).carries(guests)));
    });

    rule.on(plan)
        .reportsExactly("NET-023[node/pve1/vmbr0]")
        .withMessageContaining(
            "networks guests and mgmt share vmbr0 of node pve1, so that management and VM traffic"
                + " meet");
  }

  @ParameterizedTest(name = "guests on VLANs {0}-{1} beside management on VLAN 20: {2}")
  @CsvSource({"10, 19, false", "10, 20, true", "20, 30, true", "21, 30, false"})
  void a_vlan_is_a_network_of_its_own(int first, int last, boolean reported) {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(first, last));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware().carries(guests))
              .vlan("vmbr0.20", mgmt.host(11)));
    });

    if (reported) {
      rule.on(plan).reportsExactly("NET-023[node/pve1/vmbr0.20]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void a_vlan_below_the_bridge_is_the_same_as_one_on_it() {
    ClusterPlan plan = cluster("lab", c -> {
      var storage = c.network("storage", "10.20.5.0/24", net -> net.carries(STORAGE));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(20, 20));
      c.node(
          "pve1",
          n -> n.bridge(
                  "vmbr0",
                  b -> b.over(lacp("bond0", "eno1", "eno2")).vlanAware().carries(guests))
              .vlan("bond0.20", storage.host(11)));
    });

    rule.on(plan).reportsExactly("NET-023[node/pve1/vmbr0.20]");
  }

  @Test
  void ranges_that_overlap_are_reported_at_their_first_common_tag() {
    ClusterPlan plan = cluster("lab", c -> {
      var admin = c.network("admin", net -> net.carries(MANAGEMENT).vlans(100, 150));
      var nas = c.network("nas", net -> net.carries(STORAGE).vlans(140, 160));
      var more = c.network("more", net -> net.carries(GUEST).vlans(200, 210));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware().carries(admin, nas, more)));
    });

    rule.on(plan)
        .reportsExactly(
            "NET-023[network/admin]", "NET-023[network/nas]", "NET-023[node/pve1/vmbr0.140]");
  }

  @Test
  void what_a_network_mixes_is_not_repeated_for_the_bridge_it_shares() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT, GUEST));
      var guests = c.network("guests", net -> net.carries(GUEST));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(11)).carries(guests)));
    });

    rule.on(plan).reportsExactly("NET-023[network/lan]");
  }

  @Test
  void a_network_of_each_class_passes() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var storage = c.network("storage", "10.20.5.0/24", net -> net.carries(STORAGE));
      var guests = c.network("guests", net -> net.carries(GUEST));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .bridge("vmbr1", b -> b.over("eno2").address(storage.host(11)))
              .bridge("vmbr2", b -> b.over("eno3").carries(guests)));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_network_that_no_node_is_on_is_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT, GUEST));
      c.node("pve1", n -> {});
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_network_without_traffic_is_undecided() {
    rule.on(oneNetwork()).isUndecidedFor("traffic of network lan");
  }

  @Test
  void an_address_without_network_is_undecided() {
    ClusterPlan plan = cluster(
        "lab",
        c -> c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address("10.20.0.11/24"))));

    rule.on(plan).isUndecidedFor("network of address 10.20.0.11/24");
  }

  @Test
  void the_line_is_that_of_the_network_or_of_the_bridge() {
    ClusterPlan mixed = oneNetwork(MANAGEMENT, GUEST);
    ClusterPlan shared = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var guests = c.network("guests", net -> net.carries(GUEST));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)).carries(guests)));
    });

    assertThat(ReportedLines.of(new TrafficNotSeparated(), mixed))
        .containsExactly(mixed.networks().get(0).declaredAt().orElseThrow());
    assertThat(ReportedLines.of(new TrafficNotSeparated(), shared))
        .containsExactly(shared.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan oneNetwork(Traffic... traffic) {
    return cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(traffic));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
    });
  }

  @Test
  void ceph_on_a_network_for_management_is_reported() {
    rule.on(managed((c, mgmt) -> c.ceph(s -> s.publicNetwork(mgmt).clusterNetwork(mgmt))))
        .reportsExactly("NET-023[network/mgmt]")
        .withMessageContaining("network mgmt carries management and storage traffic");
  }

  @Test
  void an_nfs_server_in_a_subnet_for_management_is_reported() {
    rule.on(managed((c, mgmt) -> c.storage(nfs("nas", "10.20.0.5", "/export"), s -> {})))
        .reportsExactly("NET-023[network/mgmt]");
  }

  @Test
  void replication_over_a_network_for_management_is_reported() {
    rule.on(managed((c, mgmt) -> c.replication(r -> r.over(mgmt))))
        .reportsExactly("NET-023[network/mgmt]");
  }

  @Test
  void the_packets_of_a_vxlan_zone_are_vm_traffic() {
    rule.on(managed((c, mgmt) -> c.zone(vxlan("zone1", mgmt), z -> {})))
        .reportsExactly("NET-023[network/mgmt]")
        .withMessageContaining("network mgmt carries management and VM traffic");
  }

  @Test
  void a_guest_untagged_on_the_bridge_of_a_storage_address_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      var storage = c.network("storage", "10.20.5.0/24", net -> net.carries(STORAGE));
      var pve1 = c.node(
          "pve1",
          n -> n.bridge("vmbr1", b -> b.over("eno2").vlanAware().address(storage.host(11))));
      c.vm(200, "web01", v -> v.node(pve1).nic("vmbr1"));
      c.vm(201, "web02", v -> v.node(pve1).nic("vmbr1", vlan(20)));
    });

    rule.on(plan)
        .reportsExactly("NET-023[network/storage]")
        .withMessageContaining("network storage carries storage and VM traffic");
  }

  @Test
  void a_guest_beside_a_management_address_alone_is_left_to_the_rule_about_guests() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.vm(200, "web01", v -> v.node(pve1).nic("vmbr0"));
    });

    rule.on(plan).passes();
    verify(new GuestsOnManagementNetwork()).on(plan).reportsExactly("NET-024[guest/200/net0]");
  }

  @Test
  void a_guest_beside_a_management_address_with_ceph_is_reported_here_and_not_there() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.vm(200, "web01", v -> v.node(pve1).nic("vmbr0"));
      c.ceph(s -> s.publicNetwork(mgmt));
    });

    rule.on(plan)
        .reportsExactly("NET-023[network/mgmt]")
        .withMessageContaining("carries management and storage and VM traffic");
    verify(new GuestsOnManagementNetwork()).on(plan).passes();
  }

  @Test
  void what_is_put_on_a_network_does_not_tell_what_else_it_carries() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.storage(nfs("nas", "10.20.0.5", "/export"), s -> {});
    });

    rule.on(plan).isUndecidedFor("traffic of network lan");
  }

  private static ClusterPlan managed(BiConsumer<ClusterSpec, NetworkRef> more) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      more.accept(c, mgmt);
    });
  }
}

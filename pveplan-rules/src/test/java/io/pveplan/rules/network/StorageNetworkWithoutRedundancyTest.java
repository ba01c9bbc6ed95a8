package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StorageNetworkWithoutRedundancyTest {

  private final RuleVerifier rule = verify(new StorageNetworkWithoutRedundancy());

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"STORAGE", "CEPH_PUBLIC", "CEPH_CLUSTER", "REPLICATION"})
  void a_storage_network_over_one_nic_is_reported(Traffic traffic) {
    rule.on(network((n, net) -> n.nic("eno1", net.host(11)), traffic))
        .reportsExactly("NET-025[node/pve1/eno1]")
        .withMessageContaining(
            "storage network backend of node pve1 ends on one physical NIC, eno1")
        .withRemedyContaining("LACP bond of two NICs");
  }

  @Test
  void the_nic_below_bridge_bond_and_vlan_counts() {
    ClusterPlan plan =
        network((n, net) -> n.bond(lacp("bond0", "eno1")).vlan("bond0.5", net.host(11)), STORAGE);

    rule.on(plan)
        .reportsExactly("NET-025[node/pve1/bond0.5]")
        .withMessageContaining("ends on one physical NIC, eno1");
  }

  @Test
  void two_networks_on_one_interface_are_one_finding() {
    ClusterPlan plan = cluster("lab", c -> {
      var nfs = c.network("nfs", "10.20.5.0/24", net -> net.carries(STORAGE));
      var sync = c.network("sync", "10.20.6.0/24", net -> net.carries(REPLICATION));
      c.node("pve1", n -> n.nic("eno1", nfs.host(11), sync.host(11)));
    });

    rule.on(plan)
        .reportsExactly("NET-025[node/pve1/eno1]")
        .withMessageContaining("storage network nfs and sync of node pve1");
  }

  @Test
  void a_network_with_the_server_of_a_storage_is_one_whatever_it_says_to_carry() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> {});
    });

    rule.on(plan)
        .reportsExactly("NET-025[node/pve1/eno1]")
        .withMessageContaining("storage network lan of node pve1");
  }

  @Test
  void the_networks_of_ceph_are_some_whatever_they_say_to_carry() {
    ClusterPlan plan = cluster("lab", c -> {
      var front = c.network("front", "10.20.2.0/24", net -> {});
      var back = c.network("back", "10.20.3.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", front.host(11)).nic("eno2", back.host(11)));
      c.ceph(s -> s.publicNetwork(front).clusterNetwork(back));
    });

    rule.on(plan).reportsExactly("NET-025[node/pve1/eno1]", "NET-025[node/pve1/eno2]");
  }

  @Test
  void a_bond_of_two_nics_passes() {
    rule.on(network(
            (n, net) ->
                n.bridge("vmbr1", b -> b.over(lacp("bond0", "eno1", "eno2")).address(net.host(11))),
            STORAGE))
        .passes();
  }

  @ParameterizedTest(name = "a second portal at {0}: reported = {1}")
  @CsvSource({"172.30.21.50, false", "172.30.22.50, true"})
  void an_iscsi_path_with_a_second_one_passes(String second, boolean reported) {
    ClusterPlan plan = cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)));
      c.storage(
          iscsi("san", "172.30.20.50", "iqn.2024-02.net.example:san.lun1"),
          s -> s.portals(second).content(ContentType.NONE));
    });

    if (reported) {
      rule.on(plan).reportsExactly("NET-025[node/pve1/eno1]", "NET-025[node/pve1/eno2]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void other_networks_are_not_looked_at() {
    rule.on(network(
            (n, net) -> n.nic("eno1", net.host(11)), MANAGEMENT, COROSYNC, MIGRATION, BACKUP))
        .isNotApplicable();
  }

  @Test
  void a_network_without_traffic_is_undecided() {
    rule.on(network((n, net) -> n.nic("eno1", net.host(11))))
        .isUndecidedFor("traffic of network backend");
  }

  @Test
  void an_address_without_network_is_undecided() {
    ClusterPlan plan = cluster(
        "lab",
        c -> c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address("10.20.0.11/24"))));

    rule.on(plan).isUndecidedFor("network of address 10.20.0.11/24");
  }

  @Test
  void a_bridge_without_uplink_is_undecided() {
    rule.on(network((n, net) -> n.bridge("vmbr1", b -> b.address(net.host(11))), STORAGE))
        .isUndecidedFor("physical NICs below vmbr1");
  }

  @Test
  void the_line_is_that_of_the_interface() {
    ClusterPlan plan =
        network((n, net) -> n.bond(lacp("bond0", "eno1")).vlan("bond0.5", net.host(11)), STORAGE);

    assertThat(ReportedLines.of(new StorageNetworkWithoutRedundancy(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(1).declaredAt().orElseThrow());
  }

  private static ClusterPlan network(BiConsumer<NodeSpec, NetworkRef> node, Traffic... traffic) {
    return cluster("lab", c -> {
      var backend = c.network("backend", "10.20.5.0/24", net -> net.carries(traffic));
      c.node("pve1", n -> node.accept(n, backend));
    });
  }
}

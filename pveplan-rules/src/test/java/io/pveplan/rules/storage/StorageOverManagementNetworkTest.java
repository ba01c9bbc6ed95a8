package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StorageOverManagementNetworkTest {

  private static final String TARGET = "iqn.2024-02.net.example:san.lun1";

  private final RuleVerifier rule = verify(new StorageOverManagementNetwork());

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"MANAGEMENT", "COROSYNC"})
  void a_server_in_the_network_of_the_cluster_is_reported(Traffic traffic) {
    rule.on(nasIn(traffic))
        .reportsExactly("SHR-025[storage/nas]")
        .withMessageContaining("the server of storage nas is reached over a management or Corosync"
            + " network: 10.20.0.5 in network lan")
        .withRemedyContaining("a network of its own");
  }

  @Test
  void the_network_of_a_link_is_one_of_corosync_whatever_it_says_to_carry() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.corosync(k -> k.link(0, lan, 20));
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> {});
    });

    rule.on(plan).reportsExactly("SHR-025[storage/nas]");
  }

  @ParameterizedTest(name = "server {0}: reported = {1}")
  @CsvSource({
    "10.20.0.1, true",
    "10.20.0.254, true",
    "10.19.255.254, false",
    "10.20.1.1, false",
    "2001:db8::5, false"
  })
  void the_prefix_decides(String server, boolean reported) {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.storage(nfs("nas", server, "/export/pve"), s -> {});
    });

    if (reported) {
      rule.on(plan).reportsExactly("SHR-025[storage/nas]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void one_portal_of_a_target_is_enough() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var san = c.network("san", "172.30.20.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", san.host(11)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("10.20.0.50"));
    });

    rule.on(plan)
        .reportsExactly("SHR-025[storage/san]")
        .withMessageContaining("network: 10.20.0.50 in network mgmt");
  }

  @Test
  void storage_traffic_alone_passes() {
    rule.on(nasIn(STORAGE)).passes();
  }

  @Test
  void a_node_that_does_not_have_the_storage_does_not_matter() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var storage = c.network("storage", "10.20.5.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      var pve2 = c.node("pve2", n -> n.nic("eno1", storage.host(12)));
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> s.nodes(pve2));
    });

    rule.on(plan).passes();
  }

  @Test
  void other_storages_are_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      c.storage(pbs("pbs1", "10.20.0.6", "store1", "cluster@pbs", prompted()), s -> {});
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_server_given_by_name_is_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> n.nic("eno1"));
      c.storage(nfs("nas", "nas.example.net", "/export/pve"), s -> {});
    });

    rule.on(plan).isUndecidedFor("address of server nas.example.net");
  }

  @Test
  void a_node_without_interfaces_is_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> {});
    });

    rule.on(plan).isUndecidedFor("network interfaces of pve1");
  }

  @Test
  void a_network_without_traffic_is_undecided() {
    rule.on(nasIn()).isUndecidedFor("traffic of network lan");
  }

  @Test
  void an_address_without_network_is_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address("10.20.0.11/24")));
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> {});
    });

    rule.on(plan).isUndecidedFor("network of address 10.20.0.11/24");
  }

  @Test
  void the_line_is_that_of_the_storage() {
    ClusterPlan plan = nasIn(MANAGEMENT);

    assertThat(ReportedLines.of(new StorageOverManagementNetwork(), plan))
        .containsExactly(plan.storages().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan nasIn(Traffic... traffic) {
    return cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(traffic));
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.node("pve2", n -> n.nic("eno1", lan.host(12)));
      c.storage(nfs("nas", "10.20.0.5", "/export/pve"), s -> {});
    });
  }
}

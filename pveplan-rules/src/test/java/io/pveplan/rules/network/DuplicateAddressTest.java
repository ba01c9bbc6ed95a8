package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.rules.Finding;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class DuplicateAddressTest {

  private final RuleVerifier rule = verify(new DuplicateAddress());

  @Test
  void two_nodes_with_one_address_are_reported() {
    ClusterPlan plan = plan((c, mgmt) -> c.node("pve2", n -> n.nic("eno1", mgmt.host(11))));

    rule.on(plan)
        .reportsExactly("NET-019[node/pve2/eno1]")
        .withMessageContaining("node pve2 (eno1) has the address 10.0.0.11 of node pve1 (eno1) ("
            + plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow()
            + ")")
        .withRemedyContaining("an address of its own");
    assertThat(ReportedLines.of(new DuplicateAddress(), plan))
        .containsExactly(plan.nodes().get(1).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_management_controller_is_compared_with_the_nodes() {
    rule.on(plan((c, mgmt) -> c.node(
            "pve2",
            n -> n.nic("eno1", mgmt.host(12)).hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.host(11))))))
        .reportsExactly("NET-019[node/pve2/bmc]")
        .withMessageContaining(
            "management controller of node pve2 has the address 10.0.0.11 of node pve1 (eno1)");
  }

  @Test
  void a_server_at_the_address_of_a_controller_is_an_error() {
    ClusterPlan plan = plan((c, mgmt) -> {
      c.node(
          "pve2",
          n -> n.nic("eno1", mgmt.host(12)).hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.host(5))));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
    });

    rule.on(plan)
        .reportsExactly("NET-019[storage/nas]")
        .withMessageContaining("server of storage nas has the address 10.0.0.5 of management "
            + "controller of node pve2");
    assertThat(severities(plan)).containsExactly(Severity.ERROR);
  }

  @Test
  void a_server_at_the_address_of_a_node_may_be_the_node() {
    ClusterPlan plan = plan((c, mgmt) -> c.storage(nfs("nas", "10.0.0.11", "/export"), s -> {}));

    rule.on(plan)
        .reportsExactly("NET-019[storage/nas]")
        .withRemedyContaining("give it the role storage");
    assertThat(severities(plan)).containsExactly(Severity.WARNING);
  }

  @Test
  void a_storage_node_that_serves_under_its_address_passes() {
    rule.on(plan((c, mgmt) -> {
          c.node("pve2", n -> n.roles(NodeRole.STORAGE).nic("eno1", mgmt.host(12)));
          c.storageServer("pve1", s -> s.addresses("10.0.0.11"));
          c.storage(nfs("nas", "10.0.0.12", "/export"), s -> {});
        }))
        .passes();
  }

  @Test
  void all_that_names_one_server_passes() {
    rule.on(plan((c, mgmt) -> {
          c.storageServer("nas", s -> s.addresses("10.0.0.5"));
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.storage(iscsi("san", "10.0.0.5", "iqn.2024-02.net.example:lun1"), s -> {});
          c.corosync(k -> k.link(0, mgmt).qdevice("10.0.0.5"));
          c.backup(b -> b.server("pbs1", "10.0.0.5", "store1"));
        }))
        .passes();
  }

  @Test
  void two_storage_servers_at_one_address_are_reported() {
    rule.on(plan((c, mgmt) -> {
          c.storageServer("nas", s -> s.addresses("10.0.0.5"));
          c.storageServer("san", s -> s.addresses("10.0.0.6", "10.0.0.5"));
        }))
        .reportsExactly("NET-019[storage-server/san]")
        .withMessageContaining("storage server san has the address 10.0.0.5 of storage server nas");
  }

  @Test
  void a_server_and_the_qdevice_at_the_gateway_are_reported() {
    rule.on(plan((c, mgmt) -> {
          c.corosync(k -> k.link(0, mgmt).qdevice("10.0.0.1"));
          c.backup(b -> b.server("pbs1", "10.0.0.1", "store1"));
        }))
        .reportsExactly("NET-019[backup/pbs1]", "NET-019[corosync/qdevice]");
  }

  @Test
  void a_guest_beside_a_node_is_reported() {
    rule.on(plan((c, mgmt) -> {
          var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          c.vm(
              200,
              "web01",
              v -> v.node(pve2).nic("vmbr0").cloudInit(s -> s.address(0, mgmt.host(11))));
        }))
        .reportsExactly("NET-019[guest/200/net0]")
        .withMessageContaining("guest 200 (net0) has the address 10.0.0.11 of node pve1 (eno1)");
  }

  @Test
  void clones_that_take_over_one_address_are_reported() {
    ClusterPlan plan = plan((c, mgmt) -> {
      var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
      var first = c.template(
          900,
          "tpl",
          v -> v.node(pve2)
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.address(0, mgmt.host(60)).address(1, mgmt.host(11))));
      var second = c.template(901, "tpl2", v -> v.node(pve2).cloneOf(first));
      c.vm(201, "a", v -> v.node(pve2).cloneOf(second).nic("vmbr0"));
      c.vm(202, "b", v -> v.node(pve2).cloneOf(first).nic("vmbr0"));
      c.vm(203, "c", v -> v.node(pve2).cloneOf(first).nic("vmbr0").cloudInit(s -> s.dhcp(0)));
    });

    rule.on(plan)
        .reportsExactly("NET-019[guest/202/net0]")
        .withMessageContaining("guest 202 (net0) has the address 10.0.0.60 of guest 201 (net0)");
    assertThat(ReportedLines.of(new DuplicateAddress(), plan))
        .containsExactly(plan.guests().get(3).declaredAt().orElseThrow());
  }

  @Test
  void a_guest_that_is_the_server_has_its_name() {
    rule.on(serverGuest("nas")).passes();
    rule.on(serverGuest("web01"))
        .reportsExactly("NET-019[guest/200/net0]")
        .withRemedyContaining("the name of the server");
  }

  @Test
  void guests_in_one_vlan_are_compared_without_a_network() {
    rule.on(twoGuests(20, 20)).reportsExactly("NET-019[guest/201/net0]");
    rule.on(twoGuests(20, 21)).passes();
  }

  @Test
  void a_bridge_without_uplink_is_a_network_of_its_own() {
    rule.on(cluster("lab", c -> {
          var nat = c.network("nat", "10.9.0.0/24", net -> {});
          var pve1 = c.node("pve1", n -> n.bridge("vmbr9", b -> b.address(nat.host(1))));
          var pve2 = c.node("pve2", n -> n.bridge("vmbr9", b -> b.address(nat.host(1))));
          c.vm(
              200,
              "web01",
              v -> v.node(pve1).nic("vmbr9").cloudInit(s -> s.address(0, nat.host(5))));
          c.vm(
              201,
              "web02",
              v -> v.node(pve2).nic("vmbr9").cloudInit(s -> s.address(0, nat.host(5))));
        }))
        .passes();
  }

  @Test
  void a_guest_at_the_gateway_of_its_vnet_is_reported() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var zone = c.zone(simple("nat1"), z -> {});
          var vnet = c.vnet(
              "natnet1", zone, b -> b.subnet("10.150.10.0/24", s -> s.gateway("10.150.10.1")));
          var net = c.network("nat", "10.150.10.0/24", x -> {});
          c.vm(200, "web01", v -> v.node(pve1).nic(vnet).cloudInit(s -> s.address(0, net.host(1))));
        }))
        .reportsExactly("NET-019[guest/200/net0]")
        .withMessageContaining("of gateway of VNet natnet1");
  }

  @Test
  void switches_ups_and_virtual_addresses_are_compared_with_all() {
    rule.on(plan((c, mgmt) -> {
          c.circuit("feed-a", "ups-a", mgmt.host(20));
          c.circuit("feed-b", "ups-a", mgmt.host(20));
          c.circuit("feed-c", "ups-c", mgmt.host(11));
          c.ethernetSwitch("sw1", s -> s.managementAddress(mgmt.host(20)));
          c.ethernetSwitch("sw2", s -> s.managementAddress(mgmt.host(21)));
          var lan = c.network("lan", "10.1.0.0/24", net -> net.vip("10.1.0.5", "proxy"));
          c.node("pve2", n -> n.nic("eno1", lan.host(5)));
        }))
        .reportsExactly(
            "NET-019[circuit/feed-a]",
            "NET-019[circuit/feed-b]",
            "NET-019[circuit/feed-c]",
            "NET-019[node/pve2/eno1]");
  }

  @Test
  void what_answers_at_a_virtual_address_and_whom_nodes_ask_is_no_second_machine() {
    rule.on(cluster("lab", c -> {
          c.everyNode(n -> n.dns("10.0.0.1", "10.0.0.11").timeServers("10.0.0.1", "10.0.0.12"));
          var mgmt = c.network(
              "mgmt",
              "10.0.0.0/24",
              net -> net.gateway("10.0.0.1")
                  .vip("10.0.0.1", "VRRP of both routers")
                  .vip("10.0.0.5", "the active head"));
          c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
          c.ethernetSwitch("sw1", s -> s.managementAddress(mgmt.host(12)));
          c.storageServer("nas", s -> s.addresses("10.0.0.5"));
        }))
        .passes();
  }

  @Test
  void nobody_asks_a_management_controller() {
    rule.on(cluster("lab", c -> {
          c.everyNode(n -> n.dns("10.0.0.11", "10.0.0.53").timeServers("10.0.0.11"));
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.host(11))));
        }))
        .reportsExactly("NET-019[cluster/dnsServers]", "NET-019[cluster/timeServers]")
        .withMessageContaining("has the address 10.0.0.11 of management controller of node pve1");
  }

  @Test
  void a_switch_at_the_gateway_may_be_the_router() {
    ClusterPlan plan =
        plan((c, mgmt) -> c.ethernetSwitch("sw1", s -> s.managementAddress(mgmt.host(1))));

    rule.on(plan).reportsExactly("NET-019[switch/sw1]");
    assertThat(severities(plan)).containsExactly(Severity.WARNING);
  }

  @Test
  void a_node_may_have_an_address_twice_and_that_of_the_gateway_is_another_matter() {
    rule.on(plan((c, mgmt) ->
            c.node("pve2", n -> n.nic("eno1", mgmt.host(1)).nic("eno2", mgmt.host(1)))))
        .passes();
  }

  @Test
  void addresses_without_network_meet_in_its_subnet() {
    rule.on(plan((c, mgmt) -> c.node("pve2", n -> n.nic("eno7", x -> x.address("10.0.0.11/24")))))
        .reportsExactly("NET-019[node/pve2/eno7]");
  }

  @Test
  void what_lies_in_no_network_of_the_plan_is_undecided() {
    ClusterPlan plan = plan((c, mgmt) -> {
      var other = c.network("other", "10.7.0.0/24", x -> {});
      c.node("pve2", n -> n.nic("eno1", other.host(5)));
    });
    ClusterPlan withController = PlanChanges.withNode(
        plan,
        "pve1",
        it -> it.hardware(Hardware.builder()
            .bmc(Bmc.builder()
                .controller(BmcKind.IPMI)
                .address(new InterfaceAddress(HostAddress.parse("10.7.0.5/16"), Optional.empty()))
                .build())
            .build()));

    rule.on(withController).isUndecidedFor("network of address 10.7.0.5");
  }

  @Test
  void a_plan_without_addresses_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.nic("eno1", x -> {})))).isNotApplicable();
  }

  private static List<Severity> severities(ClusterPlan plan) {
    return RuleBook.empty().with(new DuplicateAddress()).check(plan).findings().stream()
        .map(Finding::severity)
        .toList();
  }

  private static ClusterPlan serverGuest(String name) {
    return plan((c, mgmt) -> {
      var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
      c.storageServer("nas", s -> s.addresses("10.0.0.5"));
      c.vm(200, name, v -> v.node(pve2).nic("vmbr0").cloudInit(s -> s.address(0, mgmt.host(5))));
    });
  }

  private static ClusterPlan twoGuests(int tag, int other) {
    ClusterPlan plan = plan((c, mgmt) -> {
      var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware()));
      c.vm(
          200,
          "web01",
          v -> v.node(pve2).nic("vmbr0", vlan(tag)).cloudInit(s -> s.address(0, mgmt.host(50))));
      c.vm(
          201,
          "web02",
          v -> v.node(pve2).nic("vmbr0", vlan(other)).cloudInit(s -> s.address(0, mgmt.host(50))));
    });
    return PlanChanges.changed(
        plan,
        it -> it.guests(
            plan.guests().stream().map(DuplicateAddressTest::withoutNetwork).toList()));
  }

  private static Guest withoutNetwork(Guest guest) {
    Vm vm = (Vm) guest;
    CloudInit cloudInit = vm.cloudInit().orElseThrow();
    return Vm.builder()
        .from(vm)
        .cloudInit(CloudInit.builder()
            .from(cloudInit)
            .ipConfigs(cloudInit.ipConfigs().stream()
                .map(config -> IpConfig.builder()
                    .from(config)
                    .address(new InterfaceAddress(
                        config.address().orElseThrow().address(), Optional.empty()))
                    .build())
                .toList())
            .build())
        .build();
  }

  private static ClusterPlan plan(BiConsumer<ClusterSpec, NetworkRef> more) {
    return cluster("lab", c -> {
      var mgmt =
          c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      more.accept(c, mgmt);
    });
  }
}

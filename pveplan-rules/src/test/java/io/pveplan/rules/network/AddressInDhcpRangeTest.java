package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class AddressInDhcpRangeTest {

  private final RuleVerifier rule = verify(new AddressInDhcpRange());

  private static ClusterPlan plan(BiConsumer<ClusterSpec, NetworkRef> more) {
    return cluster("lab", c -> {
      var lan = c.network(
          "lan",
          "10.0.0.0/24",
          net -> net.dhcp("10.0.0.100-10.0.0.149").dhcp("10.0.0.200-10.0.0.209"));
      more.accept(c, lan);
    });
  }

  @Test
  void a_node_in_a_range_is_reported_with_its_line() {
    ClusterPlan plan = plan((c, lan) -> c.node("pve1", n -> n.nic("eno1", lan.host(100))));

    rule.on(plan)
        .reportsExactly("NET-043[node/pve1/eno1]")
        .withMessageContaining("node pve1 (eno1) has 10.0.0.100 of DHCP range "
            + "10.0.0.100-10.0.0.149 of network lan")
        .withRemedyContaining("outside of the range");
    assertThat(ReportedLines.of(new AddressInDhcpRange(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void everything_with_an_address_is_looked_at() {
    rule.on(cluster("lab", c -> {
          var lan = c.network(
              "lan",
              "10.0.0.0/24",
              net -> net.dhcp("10.0.0.1-10.0.0.99").gateway("10.0.0.1").vip("10.0.0.2", "proxy"));
          c.everyNode(n -> n.dns("10.0.0.3").timeServers("10.0.0.4"));
          c.circuit("feed-a", "ups-a", lan.host(5));
          c.ethernetSwitch("sw1", s -> s.managementAddress(lan.host(6)));
          var pve1 = c.node(
              "pve1",
              n -> n.hardware(h -> h.bmc(BmcKind.IPMI, lan.host(7)))
                  .bridge("vmbr0", b -> b.over("eno1").address(lan.host(8))));
          c.storageServer("nas", s -> s.addresses("10.0.0.9"));
          c.backup(b -> b.server("pbs1", "10.0.0.10", "store1"));
          c.corosync(k -> k.link(0, lan).qdevice("10.0.0.11"));
          c.vm(
              200,
              "web01",
              v -> v.node(pve1).nic("vmbr0").cloudInit(s -> s.address(0, lan.host(12))));
        }))
        .reportsExactly(
            "NET-043[backup/pbs1]",
            "NET-043[circuit/feed-a]",
            "NET-043[cluster/dnsServers]",
            "NET-043[cluster/timeServers]",
            "NET-043[corosync/qdevice]",
            "NET-043[guest/200/net0]",
            "NET-043[network/lan]",
            "NET-043[network/lan/10.0.0.2]",
            "NET-043[node/pve1/bmc]",
            "NET-043[node/pve1/vmbr0]",
            "NET-043[storage-server/nas]",
            "NET-043[switch/sw1]");
  }

  @Test
  void several_addresses_of_an_interface_are_one_finding() {
    rule.on(plan((c, lan) -> c.node("pve1", n -> n.nic("eno1", lan.host(100), lan.host(209)))))
        .reportsExactly("NET-043[node/pve1/eno1]")
        .withMessageContaining("10.0.0.100 of DHCP range 10.0.0.100-10.0.0.149 of network lan and "
            + "10.0.0.209 of DHCP range 10.0.0.200-10.0.0.209");
  }

  @Test
  void ipv6_has_ranges_too() {
    rule.on(cluster("lab", c -> {
          var lan =
              c.network("lan", "2001:db8::/64", net -> net.dhcp("2001:db8::1000-2001:db8::1fff"));
          c.node("pve1", n -> n.nic("eno1", lan.host(0x1fff)));
          c.node("pve2", n -> n.nic("eno1", lan.host(0x2000)));
        }))
        .reportsExactly("NET-043[node/pve1/eno1]");
  }

  @Test
  void addresses_beside_the_ranges_and_in_other_networks_pass() {
    rule.on(plan((c, lan) -> {
          var apart = c.network("apart", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", lan.host(99), lan.host(150)));
          c.node("pve2", n -> n.nic("eno1", apart.host(100)));
        }))
        .passes();
  }

  @Test
  void an_address_in_no_network_of_the_plan_is_undecided() {
    rule.on(PlanChanges.withNode(
            plan((c, lan) -> c.node("pve1", n -> {})),
            "pve1",
            it -> it.hardware(Hardware.builder()
                .bmc(Bmc.builder()
                    .controller(BmcKind.IPMI)
                    .address(
                        new InterfaceAddress(HostAddress.parse("10.0.0.101/16"), Optional.empty()))
                    .build())
                .build())))
        .isUndecidedFor("network of address 10.0.0.101");
  }

  @Test
  void a_plan_without_ranges_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var lan = c.network("lan", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", lan.host(11)));
        }))
        .isNotApplicable();
  }
}

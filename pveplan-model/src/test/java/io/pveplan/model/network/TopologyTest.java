package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.FilledValue;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.hardware.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyTest {

  private static Network network(String name, String subnet, Traffic... traffic) {
    return Network.builder()
        .name(name)
        .subnet(Subnet.parse(subnet))
        .addTraffic(traffic)
        .build();
  }

  private static InterfaceAddress on(String network, String address) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of(network));
  }

  private static Bridge bridge(String name, String... ports) {
    return Bridge.builder().name(name).addPorts(ports).build();
  }

  private static Bond bond(String name, String... slaves) {
    return Bond.builder().name(name).mode(BondMode.LACP).addSlaves(slaves).build();
  }

  private static ClusterPlan.Builder plan(NodeInterface... interfaces) {
    return ClusterPlan.builder()
        .name("prod")
        .addNode(Node.builder().name("pve1").addInterfaces(interfaces).build());
  }

  private static ResolvedPlan typical() {
    return ResolvedPlan.of(plan(
            Bridge.builder()
                .name("vmbr0")
                .addPorts("eno1")
                .addAddresses(on("mgmt", "10.0.0.11/24"))
                .build(),
            bond("bond0", "enp2s0", "enp3s0"),
            Bridge.builder()
                .name("vmbr1")
                .addPorts("bond0")
                .addNetworks("guests")
                .build(),
            Vlan.builder()
                .name("bond0.30")
                .parent("bond0")
                .tag(VlanTag.of(30))
                .addAddresses(on("ring", "10.0.1.11/24"), on("ring", "10.0.1.12/24"))
                .build(),
            Nic.builder()
                .name("eno9")
                .addAddresses(
                    new InterfaceAddress(HostAddress.parse("192.0.2.11/24"), Optional.empty()))
                .build())
        .addNetworks(
            network("mgmt", "10.0.0.0/24", Traffic.MANAGEMENT),
            network("ring", "10.0.1.0/24", Traffic.COROSYNC, Traffic.MIGRATION),
            Network.builder().name("guests").addTraffic(Traffic.GUEST).build())
        .build());
  }

  private static List<String> names(ResolvedPlan resolved) {
    return resolved.topology().interfaces("pve1").stream()
        .map(NodeInterface::name)
        .toList();
  }

  @Test
  void cards_that_are_only_ports_stand_between_the_declared_cards_and_the_rest() {
    ResolvedPlan resolved = ResolvedPlan.of(plan(
            bridge("vmbr0", "eno3"),
            Nic.builder().name("eno9").build(),
            bond("bond0", "eno1", "eno2"),
            Nic.builder().name("eno2").build(),
            bridge("vmbr1", "bond0"))
        .build());

    assertThat(names(resolved))
        .containsExactly("eno9", "eno2", "eno3", "eno1", "vmbr0", "bond0", "vmbr1");
  }

  @Test
  void a_card_that_is_only_a_port_has_the_line_of_what_lies_on_it() {
    ResolvedPlan resolved = ResolvedPlan.of(plan(Bridge.builder()
            .name("vmbr0")
            .addPorts("eno1")
            .declaredAt(new Origin("a.B", "B.java", 7))
            .build())
        .build());

    assertThat(resolved.topology().named("pve1", "eno1").orElseThrow().declaredAt())
        .hasToString("Optional[B.java:7]");
  }

  @Test
  void the_mtu_of_a_network_goes_down_to_the_cards() {
    ResolvedPlan resolved = ResolvedPlan.of(plan(
            bond("bond0", "eno1", "eno2"),
            Vlan.builder()
                .name("bond0.30")
                .parent("bond0")
                .tag(VlanTag.of(30))
                .addAddresses(on("ceph", "10.0.2.11/24"))
                .build(),
            Bridge.builder()
                .name("vmbr0")
                .addPorts("bond0")
                .addNetworks("guests")
                .build(),
            Bridge.builder().name("vmbr1").addPorts("eno3").build())
        .addNetworks(
            Network.builder()
                .name("ceph")
                .subnet(Subnet.parse("10.0.2.0/24"))
                .mtu(Mtu.of(9000))
                .build(),
            Network.builder().name("guests").mtu(Mtu.of(1600)).build())
        .build());

    assertThat(resolved.defaults().stream()
            .filter(it -> it.field().equals("mtu"))
            .map(it -> it.at() + " = " + it.value() + " (" + it.source() + ")"))
        .containsExactly(
            "node/pve1/eno1 = 9000 (the networks it carries)",
            "node/pve1/eno2 = 9000 (the networks it carries)",
            "node/pve1/bond0 = 9000 (the networks it carries)",
            "node/pve1/bond0.30 = 9000 (the networks it carries)",
            "node/pve1/vmbr0 = 1600 (the networks it carries)");
    assertThat(resolved.topology().named("pve1", "vmbr1").orElseThrow().mtu()).isEmpty();
    assertThat(resolved.topology().named("pve1", "eno3").orElseThrow().mtu()).isEmpty();
  }

  @Test
  void a_declared_mtu_stays_and_goes_down_too() {
    ResolvedPlan resolved = ResolvedPlan.of(plan(
            Nic.builder().name("eno1").mtu(Mtu.of(1500)).build(),
            Bond.builder().from(bond("bond0", "eno1", "eno2")).mtu(Mtu.of(9000)).build(),
            Bridge.builder()
                .name("vmbr0")
                .addPorts("bond0")
                .addNetworks("guests")
                .mtu(Mtu.of(1500))
                .build())
        .addNetwork(Network.builder().name("guests").mtu(Mtu.of(9000)).build())
        .build());

    assertThat(resolved.defaults())
        .filteredOn(it -> it.field().equals("mtu"))
        .extracting(FilledValue::at)
        .containsExactly(PlanPath.of("node", "pve1", "eno2"));
  }

  @Test
  void interfaces_are_found_by_name_network_and_neighbor() {
    Topology topology = typical().topology();

    assertThat(topology.named("pve1", "vmbr0")).isPresent();
    assertThat(topology.named("pve1", "vmbr9")).isEmpty();
    assertThat(topology.named("pve9", "vmbr0")).isEmpty();
    assertThat(topology.interfaceOn("pve1", "ring").map(NodeInterface::name)).contains("bond0.30");
    assertThat(topology.interfaceOn("pve1", "guests")).isEmpty();
    assertThat(topology.towards("pve1", IpAddress.parse("192.0.2.200")).map(NodeInterface::name))
        .contains("eno9");
    assertThat(topology.towards("pve1", IpAddress.parse("10.0.1.200")).map(NodeInterface::name))
        .contains("bond0.30");
    assertThat(topology.towards("pve1", IpAddress.parse("198.51.100.1"))).isEmpty();
  }

  @Test
  void addresses_are_found_by_network_and_by_traffic() {
    Topology topology = typical().topology();

    assertThat(topology.address("pve1", "ring")).contains(HostAddress.parse("10.0.1.11/24"));
    assertThat(topology.address("pve1", "guests")).isEmpty();
    assertThat(topology.address("pve9", "ring")).isEmpty();
    assertThat(topology.addressFor("pve1", Traffic.MIGRATION)).contains(on("ring", "10.0.1.11/24"));
    assertThat(topology.addressFor("pve1", Traffic.STORAGE)).isEmpty();
    assertThat(topology.nameAddress("pve1")).contains(HostAddress.parse("10.0.0.11/24"));
    assertThat(topology.nameNetwork("pve1")).contains("mgmt");
  }

  @Test
  void a_node_without_management_is_named_by_its_first_address() {
    ResolvedPlan resolved = ResolvedPlan.of(
        plan(Nic.builder().name("eno1").addAddresses(on("ring", "10.0.1.11/24")).build())
            .addNetwork(network("ring", "10.0.1.0/24"))
            .build());

    assertThat(resolved.topology().nameAddress("pve1")).contains(HostAddress.parse("10.0.1.11/24"));
    assertThat(resolved.topology().nameAddress("pve9")).isEmpty();
    assertThat(resolved.topology().nameNetwork("pve1")).contains("ring");
    assertThat(resolved.topology().nameNetwork("pve9")).isEmpty();
  }

  @Test
  void the_port_of_the_installation_is_below_the_address_of_the_node_name() {
    ResolvedPlan tagged = ResolvedPlan.of(plan(
            bond("bond0", "enp3s0", "enp2s0"),
            Vlan.builder()
                .name("bond0.30")
                .parent("bond0")
                .tag(VlanTag.of(30))
                .addAddresses(on("ring", "10.0.1.11/24"))
                .build())
        .addNetwork(network("ring", "10.0.1.0/24"))
        .build());
    InstallPort port = tagged.topology().installPort("pve1").orElseThrow();

    assertThat(port.nic().name()).isEqualTo("enp2s0");
    assertThat(port.network()).isEqualTo("ring");
    assertThat(port.vlan()).hasValue(30);
    assertThat(port.lacpBond()).contains("bond0");
    assertThat(port.differs()).isTrue();
    assertThat(typical().topology().installPort("pve1"))
        .map(it -> it.nic().name() + " " + it.network() + " " + it.differs())
        .contains("eno1 mgmt false");
    assertThat(typical().topology().installPort("pve9")).isEmpty();
  }

  @Test
  void bonds_are_found_below_everything() {
    Topology topology = typical().topology();

    assertThat(topology.bonds("pve1", "vmbr1")).extracting(Bond::name).containsExactly("bond0");
    assertThat(topology.bonds("pve1", "bond0.30")).extracting(Bond::name).containsExactly("bond0");
    assertThat(topology.bonds("pve1", "bond0")).extracting(Bond::name).containsExactly("bond0");
    assertThat(topology.bonds("pve1", "eno1")).isEmpty();
    assertThat(topology.bonds("pve1", "nope")).isEmpty();
    assertThat(topology.bonds("pve9", "bond0")).isEmpty();
  }

  @Test
  void cards_are_found_below_everything_and_networks_above_every_card() {
    Topology topology = typical().topology();

    assertThat(topology.physicalNics("pve1", "vmbr1")).containsExactly("enp2s0", "enp3s0");
    assertThat(topology.physicalNics("pve1", "bond0.30")).containsExactly("enp2s0", "enp3s0");
    assertThat(topology.physicalNics("pve1", "eno1")).containsExactly("eno1");
    assertThat(topology.physicalNics("pve1", "nope")).isEmpty();
    assertThat(topology.networksOver("pve1", "enp3s0")).containsExactly("guests", "ring");
    assertThat(topology.networksOver("pve1", "eno1")).containsExactly("mgmt");
    assertThat(topology.networksOver("pve1", "eno9")).isEmpty();
    assertThat(topology.networksOf("pve1")).containsExactly("guests", "mgmt", "ring");
    assertThat(topology.networksOf("pve9")).isEmpty();
    assertThat(topology.traffic(List.of("ring", "guests", "nope")))
        .containsExactly(Traffic.COROSYNC, Traffic.MIGRATION, Traffic.GUEST);
  }

  @Test
  void a_vlan_is_a_segment_of_its_own_and_a_port_lies_in_that_of_its_bridge() {
    Topology topology = typical().topology();

    assertThat(topology.segment("pve1", "bond0.30")).hasToString("Optional[vmbr1.30]");
    assertThat(topology.segment("pve1", "bond0")).hasToString("Optional[vmbr1]");
    assertThat(topology.segment("pve1", "vmbr0")).hasToString("Optional[vmbr0]");
    assertThat(topology.segment("pve1", "eno9")).hasToString("Optional[eno9]");
    assertThat(topology.segment("pve1", "nope")).isEmpty();
  }

  @Test
  void what_was_set_below_stays_and_nothing_under_it_is_raised() {
    ResolvedPlan resolved = ResolvedPlan.of(plan(
            Bond.builder()
                .name("bond0")
                .mode(BondMode.LACP)
                .addSlaves("eno1", "eno2")
                .mtu(Mtu.of(1500))
                .build(),
            Bridge.builder().name("vmbr0").addPorts("bond0").mtu(Mtu.of(9000)).build())
        .build());

    assertThat(resolved.topology().interfaces("pve1"))
        .extracting(NodeInterface::name, NodeInterface::mtu)
        .containsExactly(
            tuple("eno1", Optional.of(Mtu.of(1500))),
            tuple("eno2", Optional.of(Mtu.of(1500))),
            tuple("bond0", Optional.of(Mtu.of(1500))),
            tuple("vmbr0", Optional.of(Mtu.of(9000))));
  }

  @Test
  void a_gateway_may_be_link_local_with_ipv6() {
    IpAddress router = IpAddress.parse("fe80::1");

    assertThat(Network.builder()
            .name("mgmt")
            .subnet(Subnet.parse("2001:db8::/64"))
            .gateway(router)
            .build()
            .gateway())
        .contains(router);
  }
}

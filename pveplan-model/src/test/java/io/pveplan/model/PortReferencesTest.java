package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.BridgePort;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanTag;
import org.junit.jupiter.api.Test;

class PortReferencesTest {

  private static final BridgePort ACCESS =
      BridgePort.builder().access(VlanTag.of(30)).build();
  private static final BridgePort QUIET = BridgePort.builder().learning(false).build();

  @Test
  void port_options_need_a_bridge() {
    assertRefused(
        "eno1 has options of a bridge port and is a port of no bridge", "NET-037", card(QUIET));
    assertRefused(
        "eno1 has an access VLAN, and vmbr0 is not VLAN-aware",
        "NET-037",
        card(ACCESS),
        bridge(false));
    assertRefused(
        "eno1 has options that only a port of a Linux bridge has",
        "NET-037",
        card(QUIET),
        bridge(true));
    assertFine(card(QUIET), bridge(false));
    assertFine(card(ACCESS), bridge(true));
    assertFine(
        card(ACCESS), Bridge.builder().from(bridge(false)).vlanAware(true).build());
  }

  @Test
  void an_internal_port_needs_a_bridge_of_open_vswitch() {
    OvsIntPort port = OvsIntPort.builder().name("mgmt0").bridge("vmbr0").build();

    assertRefused("there is no interface \"vmbr0\"", "NET-036", port);
    assertRefused("vmbr0 is no bridge of Open vSwitch", "NET-036", port, bridge(false));
    assertFine(port, bridge(true));
  }

  @Test
  void a_bond_is_of_the_same_make_as_its_bridge() {
    assertRefused(
        "mode balance-slb is one of Open vSwitch, and bond0 is a port of none of its bridges",
        "NET-036",
        bond(BondMode.BALANCE_SLB),
        over(false, "bond0"));
    assertRefused(
        "Open vSwitch has no mode 802.3ad", "NET-036", bond(BondMode.LACP), over(true, "bond0"));
    assertRefused(
        "bond0 has options that only a bond of Linux has",
        "NET-036",
        Bond.builder().from(bond(BondMode.ACTIVE_BACKUP)).primary("eno2").build(),
        over(true, "bond0"));
    assertFine(bond(BondMode.LACP_BALANCE_TCP), over(true, "bond0"));
    assertFine(bond(BondMode.ACTIVE_BACKUP), over(true, "bond0"));
    assertFine(bond(BondMode.ACTIVE_BACKUP), over(false, "bond0"));
  }

  @Test
  void no_vlan_interface_lies_on_open_vswitch_or_below_it() {
    String refusal = " belongs to Open vSwitch, on which no VLAN interface lies";

    assertRefused("vmbr0" + refusal, "NET-015", vlan("vmbr0"), bridge(true));
    assertRefused(
        "bond0" + refusal,
        "NET-015",
        vlan("bond0"),
        bond(BondMode.BALANCE_SLB),
        over(true, "bond0"));
    assertRefused(
        "vmbr0 takes no VLAN interface as a port",
        "NET-007",
        Nic.builder().name("eno2").build(),
        vlan("eno2"),
        over(true, "eno2.30"));
    assertFine(vlan("vmbr0"), bridge(false));
  }

  private static Nic card(BridgePort port) {
    return Nic.builder().name("eno1").bridgePort(port).build();
  }

  private static Bridge bridge(boolean ovs) {
    return over(ovs, "eno1");
  }

  private static Bridge over(boolean ovs, String port) {
    return Bridge.builder().name("vmbr0").openVswitch(ovs).addPorts(port).build();
  }

  private static Bond bond(BondMode mode) {
    return Bond.builder().name("bond0").mode(mode).addSlaves("eno2", "eno3").build();
  }

  private static Vlan vlan(String parent) {
    return Vlan.builder()
        .name(parent + ".30")
        .parent(parent)
        .tag(VlanTag.of(30))
        .build();
  }

  private static void assertFine(NodeInterface... interfaces) {
    assertThat(PlanIntegrity.problems(plan(interfaces))).isEmpty();
  }

  private static void assertRefused(String message, String rule, NodeInterface... interfaces) {
    assertThat(PlanIntegrity.problems(plan(interfaces)))
        .extracting(it -> it.message() + it.rule().map(id -> " [" + id + "]").orElse(""))
        .containsExactly(message + " [" + rule + "]");
  }

  private static ClusterPlan plan(NodeInterface... interfaces) {
    return ClusterPlan.builder()
        .name("lab")
        .addNode(Node.builder().name("pve1").addInterfaces(interfaces).build())
        .build();
  }
}

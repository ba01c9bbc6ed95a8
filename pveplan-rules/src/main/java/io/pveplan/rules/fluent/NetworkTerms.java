package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.unit.DataRate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Networks and the interfaces of nodes, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule fast = rule("ACME-017", WARNING)
 *     .forEach(nics())
 *     .should(have(speed(), atLeast(gbit(10))))
 *     .fix("Take a faster NIC.");
 * }</pre>
 *
 * @since 0.1
 */
public final class NetworkTerms {

  private NetworkTerms() {}

  /** {@return the networks} */
  public static Subjects<Network> networks() {
    return Subjects.declared(
        "network", "networks", ResolvedPlan::networks, Network::path, Network::name);
  }

  /** {@return the interfaces of nodes, of every kind} */
  public static Parts<Node, NodeInterface> interfaces() {
    return interfaces("interface", "interfaces", NodeInterface.class);
  }

  /** {@return the physical NICs of nodes, those below bonds and bridges included} */
  public static Parts<Node, Nic> nics() {
    return interfaces("NIC", "NICs", Nic.class);
  }

  /** {@return the bonds of nodes} */
  public static Parts<Node, Bond> bonds() {
    return interfaces("bond", "bonds", Bond.class);
  }

  /** {@return the bridges of nodes} */
  public static Parts<Node, Bridge> bridges() {
    return interfaces("bridge", "bridges", Bridge.class);
  }

  /** {@return the VLAN interfaces of nodes} */
  public static Parts<Node, Vlan> vlans() {
    return interfaces("VLAN interface", "VLAN interfaces", Vlan.class);
  }

  /** {@return MTU of a network} */
  public static Fact<Network, Integer> networkMtu() {
    return Fact.said("an MTU", network -> network.mtu().map(Mtu::value));
  }

  /** {@return subnet of a network} */
  public static Fact<Network, Subnet> subnet() {
    return Fact.said("a subnet", Network::subnet);
  }

  /** {@return gateway of a network} */
  public static Fact<Network, IpAddress> gateway() {
    return Fact.said("a gateway", Network::gateway);
  }

  /**
   * That a network carries a kind of traffic, as it is declared or as the plan has it.
   *
   * @param traffic kind of traffic
   * @return holds for a network that carries it
   */
  public static Condition<Network> carryTraffic(Traffic traffic) {
    return Members.have(
        "carry traffic",
        traffic,
        "carries",
        "traffic",
        (network, plan) -> plan.networkUse().traffic(network.name()));
  }

  /** {@return holds for a network that is declared redundant} */
  public static Condition<Network> areRedundant() {
    return Conditions.condition("are redundant", Network::redundant);
  }

  /** {@return MTU of an interface} */
  public static Fact<Part<Node, ? extends NodeInterface>, Integer> mtu() {
    return Fact.said("an MTU", each -> each.value().mtu().map(Mtu::value));
  }

  /** {@return comment of an interface} */
  public static Fact<Part<Node, ? extends NodeInterface>, String> interfaceComment() {
    return Fact.said("a comment", each -> each.value().comment());
  }

  /**
   * That an interface has an address on a network.
   *
   * @param network name of the network
   * @return holds for an interface with an address on the network
   */
  public static Condition<Part<Node, ? extends NodeInterface>> haveAddressOn(String network) {
    return Members.have(
        "have an address on network",
        network,
        "has addresses on",
        "networks",
        (each, plan) -> networksOf(each.value()));
  }

  /** {@return speed of a NIC} */
  public static Fact<Part<Node, Nic>, DataRate> speed() {
    return Fact.said("a speed", nic -> nic.value().speed());
  }

  /** {@return MAC address of a NIC} */
  public static Fact<Part<Node, Nic>, MacAddress> mac() {
    return Fact.said("a MAC address", nic -> nic.value().mac());
  }

  /** {@return mode of a bond} */
  public static Fact<Part<Node, Bond>, BondMode> bondMode() {
    return Fact.always("a bond mode", bond -> bond.value().mode());
  }

  /** {@return hash policy of a bond} */
  public static Fact<Part<Node, Bond>, HashPolicy> hashPolicy() {
    return Fact.said("a hash policy", bond -> bond.value().hashPolicy());
  }

  /** {@return preferred NIC of a bond} */
  public static Fact<Part<Node, Bond>, String> primary() {
    return Fact.said("a primary NIC", bond -> bond.value().primary());
  }

  /** {@return number of NICs below a bond} */
  public static Fact<Part<Node, Bond>, Integer> slaves() {
    return Fact.count(
        "slave", "slaves", bond -> OptionalInt.of(bond.value().slaves().size()));
  }

  /** {@return number of ports of a bridge} */
  public static Fact<Part<Node, Bridge>, Integer> ports() {
    return Fact.count(
        "port", "ports", bridge -> OptionalInt.of(bridge.value().ports().size()));
  }

  /** {@return holds for a bridge that is VLAN-aware} */
  public static Condition<Part<Node, Bridge>> areVlanAware() {
    return Conditions.condition("are VLAN-aware", bridge -> bridge.value().vlanAware());
  }

  /** {@return tag of a VLAN interface} */
  public static Fact<Part<Node, Vlan>, Integer> vlanTag() {
    return Fact.always("a VLAN tag", vlan -> vlan.value().tag().value());
  }

  private static <T extends NodeInterface> Parts<Node, T> interfaces(
      String one, String many, Class<T> kind) {
    return Parts.of(
        one,
        many,
        HardwareTerms.nodes(),
        (node, plan) ->
            node.interfaces().stream().filter(kind::isInstance).map(kind::cast).toList(),
        (node, each, number) -> node.path().child(each.name()));
  }

  private static List<String> networksOf(NodeInterface each) {
    return each.addresses().stream()
        .map(InterfaceAddress::network)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}

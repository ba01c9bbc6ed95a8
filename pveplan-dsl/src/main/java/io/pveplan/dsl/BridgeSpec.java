package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.VlanRange;
import java.util.List;
import java.util.Optional;

/**
 * Scope of a bridge.
 *
 * <pre>{@code
 * n.bridge("vmbr5", b -> b.over("eno1").vlanAware("30", "100-199").mtu(9000));
 * n.bridge("vmbr6", b -> b.over("eno2").mtu(90)); // refused: is not an MTU
 * }</pre>
 *
 * @since 0.1
 */
public final class BridgeSpec extends Scope {

  final Bridge.Builder bridge = Bridge.builder();
  private final NodeSpec node;

  BridgeSpec(Definition definition, PlanPath at, String name, NodeSpec node) {
    super(definition, at);
    this.node = node;
    bridge.name(name).declaredAt(line);
  }

  /** Attaches NICs, bonds or VLAN interfaces by name. NICs need no declaration of their own. */
  public BridgeSpec over(String... ports) {
    setEach("ports", ports, it -> bridge.addPort(NameFormat.INTERFACE.require(it)));
    return this;
  }

  /** Declares a bond and attaches it. */
  public BridgeSpec over(Bonding bond) {
    Optional<Bond> built =
        make(node.at.child(bond.name()), () -> bond.bond(List.of(), CallSite.here()));
    node.addInterface(bond.name(), built);
    built.ifPresent(it -> bridge.addPort(it.name()));
    return this;
  }

  /** Adds an address of the node. */
  public BridgeSpec address(NetworkAddress address) {
    requireOpen();
    definition.resolve(at.child("addresses"), address).ifPresent(bridge::addAddress);
    return this;
  }

  /**
   * Adds an address of the node that belongs to no network of the plan.
   *
   * @param address address with prefix length, for example {@code 10.20.0.11/24}
   */
  public BridgeSpec address(String address) {
    return address(NetworkAddress.elsewhere(address));
  }

  /** Lets the bridge take the VLAN tags of guests as they are, all of 2 to 4094. */
  public BridgeSpec vlanAware() {
    set("vlanAware", true, bridge::vlanAware);
    return this;
  }

  /**
   * Lets the bridge take these VLAN tags.
   *
   * @param ranges tags and ranges from 2 to 4094, for example {@code "30", "100-199"}
   */
  public BridgeSpec vlanAware(String... ranges) {
    vlanAware();
    setEach("vids", ranges, it -> bridge.addVid(VlanRange.parse(it)));
    return this;
  }

  /** Lets Open vSwitch make the bridge; it takes VLAN tags as they are. */
  public BridgeSpec openVswitch() {
    set("openVswitch", true, bridge::openVswitch);
    return this;
  }

  /**
   * Switches the spanning tree protocol on.
   *
   * @param forwardDelay seconds before a new link is used, 2 to 30
   */
  public BridgeSpec spanningTree(int forwardDelay) {
    set("stpDelay", forwardDelay, bridge::stpDelay);
    return this;
  }

  /** Names networks whose guests are attached here. */
  public BridgeSpec carries(NetworkRef... networks) {
    setEach("networks", networks, it -> bridge.addNetwork(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sets the MTU, 1280 to 65520; without it the networks on the bridge decide. */
  public BridgeSpec mtu(int mtu) {
    set("mtu", mtu, it -> bridge.mtu(Mtu.of(it)));
    return this;
  }

  /** Sets the comment in the stanza: one line, or several with line feeds between. */
  public BridgeSpec comment(String comment) {
    set("comment", comment, bridge::comment);
    return this;
  }
}

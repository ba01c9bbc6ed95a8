package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.VlanRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scope of a Linux bridge.
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
    set(() -> bridge.addPorts(ports));
    return this;
  }

  /** Declares a bond and attaches it. */
  public BridgeSpec over(Bonding bond) {
    Optional<Bond> built = make(at, () -> bond.bond(List.of(), CallSite.here()));
    node.addInterface(bond.name(), built);
    built.ifPresent(it -> bridge.addPort(it.name()));
    return this;
  }

  /** Adds an address of the node. */
  public BridgeSpec address(NetworkAddress address) {
    requireOpen();
    definition.resolve(at, address).ifPresent(bridge::addAddress);
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
    set(() -> bridge.vlanAware(true));
    return this;
  }

  /**
   * Lets the bridge take these VLAN tags.
   *
   * @param ranges tags and ranges, for example {@code "30", "100-199"}
   */
  public BridgeSpec vlanAware(String... ranges) {
    set(() -> bridge
        .vlanAware(true)
        .addAllVids(Arrays.stream(ranges).map(VlanRange::parse).toList()));
    return this;
  }

  /** Names networks whose guests are attached here. */
  public BridgeSpec carries(NetworkRef... networks) {
    set(() -> bridge.addAllNetworks(names((Object[]) networks)));
    return this;
  }

  /** Sets the MTU, 1280 to 65520; without it the networks on the bridge decide. */
  public BridgeSpec mtu(int mtu) {
    set(() -> bridge.mtu(Mtu.of(mtu)));
    return this;
  }

  /** Sets the comment in the stanza, one line. */
  public BridgeSpec comment(String comment) {
    set(() -> bridge.comment(comment));
    return this;
  }
}

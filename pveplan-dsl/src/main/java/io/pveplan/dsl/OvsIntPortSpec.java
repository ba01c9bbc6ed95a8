package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.VlanTag;

/**
 * Scope of an interface of the node on a bridge of Open vSwitch.
 *
 * <pre>{@code
 * n.bridge("vmbr8", b -> b.openVswitch().over("eno8"));
 * n.ovsIntPort("mgmt0", "vmbr8", p -> p.tag(20).address("172.20.52.11/24"));
 * n.ovsIntPort("eno9", "vmbr8", p -> {}); // refused: is no name of an internal port
 * }</pre>
 *
 * @since 0.1
 */
public final class OvsIntPortSpec extends Scope {

  final OvsIntPort.Builder port = OvsIntPort.builder();

  OvsIntPortSpec(Definition definition, PlanPath at, String name, String bridge) {
    super(definition, at);
    port.name(name).bridge(bridge).declaredAt(line);
  }

  /**
   * Sets the VLAN it is in.
   *
   * @param tag 1 to 4094
   */
  public OvsIntPortSpec tag(int tag) {
    set("tag", tag, it -> port.tag(VlanTag.of(it)));
    return this;
  }

  /** Adds addresses. */
  public OvsIntPortSpec addresses(NetworkAddress... addresses) {
    requireOpen();
    for (NetworkAddress address : addresses) {
      definition.resolve(at.child("addresses"), address).ifPresent(port::addAddress);
    }
    return this;
  }

  /**
   * Adds an address that belongs to no network of the plan.
   *
   * @param address address with prefix length, for example {@code 10.20.0.11/24}
   */
  public OvsIntPortSpec address(String address) {
    return addresses(NetworkAddress.elsewhere(address));
  }

  /** Sets the MTU, 1280 to 65520; without it the networks on the interface decide. */
  public OvsIntPortSpec mtu(int mtu) {
    set("mtu", mtu, it -> port.mtu(Mtu.of(it)));
    return this;
  }

  /** Sets the comment in the stanza: one line, or several with line feeds between. */
  public OvsIntPortSpec comment(String comment) {
    set("comment", comment, port::comment);
    return this;
  }
}

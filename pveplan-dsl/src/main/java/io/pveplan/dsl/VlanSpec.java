package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanProtocol;
import io.pveplan.model.network.VlanTag;

/**
 * Scope of a VLAN interface of a node.
 *
 * <pre>{@code
 * n.nic("eno5").vlan("eno5.30", b -> b.address("172.20.50.11/24"));
 * n.vlan("eno5.31", b -> b.address("172.20.50.11")); // refused: is not a host address
 * }</pre>
 *
 * @since 0.1
 */
public final class VlanSpec extends Scope {

  final Vlan.Builder vlan = Vlan.builder();

  VlanSpec(Definition definition, PlanPath at, String name) {
    super(definition, at);
    vlan.name(name).parent(name).tag(StandIn.TAG).declaredAt(line);
    if (!set("", name, this::split)) {
      leaveOut("parent");
      leaveOut("tag");
      breakOff();
    }
  }

  VlanSpec(Definition definition, PlanPath at, String name, String parent, int tag) {
    super(definition, at);
    vlan.name(name).parent(parent).tag(StandIn.TAG).declaredAt(line);
    if (!set("tag", tag, it -> vlan.tag(VlanTag.of(it)))) {
      breakOff();
    }
  }

  private Vlan.Builder split(String name) {
    NameFormat.INTERFACE.require(name);
    int dot = name.lastIndexOf('.');
    if (dot < 0 || !name.substring(dot + 1).matches("[0-9]{1,9}")) {
      throw new InvalidValueException(
          "\"" + name + "\" does not tell parent and tag",
          "Write parent.tag, for example bond1.30.",
          "NET-016");
    }
    return vlan.parent(name.substring(0, dot))
        .tag(VlanTag.of(Integer.parseInt(name.substring(dot + 1))));
  }

  /** Sets what marks its frames; 802.1Q when not set. */
  public VlanSpec protocol(VlanProtocol protocol) {
    set("protocol", protocol, vlan::protocol);
    return this;
  }

  /** Adds addresses. */
  public VlanSpec addresses(NetworkAddress... addresses) {
    requireOpen();
    for (NetworkAddress address : addresses) {
      definition.resolve(at.child("addresses"), address).ifPresent(vlan::addAddress);
    }
    return this;
  }

  /**
   * Adds an address that belongs to no network of the plan.
   *
   * @param address address with prefix length, for example {@code 10.20.0.11/24}
   */
  public VlanSpec address(String address) {
    return addresses(NetworkAddress.elsewhere(address));
  }

  /** Sets the MTU, 1280 to 65520; without it the networks on the interface decide. */
  public VlanSpec mtu(int mtu) {
    set("mtu", mtu, it -> vlan.mtu(Mtu.of(it)));
    return this;
  }

  /** Sets how the bridge it is a port of treats it. */
  public VlanSpec asPort(PortOptions options) {
    set("bridgePort", options, it -> vlan.bridgePort(it.port()));
    return this;
  }

  /** Sets the comment in the stanza: one line, or several with line feeds between. */
  public VlanSpec comment(String comment) {
    set("comment", comment, vlan::comment);
    return this;
  }
}

package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Vlan;

/**
 * Scope of a VLAN interface of a node.
 *
 * @since 0.1
 */
public final class VlanSpec extends Scope {

  final Vlan.Builder vlan = Vlan.builder();

  VlanSpec(Definition definition, PlanPath at, String name) {
    super(definition, at);
    vlan.name(name).declaredAt(line);
  }

  /** Adds addresses. */
  public VlanSpec addresses(NetworkAddress... addresses) {
    requireOpen();
    for (NetworkAddress address : addresses) {
      definition.resolve(at, address).ifPresent(vlan::addAddress);
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
    set(() -> vlan.mtu(Mtu.of(mtu)));
    return this;
  }

  /** Sets the comment in the stanza, one line. */
  public VlanSpec comment(String comment) {
    set(() -> vlan.comment(comment));
    return this;
  }
}

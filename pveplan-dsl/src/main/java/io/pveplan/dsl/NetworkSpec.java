package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.Traffic;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.VlanRange;

/**
 * Scope of a network.
 *
 * @since 0.1
 */
public final class NetworkSpec extends Scope {

  final Network.Builder network = Network.builder();

  NetworkSpec(Definition definition, String name) {
    super(definition, PlanPath.of("network", name));
    network.name(name).declaredAt(line);
  }

  /**
   * Sets the default gateway. Each node with an address on this network gets it as its default
   * route, guests with a static address on it too.
   *
   * @param address an address of the subnet
   */
  public NetworkSpec gateway(String address) {
    set(() -> network.gateway(IpAddress.parse(address)));
    return this;
  }

  /** Adds what travels on the network. */
  public NetworkSpec carries(Traffic... traffic) {
    set(() -> network.addTraffic(traffic));
    return this;
  }

  /**
   * Sets the MTU.
   *
   * @param mtu 1280 to 65520
   */
  public NetworkSpec mtu(int mtu) {
    set(() -> network.mtu(Mtu.of(mtu)));
    return this;
  }

  /**
   * Adds VLAN tags that belong to the network.
   *
   * @param first 1 to 4094
   * @param last 1 to 4094, not below the first
   */
  public NetworkSpec vlans(int first, int last) {
    set(() -> network.addVlan(VlanRange.of(first, last)));
    return this;
  }

  /**
   * Adds a VLAN tag that belongs to the network.
   *
   * @param tag 1 to 4094
   */
  public NetworkSpec vlan(int tag) {
    set(() -> network.addVlan(VlanRange.of(tag)));
    return this;
  }

  /** Says that each node needs two physical ports for the network. */
  public NetworkSpec redundant() {
    set(() -> network.redundant(true));
    return this;
  }
}

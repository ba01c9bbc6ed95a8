package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.Traffic;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.unit.DataRate;
import java.time.Duration;
import java.util.Objects;

/**
 * Scope of a network.
 *
 * <pre>{@code
 * c.network("lan", "10.30.0.0/24", net -> net.carries(GUEST).gateway("10.30.0.1").mtu(9000));
 * c.network("lab", "10.31.0.0/24", net -> net.gateway("10.30.0.1")); // refused: is not in
 * }</pre>
 *
 * @since 0.1
 */
public final class NetworkSpec extends Scope {

  final Network.Builder network = Network.builder();

  NetworkSpec(Definition definition, String name) {
    super(definition, PlanPath.of("network", Objects.requireNonNull(name, "name")));
    network.name(name).declaredAt(line);
  }

  // A gateway can not be judged without the subnet.
  final void subnet(String subnet) {
    Objects.requireNonNull(subnet, "subnet");
    if (!set("subnet", subnet, it -> network.subnet(Subnet.parse(it)))) {
      leaveOut("gateway");
      breakOff();
    }
  }

  /**
   * Sets the default gateway. Each node with an address on this network gets it as its default
   * route, guests with a static address on it too.
   *
   * @param address an address of the subnet
   */
  public NetworkSpec gateway(String address) {
    set("gateway", address, it -> network.gateway(IpAddress.parse(it)));
    return this;
  }

  /** Adds what travels on the network. */
  public NetworkSpec carries(Traffic... traffic) {
    setEach("traffic", traffic, network::addTraffic);
    return this;
  }

  /**
   * Sets the MTU.
   *
   * @param mtu 1280 to 65520
   */
  public NetworkSpec mtu(int mtu) {
    set("mtu", mtu, it -> network.mtu(Mtu.of(it)));
    return this;
  }

  /** Sets what the traffic needs on the way from each node. */
  public NetworkSpec bandwidth(DataRate bandwidth) {
    set("bandwidth", bandwidth, network::bandwidth);
    return this;
  }

  /**
   * Sets the longest round trip between two nodes on the network, as {@code ping} shows it. Corosync
   * wants less than 5 ms.
   *
   * @param roundTrip zero or more
   */
  public NetworkSpec latency(Duration roundTrip) {
    set("latency", roundTrip, network::latency);
    return this;
  }

  /**
   * Adds VLAN tags that belong to the network.
   *
   * @param first 1 to 4094
   * @param last 1 to 4094, not below the first
   */
  public NetworkSpec vlans(int first, int last) {
    set("vlans", first, it -> network.addVlan(VlanRange.of(it, last)));
    return this;
  }

  /**
   * Adds a VLAN tag that belongs to the network.
   *
   * @param tag 1 to 4094
   */
  public NetworkSpec vlan(int tag) {
    set("vlans", tag, it -> network.addVlan(VlanRange.of(it)));
    return this;
  }

  /** Says that each node needs two physical ports for the network. */
  public NetworkSpec redundant() {
    set("redundant", true, network::redundant);
    return this;
  }
}

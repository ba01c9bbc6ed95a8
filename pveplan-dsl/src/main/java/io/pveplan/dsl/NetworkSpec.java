package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.Traffic;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.ReservedRange;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VirtualAddress;
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
      leaveOut("dhcpRanges");
      leaveOut("reservedRanges");
      leaveOut("vips");
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

  /**
   * Adds addresses that a DHCP server outside of the plan gives out. No static address of the plan
   * should be one of them: rule NET-043.
   *
   * <pre>{@code
   * c.network("lan", "10.30.0.0/24", net -> net.dhcp("10.30.0.100-10.30.0.199"));
   * c.network("lab", "10.31.0.0/24", net -> net.dhcp("10.30.0.9-10.30.0.99")); // refused: is not in
   * }</pre>
   *
   * @param range first address, dash, last address, all of the subnet
   * @return this scope
   */
  public NetworkSpec dhcp(String range) {
    set(
        "dhcpRanges",
        range,
        it -> network.addDhcpRange(ReservedRange.builder()
            .range(AddressRange.parse(it))
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /**
   * Keeps addresses for machines that the plan does not know. Nothing that the plan gives an address
   * to should have one of them: rule NET-044.
   *
   * <pre>{@code
   * c.network("lan", "10.30.0.0/24", net -> net.reserve("10.30.0.200-10.30.0.219", "printers"));
   * c.network("lab", "10.31.0.0/24", net -> net.reserve("10.31.0.20", "door")); // refused: is not
   * }</pre>
   *
   * @param range first address, dash, last address, all of the subnet
   * @param purpose what they are for, in one line
   * @return this scope
   */
  public NetworkSpec reserve(String range, String purpose) {
    Objects.requireNonNull(purpose, "purpose");
    set(
        "reservedRanges",
        range,
        it -> network.addReservedRange(ReservedRange.builder()
            .range(AddressRange.parse(it))
            .purpose(NameFormat.LINE.require(purpose))
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /**
   * Adds an address that goes from machine to machine, as VRRP and keepalived do it.
   *
   * <pre>{@code
   * c.network("lan", "10.30.0.0/24", net -> net.vip("10.30.0.5", "proxy of the web servers"));
   * c.network("lab", "10.31.0.0/24", net -> net.vip("10.30.0.5", "proxy")); // refused: is not in
   * }</pre>
   *
   * @param address an address of the subnet
   * @param purpose what answers at it, in one line
   * @return this scope
   */
  public NetworkSpec vip(String address, String purpose) {
    Objects.requireNonNull(purpose, "purpose");
    set(
        "vips",
        address,
        it -> network.addVip(VirtualAddress.builder()
            .address(IpAddress.parse(it))
            .purpose(NameFormat.LINE.require(purpose))
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /** Says that each node needs two physical ports for the network. */
  public NetworkSpec redundant() {
    set("redundant", true, network::redundant);
    return this;
  }
}

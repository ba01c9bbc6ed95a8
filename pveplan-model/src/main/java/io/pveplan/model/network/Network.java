package io.pveplan.model.network;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.Traffic;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A network of the plan: a subnet, what travels on it, and what it needs.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNetwork.class)
@JsonDeserialize(as = ImmutableNetwork.class)
public interface Network extends Declared {

  /** Name, used in this plan only. */
  String name();

  /** Addresses; absent for a network whose addresses others give out. */
  Optional<Subnet> subnet();

  /**
   * Default gateway. Each node with an address on this network gets it as its default route, so set
   * it on one network of a node only.
   */
  Optional<IpAddress> gateway();

  /** What travels on it. */
  @Value.NaturalOrder
  SortedSet<Traffic> traffic();

  /** MTU of its interfaces; 1500 when absent. */
  Optional<Mtu> mtu();

  /** Longest round trip between two nodes on it, as {@code ping} shows it. */
  Optional<Duration> latency();

  /** What its traffic needs on the way from each node, when that is known. */
  Optional<DataRate> bandwidth();

  /** VLAN tags that belong to it, for guests on a VLAN-aware bridge. */
  List<VlanRange> vlans();

  /** Addresses that a DHCP server gives out; nothing in the plan has one of them. */
  List<ReservedRange> dhcpRanges();

  /** Addresses that are kept for machines the plan does not know. */
  List<ReservedRange> reservedRanges();

  /** Addresses that go from machine to machine. */
  List<VirtualAddress> vips();

  /** Whether each node needs two physical ports for it. */
  @Value.Default
  default boolean redundant() {
    return false;
  }

  /** The place of the network in the plan. */
  default PlanPath path() {
    return PlanPath.of("network", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Network}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNetwork.Builder {
    Builder() {}

    @Override
    public Network build() {
      Network built = super.build();
      RangeCheck ranges = new RangeCheck(built);
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check(
              "latency",
              () -> built.latency().ifPresent(it -> Ranges.requireNotNegative("latency", it)))
          .check("gateway", () -> GatewayCheck.require(built.gateway(), built.subnet()))
          .check("dhcpRanges", () -> ranges.require(built.dhcpRanges()))
          .check("reservedRanges", () -> ranges.require(built.reservedRanges()))
          .check("vips", () -> RangeCheck.requireVips(built))
          .end();
      return built;
    }
  }
}

package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A zone of routed VXLAN tunnels, with BGP EVPN by FRRouting.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableEvpnZone.class)
@JsonDeserialize(as = ImmutableEvpnZone.class)
@JsonTypeName("evpn")
public non-sealed interface EvpnZone extends Zone {

  /** ID of its controller. */
  String controller();

  /** VXLAN ID of its routing table, 1 to 16777215. */
  int vrfVxlan();

  /** Names of the nodes that route to the outside. */
  @Value.NaturalOrder
  SortedSet<String> exitNodes();

  /** Name of the exit node that is used first. */
  Optional<String> primaryExitNode();

  @Override
  default String type() {
    return "evpn";
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link EvpnZone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableEvpnZone.Builder {
    Builder() {}

    @Override
    public EvpnZone build() {
      EvpnZone built = super.build();
      new Faults()
          .check(() -> ZoneCheck.require(built))
          .check("controller", () -> NameFormat.SDN_CONTROLLER.require(built.controller()))
          .check("vrfVxlan", () -> Ranges.require("vrf-vxlan", built.vrfVxlan(), 1, 16_777_215))
          .each("exitNodes", built.exitNodes(), NameFormat.NODE::require)
          .check(
              "primaryExitNode", () -> built.primaryExitNode().ifPresent(NameFormat.NODE::require))
          .end();
      return built;
    }
  }
}

package io.pveplan.model.sdn;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An EVPN controller: the BGP peers of FRRouting.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableEvpnController.class)
@JsonDeserialize(as = ImmutableEvpnController.class)
public interface EvpnController extends Declared {

  /** Controller ID. */
  String id();

  /** Number of the autonomous system, 0 to 4294967295. */
  long asn();

  /** Name of the network over which the nodes are peers. */
  String network();

  /** The place of the controller in the plan. */
  default PlanPath path() {
    return PlanPath.of("sdn", "controller", id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link EvpnController}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableEvpnController.Builder {
    Builder() {}

    @Override
    public EvpnController build() {
      EvpnController built = super.build();
      new Faults()
          .check(() -> NameFormat.SDN_CONTROLLER.require(built.id()))
          .check(
              "asn",
              () -> Ranges.require("autonomous system number", built.asn(), 0L, 4_294_967_295L))
          .check("network", () -> NameFormat.LABEL.require(built.network()))
          .end();
      return built;
    }
  }
}

package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A zone whose VNets are VXLAN tunnels between the nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVxlanZone.class)
@JsonDeserialize(as = ImmutableVxlanZone.class)
@JsonTypeName("vxlan")
public non-sealed interface VxlanZone extends Zone {

  /** Name of the network the tunnels run over. */
  String network();

  @Override
  default String type() {
    return "vxlan";
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VxlanZone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVxlanZone.Builder {
    Builder() {}

    @Override
    public VxlanZone build() {
      VxlanZone built = super.build();
      new Faults()
          .check(() -> ZoneCheck.require(built))
          .check("network", () -> NameFormat.LABEL.require(built.network()))
          .end();
      return built;
    }
  }
}

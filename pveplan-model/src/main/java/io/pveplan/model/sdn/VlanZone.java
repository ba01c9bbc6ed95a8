package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A zone whose VNets are VLANs of a bridge.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVlanZone.class)
@JsonDeserialize(as = ImmutableVlanZone.class)
@JsonTypeName("vlan")
public non-sealed interface VlanZone extends Zone {

  /** Name of the bridge. */
  String bridge();

  @Override
  default String type() {
    return "vlan";
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VlanZone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVlanZone.Builder {
    Builder() {}

    @Override
    public VlanZone build() {
      VlanZone built = super.build();
      new Faults()
          .check(() -> ZoneCheck.require(built))
          .check("bridge", () -> NameFormat.INTERFACE.require(built.bridge()))
          .end();
      return built;
    }
  }
}

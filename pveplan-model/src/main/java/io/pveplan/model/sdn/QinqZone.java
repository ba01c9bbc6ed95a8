package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.VlanTag;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A zone whose VNets are VLANs inside a service VLAN.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableQinqZone.class)
@JsonDeserialize(as = ImmutableQinqZone.class)
@JsonTypeName("qinq")
public non-sealed interface QinqZone extends Zone {

  /** Name of the bridge. */
  String bridge();

  /** Tag of the service VLAN. */
  VlanTag tag();

  @Override
  default String type() {
    return "qinq";
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link QinqZone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableQinqZone.Builder {
    Builder() {}

    @Override
    public QinqZone build() {
      QinqZone built = super.build();
      new Faults()
          .check(() -> ZoneCheck.require(built))
          .check("bridge", () -> NameFormat.INTERFACE.require(built.bridge()))
          .end();
      return built;
    }
  }
}

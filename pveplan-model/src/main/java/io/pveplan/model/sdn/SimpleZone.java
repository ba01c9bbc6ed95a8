package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A zone of isolated bridges, one on each node, optionally with DHCP and SNAT.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSimpleZone.class)
@JsonDeserialize(as = ImmutableSimpleZone.class)
@JsonTypeName("simple")
public non-sealed interface SimpleZone extends Zone {

  @Override
  default String type() {
    return "simple";
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SimpleZone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableSimpleZone.Builder {
    Builder() {}

    @Override
    public SimpleZone build() {
      SimpleZone built = super.build();
      new Faults().check(() -> ZoneCheck.require(built)).end();
      return built;
    }
  }
}

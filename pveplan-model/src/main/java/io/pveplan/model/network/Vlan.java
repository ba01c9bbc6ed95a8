package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A VLAN interface on a NIC, bond or bridge.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVlan.class)
@JsonDeserialize(as = ImmutableVlan.class)
@JsonTypeName("vlan")
public non-sealed interface Vlan extends NodeInterface {

  /** VLAN tag. */
  VlanTag tag();

  /** Name of the interface it lies on. */
  String parent();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Vlan}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVlan.Builder {
    Builder() {}

    @Override
    public Vlan build() {
      Vlan built = super.build();
      NameFormat.INTERFACE.require(built.name());
      NameFormat.INTERFACE.require(built.parent());
      built.comment().ifPresent(NameFormat.LINE::require);
      VlanCheck.require(built);
      return built;
    }
  }
}

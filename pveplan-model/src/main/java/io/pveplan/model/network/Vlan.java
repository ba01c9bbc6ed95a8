package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A VLAN interface on a NIC, bond or bridge: {@code bond1.30}, or {@code vlan30} and any other name
 * without a dot.
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

  /** What marks its frames; 802.1Q when absent. */
  Optional<VlanProtocol> protocol();

  @Override
  Optional<BridgePort> bridgePort();

  /** Whether its name tells parent and tag: {@code bond1.30}. */
  default boolean dotted() {
    return name().equals(parent() + "." + tag());
  }

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
      new Faults()
          .check(() -> NameFormat.INTERFACE.require(built.name()))
          .check("parent", () -> NameFormat.INTERFACE.require(built.parent()))
          .check("comment", () -> built.comment().ifPresent(CommentCheck::require))
          .check("tag", () -> VlanCheck.require(built))
          .end();
      return built;
    }
  }
}

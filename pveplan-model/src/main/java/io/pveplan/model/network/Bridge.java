package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Linux bridge: where guests, and often the node itself, are attached.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBridge.class)
@JsonDeserialize(as = ImmutableBridge.class)
@JsonTypeName("bridge")
public non-sealed interface Bridge extends NodeInterface {

  /** Names of the NICs or bonds it is attached to; none for a bridge without uplink. */
  List<String> ports();

  /** Whether it takes VLAN tags of guests as they are. */
  @Value.Default
  default boolean vlanAware() {
    return false;
  }

  /** VLAN tags it lets pass when VLAN-aware; 2-4094 when empty. */
  List<VlanRange> vids();

  /** Names of the networks whose guests it serves. */
  @Value.NaturalOrder
  SortedSet<String> networks();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bridge}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBridge.Builder {
    Builder() {}

    @Override
    public Bridge build() {
      Bridge built = super.build();
      new Faults()
          .check(() -> NameFormat.BRIDGE.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .each("ports", built.ports(), NameFormat.INTERFACE::require)
          .each("networks", built.networks(), NameFormat.LABEL::require)
          .end();
      return built;
    }
  }
}

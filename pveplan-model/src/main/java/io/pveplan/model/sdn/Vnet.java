package io.pveplan.model.sdn;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A virtual network of a zone; becomes a bridge of the same name on each node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVnet.class)
@JsonDeserialize(as = ImmutableVnet.class)
public interface Vnet extends Declared {

  /** VNet ID, at most 8 letters and digits. */
  String id();

  /** ID of its zone. */
  String zone();

  /** VLAN tag or VXLAN ID, by type of zone. */
  OptionalInt tag();

  /** Alias. */
  Optional<String> alias();

  /** Whether guests may use VLAN tags on it. */
  @Value.Default
  default boolean vlanAware() {
    return false;
  }

  /** The place of the VNet in the plan. */
  default PlanPath path() {
    return PlanPath.of("sdn", "vnet", id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Vnet}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVnet.Builder {
    Builder() {}

    @Override
    public Vnet build() {
      Vnet built = super.build();
      new Faults()
          .check(() -> NameFormat.SDN_ID.require(built.id()))
          .check("zone", () -> NameFormat.SDN_ID.require(built.zone()))
          .check(
              "tag",
              () -> built.tag().ifPresent(tag -> Ranges.require("VNet tag", tag, 1, 16_777_215)))
          .check("alias", () -> built.alias().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}

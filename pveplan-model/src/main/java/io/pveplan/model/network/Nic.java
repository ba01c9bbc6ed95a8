package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A physical network card.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNic.class)
@JsonDeserialize(as = ImmutableNic.class)
@JsonTypeName("nic")
public non-sealed interface Nic extends NodeInterface {

  /** Permanent MAC address. */
  Optional<MacAddress> mac();

  /** Speed of the link. */
  Optional<DataRate> speed();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Nic}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNic.Builder {
    Builder() {}

    @Override
    public Nic build() {
      Nic built = super.build();
      new Faults()
          .check(() -> NameFormat.NIC.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}

package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.InterfaceAddress;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A power circuit that power supplies hang on.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCircuit.class)
@JsonDeserialize(as = ImmutableCircuit.class)
public interface Circuit extends Declared {

  /** Name of the circuit, for example {@code feed-a}. */
  String name();

  /** Name of the UPS before it, if there is one. */
  Optional<String> ups();

  /** Address of the management card of the UPS. */
  Optional<InterfaceAddress> upsAddress();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Circuit}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCircuit.Builder {
    Builder() {}

    @Override
    public Circuit build() {
      Circuit built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check("ups", () -> built.ups().ifPresent(NameFormat.LABEL::require))
          .check("upsAddress", () -> requireUps(built))
          .end();
      return built;
    }

    private static void requireUps(Circuit built) {
      if (built.upsAddress().isPresent() && built.ups().isEmpty()) {
        throw new InvalidValueException(
            "address " + built.upsAddress().get().address() + " belongs to no UPS",
            "Name the UPS before the circuit.");
      }
    }
  }
}

package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One power supply of a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePowerSupply.class)
@JsonDeserialize(as = ImmutablePowerSupply.class)
public interface PowerSupply extends Declared {

  /** Name of the circuit it hangs on, when that is known. */
  Optional<String> circuit();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PowerSupply}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutablePowerSupply.Builder {
    Builder() {}

    @Override
    public PowerSupply build() {
      PowerSupply built = super.build();
      new Faults()
          .check("circuit", () -> built.circuit().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}

package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * When a guest starts and stops with its node ({@code startup}).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableStartup.class)
@JsonDeserialize(as = ImmutableStartup.class)
public interface Startup extends Declared {

  /** Its turn; lower ones start first and stop last, those without one after all others. */
  OptionalInt order();

  /** How long the next guest waits once it is started. */
  Optional<Duration> up();

  /** How long it has to stop before it is stopped by force. */
  Optional<Duration> down();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Startup}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableStartup.Builder {
    Builder() {}

    @Override
    public Startup build() {
      Startup built = super.build();
      new Faults()
          .check(() -> requireAny(built))
          .check("order", () -> requireOrder(built))
          .check("up", () -> built.up().ifPresent(Builder::requireSeconds))
          .check("down", () -> built.down().ifPresent(Builder::requireSeconds))
          .end();
      return built;
    }

    // pve-common, src/PVE/JSONSchema.pm: pve_parse_startup_order takes whole numbers, and not none.
    private static void requireAny(Startup startup) {
      if (startup.order().isEmpty() && startup.up().isEmpty() && startup.down().isEmpty()) {
        throw new InvalidValueException(
            "a start order says nothing", "Say order, up or down, or leave it out.", "GST-034");
      }
    }

    private static void requireOrder(Startup startup) {
      startup
          .order()
          .ifPresent(
              order -> Ranges.require("start order", order, 0, Integer.MAX_VALUE, "GST-034"));
    }

    private static void requireSeconds(Duration time) {
      if (time.isNegative() || time.getNano() != 0) {
        throw new InvalidValueException(
            "delay " + time + " is not in whole seconds",
            "Use seconds(..) or minutes(..).",
            "GST-034");
      }
    }
  }
}

package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * From where Proxmox VE takes the VMID of a guest that is created without one: the {@code next-id} entry
 * of datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNextIds.class)
@JsonDeserialize(as = ImmutableNextIds.class)
public interface NextIds extends Declared {

  /** The lowest VMID, 100 to 999999999; 100 when absent. */
  OptionalInt lower();

  /** The one behind the highest VMID, 100 to 1000000000; 1000000 when absent. */
  OptionalInt upper();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NextIds}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNextIds.Builder {
    private static final int LEAST = 100;
    private static final int HIGHEST = 1_000_000_000;
    private static final int DEFAULT_UPPER = 1_000_000;

    Builder() {}

    @Override
    public NextIds build() {
      NextIds built = super.build();
      new Faults()
          .check(
              "lower",
              () -> built
                  .lower()
                  .ifPresent(it -> Ranges.require("lowest VMID", it, LEAST, HIGHEST - 1)))
          .check(
              "upper",
              () -> built.upper().ifPresent(it -> Ranges.require("upper VMID", it, LEAST, HIGHEST)))
          .check(() -> requireOrder(built))
          .end();
      return built;
    }

    private static void requireOrder(NextIds ids) {
      int lower = ids.lower().orElse(LEAST);
      int upper = ids.upper().orElse(DEFAULT_UPPER);
      if (lower > upper) {
        throw new InvalidValueException(
            "VMIDs from " + lower + " to below " + upper + " run backwards",
            "Name the lower one first; without an upper one it is " + DEFAULT_UPPER + ".");
      }
    }
  }
}

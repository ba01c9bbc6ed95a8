package io.pveplan.model.network;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Addresses of a network that nothing in the plan may have: those that a DHCP server gives out, or
 * those of machines that the plan does not know.
 *
 * <pre>{@code
 * ReservedRange.builder()
 *     .range(AddressRange.parse("10.20.0.200-10.20.0.219"))
 *     .purpose("printers")
 *     .build();
 * ReservedRange.builder().range(AddressRange.parse("10.20.0.9-10.20.0.1")).build(); // refused
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableReservedRange.class)
@JsonDeserialize(as = ImmutableReservedRange.class)
public interface ReservedRange extends Declared {

  /** The addresses, from the first to the last one. */
  AddressRange range();

  /** What they are for, in one line. */
  Optional<String> purpose();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ReservedRange}; {@code build()} refuses ranges that run backwards. */
  final class Builder extends ImmutableReservedRange.Builder {
    Builder() {}

    @Override
    public ReservedRange build() {
      ReservedRange built = super.build();
      new Faults()
          .check("range", () -> RangeCheck.requireRising(built.range()))
          .check("purpose", () -> built.purpose().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}

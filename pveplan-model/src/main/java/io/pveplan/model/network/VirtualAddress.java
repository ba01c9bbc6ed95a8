package io.pveplan.model.network;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An address that no machine has for good: it goes to the one that does the work at the time, as
 * VRRP and keepalived do it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVirtualAddress.class)
@JsonDeserialize(as = ImmutableVirtualAddress.class)
public interface VirtualAddress extends Declared {

  /** The address. */
  IpAddress address();

  /** What answers at it, in one line. */
  String purpose();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VirtualAddress}; {@code build()} refuses a purpose of several lines. */
  final class Builder extends ImmutableVirtualAddress.Builder {
    Builder() {}

    @Override
    public VirtualAddress build() {
      VirtualAddress built = super.build();
      new Faults()
          .check("purpose", () -> NameFormat.LINE.require(built.purpose()))
          .end();
      return built;
    }
  }
}

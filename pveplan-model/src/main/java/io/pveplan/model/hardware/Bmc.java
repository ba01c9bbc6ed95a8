package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.network.InterfaceAddress;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The management controller (BMC) of a node: power and console without the operating system.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBmc.class)
@JsonDeserialize(as = ImmutableBmc.class)
public interface Bmc extends Declared {

  /** Kind of controller. */
  BmcKind controller();

  /** Its own address. */
  InterfaceAddress address();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bmc}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBmc.Builder {
    Builder() {}
  }
}

package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The template a virtual machine is cloned from.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableClone.class)
@JsonDeserialize(as = ImmutableClone.class)
public interface Clone extends Declared {

  /** VMID of the template. */
  Vmid template();

  /** Full clone, or one that keeps using the disks of the template. */
  @Value.Default
  default boolean full() {
    return true;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Clone}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableClone.Builder {
    Builder() {}
  }
}

package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.internal.Faults;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A container.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableContainer.class)
@JsonDeserialize(as = ImmutableContainer.class)
@JsonTypeName("container")
public non-sealed interface Container extends Guest {

  /** Container template it is made from. */
  Volume ostemplate();

  /** Root file system. */
  GuestDisk rootfs();

  /** Whether its root is an ordinary user of the node. */
  @Value.Default
  default boolean unprivileged() {
    return true;
  }

  @Override
  default List<GuestDisk> disks() {
    return List.of(rootfs());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Container}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableContainer.Builder {
    Builder() {}

    @Override
    public Container build() {
      Container built = super.build();
      new Faults()
          .check(() -> GuestCheck.require(built))
          .check("rootfs.format", () -> GuestCheck.requireNoFormat(built.rootfs()))
          .end();
      return built;
    }
  }
}

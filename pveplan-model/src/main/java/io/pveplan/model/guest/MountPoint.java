package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Something that a container has at a path: a volume of its own, or a directory or block device of its
 * node. Counted as mp0, mp1 and so on, in the order of the plan.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMountPoint.class)
@JsonDeserialize(as = ImmutableMountPoint.class)
public interface MountPoint extends Declared {

  /** Where it is in the container. */
  String path();

  /** ID of the storage that its volume lies on. */
  Optional<String> storage();

  /** Size of its volume. */
  Optional<DataSize> size();

  /** Directory or block device of the node, in place of a volume. */
  Optional<String> source();

  /** Whether the container can not write to it. */
  @Value.Default
  default boolean readOnly() {
    return false;
  }

  /** Whether backup jobs copy its volume; they leave it out when nothing is said. */
  @Value.Default
  default boolean backup() {
    return false;
  }

  /** Whether replication jobs copy its volume. */
  @Value.Default
  default boolean replicate() {
    return true;
  }

  /** Whether its source is the same on all nodes, so that the container can be moved. */
  @Value.Default
  default boolean shared() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MountPoint}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMountPoint.Builder {
    Builder() {}

    @Override
    public MountPoint build() {
      MountPoint built = super.build();
      new Faults()
          .check("path", () -> NameFormat.PATH.require(built.path()))
          .check("storage", () -> built.storage().ifPresent(NameFormat.STORAGE_ID::require))
          .check("source", () -> built.source().ifPresent(NameFormat.PATH::require))
          .check(() -> requireOne(built))
          .check("shared", () -> requireSource(built))
          .check("backup", () -> requireVolume(built))
          .end();
      return built;
    }

    private static void requireOne(MountPoint point) {
      boolean volume = point.storage().isPresent() && point.size().isPresent();
      boolean half = point.storage().isPresent() != point.size().isPresent();
      if (half || volume == point.source().isPresent()) {
        throw new InvalidValueException(
            "the mount point " + point.path() + " is neither a volume nor a source",
            "Name storage and size, or a source.");
      }
    }

    // pve-container, src/PVE/LXC/Config.pm: shared marks non-volume mount points.
    private static void requireSource(MountPoint point) {
      if (point.shared() && point.storage().isPresent()) {
        throw new InvalidValueException(
            "the volume at " + point.path() + " is said to be shared",
            "Leave it out: the storage tells that.");
      }
    }

    private static void requireVolume(MountPoint point) {
      if (point.backup() && point.source().isPresent()) {
        throw new InvalidValueException(
            "backups do not copy the source of " + point.path(), "Leave it out, or use a volume.");
      }
    }
  }
}

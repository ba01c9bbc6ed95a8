package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A device of the node that a container may use. Counted as dev0, dev1 and so on, in the order of the
 * plan.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableContainerDevice.class)
@JsonDeserialize(as = ImmutableContainerDevice.class)
public interface ContainerDevice extends Declared {

  /** Path on the node. */
  String path();

  /** Access mode in the container, octal with a leading zero: 0660. */
  Optional<String> mode();

  /** User in the container that it belongs to; root when absent. */
  OptionalInt uid();

  /** Group in the container that it belongs to; root when absent. */
  OptionalInt gid();

  /** Whether the container can not write to it. */
  @Value.Default
  default boolean denyWrite() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ContainerDevice}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableContainerDevice.Builder {
    Builder() {}

    @Override
    public ContainerDevice build() {
      ContainerDevice built = super.build();
      new Faults()
          .check("path", () -> NameFormat.DEVICE.require(built.path()))
          .check("mode", () -> built.mode().ifPresent(Builder::requireMode))
          .check("uid", () -> built.uid().ifPresent(id -> requireId("UID", id)))
          .check("gid", () -> built.gid().ifPresent(id -> requireId("GID", id)))
          .end();
      return built;
    }

    private static void requireMode(String mode) {
      if (!mode.matches("0[0-7]{3}")) {
        throw new InvalidValueException(
            "\"" + Visible.ascii(mode) + "\" is not an access mode",
            "Write a zero and three octal digits, for example 0660.");
      }
    }

    private static void requireId(String what, int id) {
      Ranges.require(what, id, 0, Integer.MAX_VALUE);
    }
  }
}

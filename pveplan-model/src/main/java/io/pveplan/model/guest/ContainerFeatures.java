package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a container may do beyond the usual ({@code features}).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableContainerFeatures.class)
@JsonDeserialize(as = ImmutableContainerFeatures.class)
public interface ContainerFeatures extends Declared {

  /** Whether containers, and systemd with its own isolation, work in it. */
  @Value.Default
  default boolean nesting() {
    return false;
  }

  /** Whether it may call keyctl, which Docker wants; for unprivileged containers. */
  @Value.Default
  default boolean keyctl() {
    return false;
  }

  /** Whether it may mount file systems of FUSE; they can stall backups. */
  @Value.Default
  default boolean fuse() {
    return false;
  }

  /** File systems that it may mount: nfs, cifs. */
  @Value.NaturalOrder
  SortedSet<String> mount();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ContainerFeatures}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableContainerFeatures.Builder {
    Builder() {}

    @Override
    public ContainerFeatures build() {
      ContainerFeatures built = super.build();
      new Faults().each("mount", built.mount(), Builder::requireFileSystem).end();
      return built;
    }

    private static void requireFileSystem(String name) {
      if (!name.matches("[a-zA-Z0-9_]+")) {
        throw new InvalidValueException(
            "\"" + Visible.ascii(name) + "\" is not a file system",
            "Use letters, digits and underscores, for example nfs.");
      }
    }
  }
}

package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A ZFS pool to be made on a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableZfsPool.class)
@JsonDeserialize(as = ImmutableZfsPool.class)
public interface ZfsPool extends Declared {

  /** Name, the same on all nodes that share a storage definition. */
  String name();

  /** Layout. */
  ZfsRaid raid();

  /** Devices, best by stable name. */
  List<String> devices();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ZfsPool}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableZfsPool.Builder {
    Builder() {}

    @Override
    public ZfsPool build() {
      ZfsPool built = super.build();
      new Faults()
          .check(() -> NameFormat.ZFS_POOL.require(built.name()))
          .each("devices", built.devices(), NameFormat.DEVICE::require)
          .end();
      return built;
    }
  }
}

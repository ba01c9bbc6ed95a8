package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A replicated Ceph pool.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCephPool.class)
@JsonDeserialize(as = ImmutableCephPool.class)
public interface CephPool extends Declared {

  /** Name. */
  String name();

  /** Number of copies, 1 to 7; 3 when absent. */
  OptionalInt size();

  /** Copies that must be there for writing, 1 to 7; 2 when absent. */
  OptionalInt minSize();

  /** Whether a storage of the same name is made with it. */
  @Value.Default
  default boolean addStorages() {
    return true;
  }

  /** The place of the pool in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph", "pool", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CephPool}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCephPool.Builder {
    Builder() {}

    @Override
    public CephPool build() {
      CephPool built = super.build();
      NameFormat.CEPH_POOL.require(built.name());
      if (built.addStorages()) {
        NameFormat.STORAGE_ID.require(built.name());
      }
      built.size().ifPresent(size -> Ranges.require("pool size", size, 1, 7));
      built.minSize().ifPresent(size -> Ranges.require("pool min_size", size, 1, 7));
      return built;
    }
  }
}

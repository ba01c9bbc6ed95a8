package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
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
      new Faults()
          .check(() -> requireName(built))
          .check("size", () -> built.size().ifPresent(n -> Ranges.require("pool size", n, 1, 7)))
          .check(
              "minSize",
              () -> built.minSize().ifPresent(n -> Ranges.require("pool min_size", n, 1, 7)))
          .end();
      return built;
    }

    private static void requireName(CephPool pool) {
      NameFormat.CEPH_POOL.require(pool.name());
      if (pool.addStorages()) {
        NameFormat.STORAGE_ID.require(pool.name());
      }
    }
  }
}

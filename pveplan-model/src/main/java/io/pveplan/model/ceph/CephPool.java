package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Ceph pool: replicated, or erasure-coded with a replicated pool for what describes it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCephPool.class)
@JsonDeserialize(as = ImmutableCephPool.class)
public interface CephPool extends Declared {

  /** Name. */
  String name();

  /** Number of copies, 1 to 7; 3 when absent. Of an erasure-coded pool those of its metadata. */
  OptionalInt size();

  /** Copies that must be there for writing, 1 to {@link #size}; 2 when absent. */
  OptionalInt minSize();

  /** How objects are cut up; they are copied when absent. */
  Optional<ErasureCode> erasureCode();

  /** Name of the CRUSH rule; that of all pools when absent. Of an erasure-coded pool that of its metadata. */
  Optional<String> crushRule();

  /** Number of placement groups, 1 to 32768; 128 when absent. */
  OptionalInt pgNum();

  /** Least number of placement groups the autoscaler may choose, 1 to 32768. */
  OptionalInt pgNumMin();

  /** What the autoscaler does; it warns when absent. */
  Optional<AutoscaleMode> autoscale();

  /** What the autoscaler expects to lie in it, without copies. */
  Optional<DataSize> targetSize();

  /** Part of the capacity the autoscaler expects it to have, among the parts of all pools; more than 0. */
  OptionalDouble targetRatio();

  /** What is going to lie in it, without copies. */
  Optional<DataSize> plannedData();

  /** What it is for; disks of guests when absent. */
  Optional<PoolApplication> application();

  /** Whether a storage of the same name is made with it. */
  @Value.Default
  default boolean addStorages() {
    return true;
  }

  /** Names of the pools that come of it, what describes an erasure-coded one first. */
  default List<String> poolNames() {
    return erasureCode().isPresent()
        ? List.of(name() + "-metadata", name() + "-data")
        : List.of(name());
  }

  /** The place of it in the plan. */
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
          .check(
              "size",
              () -> built.size().ifPresent(n -> Ranges.require("pool size", n, 1, 7, "CEPH-003")))
          .check("minSize", () -> requireMinSize(built))
          .check("crushRule", () -> built.crushRule().ifPresent(NameFormat.LABEL::require))
          .check(
              "pgNum",
              () -> built.pgNum().ifPresent(n -> Ranges.require("pg_num", n, 1, 32768, "CEPH-003")))
          .check(
              "pgNumMin",
              () -> built
                  .pgNumMin()
                  .ifPresent(n -> Ranges.require("pg_num_min", n, 1, 32768, "CEPH-003")))
          .check("targetRatio", () -> requireRatio(built))
          .end();
      return built;
    }

    private static void requireName(CephPool pool) {
      NameFormat.CEPH_POOL.require(pool.name());
      if (pool.addStorages()) {
        NameFormat.STORAGE_ID.require(pool.name());
      }
    }

    private static void requireMinSize(CephPool pool) {
      if (pool.minSize().isEmpty()) {
        return;
      }
      int minSize = pool.minSize().getAsInt();
      Ranges.require("pool min_size", minSize, 1, 7, "CEPH-003");
      int size = pool.size().orElse(3);
      if (minSize > size) {
        throw new InvalidValueException(
            "pool min_size " + minSize + " is more than size " + size,
            "Use size 3 and min_size 2.",
            "CEPH-004");
      }
    }

    private static void requireRatio(CephPool pool) {
      double ratio = pool.targetRatio().orElse(1);
      if (!(ratio > 0 && ratio <= 1_000_000)) {
        throw new InvalidValueException(
            "target ratio " + ratio + " is no part of the capacity",
            "Use a number above 0, for example 0.8.");
      }
    }
  }
}

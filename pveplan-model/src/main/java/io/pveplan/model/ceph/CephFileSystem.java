package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A file system on Ceph, with a replicated pool for its data and one for its metadata.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCephFileSystem.class)
@JsonDeserialize(as = ImmutableCephFileSystem.class)
public interface CephFileSystem extends Declared {

  /** Name; the pools are named after it. */
  String name();

  /** Placement groups of its data pool, 8 to 32768; 128 when absent. The metadata pool has a quarter. */
  OptionalInt pgNum();

  /** Name of the CRUSH rule of both pools; that of all pools when absent. */
  Optional<String> crushRule();

  /** Metadata servers that work at the same time, 1 to 100; 1 when absent. The others stand by. */
  OptionalInt activeServers();

  /** What is going to lie in it, without copies. */
  Optional<DataSize> plannedData();

  /** Whether a storage of the same name is made with it. */
  @Value.Default
  default boolean addStorage() {
    return true;
  }

  /** Name of the pool of the files. */
  default String dataPool() {
    return name() + "_data";
  }

  /** Name of the pool of names and directories. */
  default String metadataPool() {
    return name() + "_metadata";
  }

  /** The place of it in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph", "fs", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CephFileSystem}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCephFileSystem.Builder {
    Builder() {}

    @Override
    public CephFileSystem build() {
      CephFileSystem built = super.build();
      new Faults()
          .check(() -> requireName(built))
          .check(
              "pgNum",
              () -> built.pgNum().ifPresent(n -> Ranges.require("pg_num", n, 8, 32768, "CEPH-003")))
          .check("crushRule", () -> built.crushRule().ifPresent(NameFormat.LABEL::require))
          .check(
              "activeServers",
              () -> built
                  .activeServers()
                  .ifPresent(n -> Ranges.require("number of active metadata servers", n, 1, 100)))
          .end();
      return built;
    }

    private static void requireName(CephFileSystem fs) {
      NameFormat.CEPH_POOL.require(fs.name());
      if (fs.addStorage()) {
        NameFormat.STORAGE_ID.require(fs.name());
      }
    }
  }
}

package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which way migrations (or replication jobs) take: the {@code migration} and {@code replication}
 * entries of datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMigrationSettings.class)
@JsonDeserialize(as = ImmutableMigrationSettings.class)
public interface MigrationSettings extends Declared {

  /** Encrypted or not; secure when absent. */
  Optional<MigrationType> type();

  /**
   * Name of the network they use. Without one they use the address that the node name resolves to.
   */
  Optional<String> network();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MigrationSettings}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMigrationSettings.Builder {
    Builder() {}

    @Override
    public MigrationSettings build() {
      MigrationSettings built = super.build();
      new Faults()
          .check("network", () -> built.network().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}

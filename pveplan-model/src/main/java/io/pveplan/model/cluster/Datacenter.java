package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Options of the whole cluster, as in datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDatacenter.class)
@JsonDeserialize(as = ImmutableDatacenter.class)
public interface Datacenter extends Declared {

  /** Way of migrations. */
  Optional<MigrationSettings> migration();

  /** Way of replication jobs; that of migrations when absent. */
  Optional<MigrationSettings> replication();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Datacenter}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableDatacenter.Builder {
    Builder() {}
  }
}

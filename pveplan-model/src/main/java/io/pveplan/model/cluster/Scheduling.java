package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How HA selects nodes for guests: the {@code crs} entry of datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableScheduling.class)
@JsonDeserialize(as = ImmutableScheduling.class)
public interface Scheduling extends Declared {

  /** What it looks at; the number of guests when absent. */
  Optional<SchedulingMode> mode();

  /** Whether it selects a node anew when a guest is started; no when absent. */
  Optional<Boolean> rebalanceOnStart();

  /** Whether and how it moves running guests to balance the nodes; it does not when absent. */
  Optional<AutoRebalance> autoRebalance();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Scheduling}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableScheduling.Builder {
    Builder() {}
  }
}

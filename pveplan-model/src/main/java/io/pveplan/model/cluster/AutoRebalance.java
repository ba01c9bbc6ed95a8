package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * That HA moves running guests to balance the nodes, and when; from pve-cluster 9.1.2 on.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableAutoRebalance.class)
@JsonDeserialize(as = ImmutableAutoRebalance.class)
public interface AutoRebalance extends Declared {

  /** Imbalance of the nodes in percent, 0 to 100, from which on it moves; 30 when absent. */
  OptionalInt threshold();

  /** How the move is chosen. */
  Optional<RebalanceMethod> method();

  /** Rounds of HA, at least 0, that the imbalance has to last; 3 when absent. */
  OptionalInt holdRounds();

  /** Least improvement of the imbalance in percent, 0 to 100; 10 when absent. */
  OptionalInt margin();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AutoRebalance}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableAutoRebalance.Builder {
    Builder() {}

    @Override
    public AutoRebalance build() {
      AutoRebalance built = super.build();
      new Faults()
          .check(
              "threshold",
              () -> built.threshold().ifPresent(it -> Ranges.require("threshold", it, 0, 100)))
          .check(
              "holdRounds",
              () -> built
                  .holdRounds()
                  .ifPresent(it -> Ranges.require("number of rounds", it, 0, 1_000_000)))
          .check(
              "margin", () -> built.margin().ifPresent(it -> Ranges.require("margin", it, 0, 100)))
          .end();
      return built;
    }
  }
}

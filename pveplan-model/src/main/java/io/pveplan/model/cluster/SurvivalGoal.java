package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A promise of the plan: so much may fail at once, and the cluster goes on. It keeps its quorum and
 * its Ceph pools, and the guests that must run are up afterwards; where no guest says that it must
 * run, these are the guests that HA is to keep started. Rules hold the plan to it; there is nothing to set.
 *
 * <pre>{@code
 * SurvivalGoal.of(2, FailureKind.NODE);
 * SurvivalGoal.of(0, FailureKind.NODE); // refused: is outside 1 to 100
 * SurvivalGoal.of(2, FailureKind.RACK); // refused: only nodes can be promised in sets
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSurvivalGoal.class)
@JsonDeserialize(as = ImmutableSurvivalGoal.class)
public interface SurvivalGoal extends Declared {

  /** How many fail at once: 1 to 100 nodes, and 1 of any other kind. */
  int number();

  /** What fails. */
  FailureKind failure();

  /** The place of the goal in the plan. */
  default PlanPath path() {
    return PlanPath.of("cluster", "mustSurvive", failure().text());
  }

  /**
   * A goal.
   *
   * @param number how many fail at once
   * @param kind what fails
   * @throws InvalidValueException if that many can not be promised
   */
  static SurvivalGoal of(int number, FailureKind kind) {
    return builder().number(number).failure(kind).build();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SurvivalGoal}; {@code build()} refuses a number out of range. */
  final class Builder extends ImmutableSurvivalGoal.Builder {
    Builder() {}

    @Override
    public SurvivalGoal build() {
      SurvivalGoal built = super.build();
      new Faults().check("number", () -> requireNumber(built)).end();
      return built;
    }

    private static void requireNumber(SurvivalGoal built) {
      Ranges.require("number of failures", built.number(), 1, 100);
      if (built.number() > 1 && built.failure() != FailureKind.NODE) {
        throw new InvalidValueException(
            built.number() + " failures of kind " + built.failure()
                + " can not be a goal: only nodes can be promised in sets",
            "Use 1.");
      }
    }
  }
}

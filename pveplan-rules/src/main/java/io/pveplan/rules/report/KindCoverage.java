package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.Objects;

/**
 * How many things of one kind the rules looked at.
 *
 * @param kind what they are, for example {@code guest}
 * @param parts how many of them there are in the plan
 * @param lookedAt how many of them a rule looked at, or at a part of them
 * @param withinOthers how many of them belong to something a rule looked at, and were not named
 *     themselves
 * @param notLookedAt the rest, in the order of the plan
 * @since 0.1
 */
public record KindCoverage(
    String kind, int parts, int lookedAt, int withinOthers, List<PlanPath> notLookedAt) {

  /**
   * Refuses absent parts.
   *
   * @param kind what they are, for example {@code guest}
   * @param parts how many of them there are in the plan
   * @param lookedAt how many of them a rule looked at, or at a part of them
   * @param withinOthers how many of them belong to something a rule looked at, and were not named
   *     themselves
   * @param notLookedAt the rest, in the order of the plan
   */
  public KindCoverage {
    Objects.requireNonNull(kind, "kind");
    notLookedAt = List.copyOf(notLookedAt);
  }
}

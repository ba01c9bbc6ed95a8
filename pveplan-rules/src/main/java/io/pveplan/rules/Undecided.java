package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import io.pveplan.model.Visible;
import java.util.List;
import java.util.Objects;

/**
 * A subject that a rule could not judge because the plan does not say enough.
 *
 * @param ruleId id of the rule
 * @param subject where in the plan
 * @param missingFacts what the plan would have to say, at least one, in the order of the rule
 * @since 0.1
 */
public record Undecided(String ruleId, PlanPath subject, List<String> missingFacts) {

  /**
   * Refuses absent parts and makes control characters in the facts visible.
   *
   * @param ruleId id of the rule
   * @param subject where in the plan
   * @param missingFacts what the plan would have to say, at least one, in the order of the rule
   */
  public Undecided {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(subject, "subject");
    missingFacts = missingFacts.stream().map(Visible::text).toList();
    if (missingFacts.isEmpty()) {
      throw new IllegalArgumentException("an undecided subject misses at least one fact");
    }
  }
}

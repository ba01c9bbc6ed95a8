package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.Objects;

/**
 * Something the plan does not say, and what could be judged if it did.
 *
 * @param fact what the plan would have to say, in the words of the rules
 * @param rules ids of the rules that ask for it, sorted
 * @param subjects what they could not judge without it, sorted
 * @since 0.1
 */
public record MissingFact(String fact, List<String> rules, List<PlanPath> subjects) {

  /**
   * Refuses absent parts.
   *
   * @param fact what the plan would have to say, in the words of the rules
   * @param rules ids of the rules that ask for it, sorted
   * @param subjects what they could not judge without it, sorted
   */
  public MissingFact {
    Objects.requireNonNull(fact, "fact");
    rules = List.copyOf(rules);
    subjects = List.copyOf(subjects);
  }
}

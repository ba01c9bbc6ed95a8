package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import java.util.Optional;

/**
 * A rule that threw, or broke the contract of {@link Findings}. The defect is in the rule; the
 * message says what it looked at last, and the cause what it is.
 *
 * <p>It ends the check: a report without the rule would look as if the rule had passed.
 *
 * @since 0.1
 */
public final class RuleFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Id of the rule that failed. */
  private final String ruleId;

  RuleFailedException(
      String ruleId, String rule, Optional<PlanPath> lastLookedAt, Throwable cause) {
    super(
        "rule "
            + ruleId
            + " ("
            + rule
            + ") failed"
            + lastLookedAt.map(subject -> ", it looked at " + subject + " last").orElse("")
            + ": "
            + cause,
        cause);
    this.ruleId = ruleId;
  }

  /** {@return id of the rule that failed} */
  public String ruleId() {
    return ruleId;
  }
}

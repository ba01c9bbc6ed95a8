package io.pveplan.rules;

/**
 * A rule that threw, or broke the contract of {@link Findings}. The defect is in the rule; the
 * cause says what it is.
 *
 * <p>It ends the check: a report without the rule would look as if the rule had passed.
 *
 * @since 0.1
 */
public final class RuleFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Id of the rule that failed. */
  private final String ruleId;

  RuleFailedException(String ruleId, Class<?> rule, RuntimeException cause) {
    super("rule " + ruleId + " (" + rule.getName() + ") failed: " + cause.getMessage(), cause);
    this.ruleId = ruleId;
  }

  /** {@return id of the rule that failed} */
  public String ruleId() {
    return ruleId;
  }
}

package io.pveplan.rules;

/**
 * How a rule ended on a plan. A rule with findings and undecided subjects counts as {@link
 * #FINDINGS}; its result holds both.
 *
 * @since 0.1
 */
public enum Outcome {
  /** It reported something. */
  FINDINGS,
  /** It reported nothing, and facts are missing for at least one subject. */
  UNDECIDED,
  /** It looked at subjects and all of them are in order. */
  PASSED,
  /** The plan has nothing the rule is about. */
  NOT_APPLICABLE
}

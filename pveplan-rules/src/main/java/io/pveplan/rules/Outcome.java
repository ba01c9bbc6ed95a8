package io.pveplan.rules;

/**
 * How a rule ended on a plan. A rule with findings and undecided subjects counts as {@link
 * #FINDINGS}; its result holds both.
 *
 * @since 0.1
 */
public enum Outcome {
  /** It reported something that is neither waived nor known from a baseline. */
  FINDINGS,
  /** It reported nothing of that kind, and facts are missing for at least one subject. */
  UNDECIDED,
  /** All it reported is waived or known from a baseline, and it could judge every subject. */
  ACCEPTED,
  /** It looked at subjects and all of them are in order. */
  PASSED,
  /** The plan has nothing the rule is about. */
  NOT_APPLICABLE
}

package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleParameter;

/**
 * Tests one rule against plans.
 *
 * <pre>{@code
 * private final RuleVerifier rule = verify(new MissingAssetNumber());
 *
 * rule.on(plan).reportsExactly("ACME-001[node/pve1]").withRemedyContaining("sticker");
 * rule.on(labelled).passes();
 * rule.on(withoutNodes).isNotApplicable();
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleVerifier {

  private final RuleBook book;

  private RuleVerifier(RuleBook book) {
    this.book = book;
  }

  /**
   * A verifier for a rule with the defaults of its parameters.
   *
   * @param rule the rule under test
   * @return the verifier
   * @throws IllegalArgumentException if the rule is not described
   */
  public static RuleVerifier verify(Rule rule) {
    return new RuleVerifier(RuleBook.empty().with(rule));
  }

  /**
   * The same rule with a parameter set.
   *
   * @param <T> type of the value
   * @param parameter a parameter of the rule
   * @param value value a user might set
   * @return a verifier with that value
   * @throws IllegalArgumentException if the rule does not have the parameter, or the value is
   *     refused
   */
  public <T> RuleVerifier set(RuleParameter<T> parameter, T value) {
    return new RuleVerifier(book.set(parameter, value));
  }

  /**
   * Runs the rule on a plan.
   *
   * @param plan the plan as it was written
   * @return what the rule said, to be compared
   */
  public RuleVerdict on(ClusterPlan plan) {
    return on(ResolvedPlan.of(plan));
  }

  /**
   * Runs the rule on a resolved plan.
   *
   * @param plan the plan as rules see it
   * @return what the rule said, to be compared
   */
  public RuleVerdict on(ResolvedPlan plan) {
    return new RuleVerdict(book.check(plan));
  }
}

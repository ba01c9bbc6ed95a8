package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Report;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleFailedException;
import java.util.Arrays;

/**
 * What every rule owes its users, whatever it is about.
 *
 * <pre>{@code
 * RuleContract.of(new MissingAssetNumber()).isDocumented().holdsOnGeneratedPlans(1000);
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleContract {

  private final Rule rule;
  private final RuleBook book;

  private RuleContract(Rule rule, RuleBook book) {
    this.rule = rule;
    this.book = book;
  }

  /**
   * The contract of a rule.
   *
   * @param rule the rule under test
   * @return the contract, to be demanded part by part
   * @throws AssertionError if it is not described, its id has another form, or two parameters have
   *     one name
   */
  public static RuleContract of(Rule rule) {
    try {
      return new RuleContract(rule, RuleBook.empty().with(rule));
    } catch (IllegalArgumentException refused) {
      throw new AssertionError(refused.getMessage(), refused);
    }
  }

  /**
   * Demands the texts that a description may leave out: why, sources and since.
   *
   * @return this contract
   * @throws AssertionError if a text is empty
   */
  public RuleContract isDocumented() {
    RuleDescription texts = rule.description();
    demandText("why", texts.why());
    demandText("sources", String.join("", texts.sources()));
    demandText("since", texts.since());
    return this;
  }

  /**
   * Demands that the rule ends on each plan without an exception, and says the same when asked
   * again.
   *
   * @param plans plans of any kind, also empty ones
   * @return this contract
   * @throws AssertionError if the rule throws, or two checks of one plan differ
   */
  public RuleContract holdsOn(ClusterPlan... plans) {
    Arrays.stream(plans).forEach(this::holdsOn);
    return this;
  }

  /**
   * Demands what {@link #holdsOn} does on plans of {@link GeneratedPlans}, beginning with seed 0;
   * the error names the seed.
   *
   * @param count how many plans; 1000 reach about every kind of subject and take seconds
   * @return this contract
   * @throws AssertionError if the rule throws, or two checks of one plan differ
   * @throws IllegalArgumentException if the number is below 1
   */
  public RuleContract holdsOnGeneratedPlans(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("name a number of plans, 1 or more");
    }
    for (long seed = 0; seed < count; seed++) {
      try {
        holdsOn(GeneratedPlans.of(seed));
      } catch (AssertionError broken) {
        throw new AssertionError("GeneratedPlans.of(" + seed + "): " + broken.getMessage(), broken);
      }
    }
    return this;
  }

  private void holdsOn(ClusterPlan plan) {
    String first = saidOf(plan);
    String second = saidOf(plan);
    if (!first.equals(second)) {
      throw new AssertionError(
          rule.getClass().getName() + " says first\n" + first + "\nand then\n" + second);
    }
  }

  private String saidOf(ClusterPlan plan) {
    try {
      Report report = book.check(plan);
      return report.toText() + report.toJson();
    } catch (RuleFailedException failed) {
      throw new AssertionError(failed.getMessage(), failed);
    }
  }

  private void demandText(String what, String text) {
    if (text.isBlank()) {
      throw new AssertionError(rule.getClass().getName() + ": " + what + " is empty");
    }
  }
}

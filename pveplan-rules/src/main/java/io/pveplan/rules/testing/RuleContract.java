package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Report;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleFailedException;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.fluent.FluentRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
   * @throws AssertionError if a text is empty; it names all that are
   */
  public RuleContract isDocumented() {
    boolean sentence = rule instanceof FluentRule;
    RuleDescription texts = rule.description();
    List<String> gaps = new ArrayList<>();
    if (texts.why().isBlank()) {
      gaps.add(sentence ? "because(..)" : "why");
    }
    if (String.join("", texts.sources()).isBlank()) {
      gaps.add(sentence ? "source(..)" : "sources");
    }
    if (texts.since().isBlank()) {
      gaps.add(sentence ? "since(..)" : "since");
    }
    if (!gaps.isEmpty()) {
      throw new AssertionError(name() + " lacks " + String.join(", ", gaps));
    }
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
   * <p>Besides it demands that the rule looks at something, in one of the plans at least. A rule for
   * what is in none of them says so with {@link io.pveplan.rules.Findings#notApplicable}.
   *
   * @param count how many plans; 1000 reach about every kind of subject and take seconds
   * @return this contract
   * @throws AssertionError if the rule throws, two checks of one plan differ, or it looks at nothing
   *     in all of them and does not say why
   * @throws IllegalArgumentException if the number is below 1
   */
  public RuleContract holdsOnGeneratedPlans(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("name a number of plans, 1 or more");
    }
    boolean silent = true;
    for (long seed = 0; seed < count; seed++) {
      ClusterPlan plan = GeneratedPlans.of(seed);
      try {
        holdsOn(plan);
      } catch (AssertionError broken) {
        throw new AssertionError("GeneratedPlans.of(" + seed + "): " + broken.getMessage(), broken);
      }
      silent = silent && isSilent(plan);
    }
    if (silent) {
      throw new AssertionError(name()
          + " looked at nothing in "
          + (count == 1 ? "the generated plan" : "all " + count + " generated plans")
          + "; call findings.looksAt(..) for each part that it judges, or take more plans");
    }
    return this;
  }

  private void holdsOn(ClusterPlan plan) {
    String first = saidOf(plan);
    String second = saidOf(plan);
    if (!first.equals(second)) {
      throw new AssertionError(name() + " says first\n" + first + "\nand then\n" + second);
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

  private boolean isSilent(ClusterPlan plan) {
    RuleResult result = book.check(plan).results().get(0);
    return result.subjects().isEmpty() && result.notApplicable().isEmpty();
  }

  private String name() {
    return rule instanceof FluentRule
        ? "rule " + rule.description().id()
        : "rule " + rule.description().id() + " (" + rule.getClass().getName() + ")";
  }
}

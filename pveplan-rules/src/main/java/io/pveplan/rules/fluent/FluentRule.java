package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;

/**
 * A rule that is written as a sentence.
 *
 * <pre>{@code
 * Rule paths = rule("ACME-003", WARNING)
 *     .forEach(nodes())
 *     .that(haveRole(NodeRole.STORAGE))
 *     .should(haveAtLeast(2, nics()))
 *     .because("One NIC is no path for storage.")
 *     .fix("Add a second NIC.");
 *
 * rule("acme-3", WARNING)  // refused: the id is not two to eight capital letters, a dash, digits
 * }</pre>
 *
 * <p>It is added to a rule book, switched, waived and tested as any other rule is. A part for which
 * the plan lacks a fact is undecided; if the plan has no part that the rule is about, the report
 * says so.
 *
 * <p>A rule does not change: each method gives another one.
 *
 * @since 0.1
 */
public final class FluentRule implements Rule {

  private final Sentence<?> sentence;
  private final RuleTexts texts;
  private final RuleDescription description;

  FluentRule(Sentence<?> sentence, RuleTexts texts, String remedy) {
    this.sentence = sentence;
    this.texts = texts;
    this.description = new RuleDescription(
        texts.id(),
        texts.severity(),
        sentence.summary(),
        texts.why(),
        remedy,
        texts.sources(),
        texts.since());
  }

  /**
   * Begins a rule.
   *
   * @param id two to eight capital letters, a dash and three digits: {@code ACME-001}
   * @param severity how bad a finding is, unless the rule book says otherwise
   * @return the rule, to go on with what it looks at
   * @throws IllegalArgumentException if the id has another form
   */
  public static RuleStart rule(String id, Severity severity) {
    RuleDescription.requireId(id);
    return new RuleStart(id, severity);
  }

  /**
   * Says what goes wrong because of it.
   *
   * @param why one or more sentences
   * @return the rule with this reason
   * @throws IllegalArgumentException if it is blank
   */
  public FluentRule because(String why) {
    return new FluentRule(sentence, texts.because(why), description.remedy());
  }

  /**
   * Says where it is written.
   *
   * @param source documentation and section; one more if called again
   * @return the rule with this source
   * @throws IllegalArgumentException if it is blank
   */
  public FluentRule source(String source) {
    return new FluentRule(sentence, texts.source(source), description.remedy());
  }

  /**
   * Says since when there is the rule.
   *
   * @param version version of what brings the rule
   * @return the rule with this version
   * @throws IllegalArgumentException if it is blank
   */
  public FluentRule since(String version) {
    return new FluentRule(sentence, texts.since(version), description.remedy());
  }

  @Override
  public RuleDescription description() {
    return description;
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    sentence.check(plan, findings);
  }

  /** The id and the sentence: {@code ACME-003: nodes that .. should have at least 2 NICs}. */
  @Override
  public String toString() {
    return description.id() + ": " + sentence;
  }
}

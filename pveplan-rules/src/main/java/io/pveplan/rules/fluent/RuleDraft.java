package io.pveplan.rules.fluent;

import io.pveplan.rules.Severity;
import java.util.List;

/**
 * A rule that lacks only what to do, said by {@link #fix}. Why, where it is written and since when
 * can be said before or after that.
 *
 * @param <T> what conditions are asked of
 * @since 0.1
 */
public final class RuleDraft<T> {

  private final Sentence<T> sentence;
  private final RuleTexts texts;

  RuleDraft(String id, Severity severity, Sentence<T> sentence) {
    this(sentence, new RuleTexts(id, severity, "", List.of(), ""));
  }

  private RuleDraft(Sentence<T> sentence, RuleTexts texts) {
    this.sentence = sentence;
    this.texts = texts;
  }

  /**
   * Asks for another condition as well.
   *
   * @param condition what is asked of them besides
   * @return the rule, to go on with what to do
   */
  public RuleDraft<T> and(Condition<? super T> condition) {
    return new RuleDraft<>(
        sentence.demanding(Combined.<T>both(sentence.should(), condition)), texts);
  }

  /**
   * Accepts another condition instead.
   *
   * @param condition what will do as well
   * @return the rule, to go on with what to do
   */
  public RuleDraft<T> or(Condition<? super T> condition) {
    return new RuleDraft<>(
        sentence.demanding(Combined.<T>either(sentence.should(), condition)), texts);
  }

  /**
   * Says what goes wrong because of it.
   *
   * @param why one or more sentences
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if it is blank
   */
  public RuleDraft<T> because(String why) {
    return new RuleDraft<>(sentence, texts.because(why));
  }

  /**
   * Says where it is written.
   *
   * @param source documentation and section; one more if called again
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if it is blank
   */
  public RuleDraft<T> source(String source) {
    return new RuleDraft<>(sentence, texts.source(source));
  }

  /**
   * Says since when there is the rule.
   *
   * @param version version of what brings the rule
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if it is blank
   */
  public RuleDraft<T> since(String version) {
    return new RuleDraft<>(sentence, texts.since(version));
  }

  /**
   * Says what to do, which makes the rule complete.
   *
   * @param remedy what to change, as a sentence
   * @return the rule
   * @throws IllegalArgumentException if it is blank
   */
  public FluentRule fix(String remedy) {
    return new FluentRule(sentence, texts, Words.of("what to do", remedy));
  }
}

package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A rule of which it is said what it looks at, and which of them. Conditions are joined from left to
 * right: {@code that(a).or(b).and(c)} asks for c of all.
 *
 * @param <T> what conditions are asked of
 * @since 0.1
 */
public final class RuleSelection<T> {

  private final RuleSubject<T> subject;
  private final Condition<? super T> that;

  RuleSelection(RuleSubject<T> subject, Condition<? super T> that) {
    this.subject = subject;
    this.that = that;
  }

  /**
   * Leaves out those that do not meet another condition as well.
   *
   * @param condition which of them the rule is about
   * @return the rule, to go on with what they should meet
   */
  public RuleSelection<T> and(Condition<? super T> condition) {
    return new RuleSelection<>(subject, Combined.<T>both(that, condition));
  }

  /**
   * Takes in those that meet another condition instead.
   *
   * @param condition which of them the rule is about as well
   * @return the rule, to go on with what they should meet
   */
  public RuleSelection<T> or(Condition<? super T> condition) {
    return new RuleSelection<>(subject, Combined.<T>either(that, condition));
  }

  /**
   * Says what they should meet.
   *
   * @param condition what is asked of them
   * @return the rule, to go on with what to do
   */
  public RuleDraft<T> should(Condition<? super T> condition) {
    return subject.demanding(Optional.of(that), condition);
  }

  /**
   * Says in one's own words what they should meet.
   *
   * @param words as they read after "should": {@code have an asset number}; "be" is written "are"
   * @param test whether one of them meets it
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part
   */
  public RuleDraft<T> should(String words, Predicate<? super T> test) {
    return should(Conditions.<T>condition(words, test));
  }

  /**
   * Says in one's own words what they should meet, with a look into the plan.
   *
   * @param words as they read after "should": {@code have an asset number}; "be" is written "are"
   * @param test whether one of them meets it
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part
   */
  public RuleDraft<T> should(String words, BiPredicate<? super T, ResolvedPlan> test) {
    return should(Conditions.<T>condition(words, test));
  }
}

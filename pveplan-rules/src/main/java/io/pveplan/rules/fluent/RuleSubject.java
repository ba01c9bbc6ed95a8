package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Severity;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A rule of which it is said what it looks at.
 *
 * @param <T> what conditions are asked of
 * @since 0.1
 */
public final class RuleSubject<T> {

  private final String id;
  private final Severity severity;
  private final Subjects<T> subjects;

  RuleSubject(String id, Severity severity, Subjects<T> subjects) {
    this.id = id;
    this.severity = severity;
    this.subjects = Objects.requireNonNull(subjects, "subjects");
  }

  /**
   * Leaves out those that do not meet a condition.
   *
   * @param condition which of them the rule is about
   * @return the rule, to go on with more of that, or with what they should meet
   */
  public RuleSelection<T> that(Condition<? super T> condition) {
    Objects.requireNonNull(condition, "condition");
    return new RuleSelection<>(this, condition);
  }

  /**
   * Leaves out those that do not meet a condition of one's own.
   *
   * @param words as they read after the name of several parts: {@code stand in building B}
   * @param test which of them the rule is about
   * @return the rule, to go on with more of that, or with what they should meet
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part
   */
  public RuleSelection<T> that(String words, Predicate<? super T> test) {
    return that(Conditions.<T>condition(words, test));
  }

  /**
   * Leaves out those that do not meet a condition of one's own that looks into the plan.
   *
   * @param words as they read after the name of several parts: {@code stand in building B}
   * @param test which of them the rule is about
   * @return the rule, to go on with more of that, or with what they should meet
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part
   */
  public RuleSelection<T> that(String words, BiPredicate<? super T, ResolvedPlan> test) {
    return that(Conditions.<T>condition(words, test));
  }

  /**
   * Says what all of them should meet.
   *
   * @param condition what is asked of them
   * @return the rule, to go on with what to do
   */
  public RuleDraft<T> should(Condition<? super T> condition) {
    return demanding(Optional.empty(), condition);
  }

  /**
   * Says in one's own words what all of them should meet.
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
   * Says in one's own words what all of them should meet, with a look into the plan.
   *
   * @param words as they read after "should": {@code have an asset number}; "be" is written "are"
   * @param test whether one of them meets it
   * @return the rule, to go on with what to do
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part
   */
  public RuleDraft<T> should(String words, BiPredicate<? super T, ResolvedPlan> test) {
    return should(Conditions.<T>condition(words, test));
  }

  RuleDraft<T> demanding(Optional<Condition<? super T>> that, Condition<? super T> should) {
    Objects.requireNonNull(should, "condition");
    return new RuleDraft<>(id, severity, new Sentence<>(subjects, that, should));
  }
}

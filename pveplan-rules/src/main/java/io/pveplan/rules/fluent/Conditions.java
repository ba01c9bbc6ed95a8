package io.pveplan.rules.fluent;

import io.pveplan.model.Declared;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Conditions that fit every part of a plan. Meant to be imported statically; what values are
 * compared with is in {@link Comparison}, and what only nodes, guests or others have in the classes
 * whose names end in {@code Terms}.
 *
 * <pre>{@code
 * have(rack())                                 // a finding where there is none
 * have(memory(), atLeast(gib(64)))             // undecided where the plan does not say
 * haveAtLeast(2, nics())
 * not(haveTag("old")).and(haveNameMatching("[a-z]+-[0-9]+"))
 *
 * haveAtLeast(0, nics())                       // refused: that is always the case
 * }</pre>
 *
 * @since 0.1
 */
public final class Conditions {

  private Conditions() {}

  /**
   * A condition of one's own.
   *
   * @param <T> what it can be asked of
   * @param words as they read after the name of several parts: {@code stand in building B}
   * @param test whether it is the case
   * @return the condition
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part, as in
   *     {@code be known} or {@code has a tag}
   */
  public static <T> Condition<T> condition(String words, Predicate<? super T> test) {
    Objects.requireNonNull(test, "test");
    return Simple.of(Words.plural(words), subject -> Truth.of(test.test(subject.value())));
  }

  /**
   * A condition of one's own that looks into the plan.
   *
   * @param <T> what it can be asked of
   * @param words as they read after the name of several parts: {@code stand in building B}
   * @param test whether it is the case
   * @return the condition
   * @throws IllegalArgumentException if there are no words, or their verb is that of one part, as in
   *     {@code be known} or {@code has a tag}
   */
  public static <T> Condition<T> condition(
      String words, BiPredicate<? super T, ResolvedPlan> test) {
    Objects.requireNonNull(test, "test");
    return Simple.of(
        Words.plural(words), subject -> Truth.of(test.test(subject.value(), subject.plan())));
  }

  /**
   * The opposite. What is not decided stays so.
   *
   * @param <T> what it can be asked of
   * @param condition a condition
   * @return holds where the condition fails
   */
  public static <T> Condition<T> not(Condition<T> condition) {
    return condition.negated();
  }

  /**
   * That the plan says something, whatever it says.
   *
   * @param <T> of what
   * @param fact the fact, for example {@code rack()}
   * @return holds where the plan says it, also where a default was filled in
   */
  public static <T> Condition<T> have(Fact<T, ?> fact) {
    return Presence.of(fact);
  }

  /**
   * What a fact should be like.
   *
   * @param <T> of what
   * @param <V> type of the value
   * @param fact the fact, for example {@code memory()}
   * @param comparison what it is compared with, for example {@code atLeast(gib(64))}
   * @return holds where the value is like that; undecided where the plan does not say it
   */
  public static <T, V> Condition<T> have(Fact<T, V> fact, Comparison<? super V> comparison) {
    return Compared.of(fact, comparison);
  }

  /**
   * Enough parts of a kind.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number the fewest, at least 1
   * @param parts what is counted
   * @return holds where there are as many, or more
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveAtLeast(int number, Parts<O, T> parts) {
    return Count.atLeast(number, parts, Optional.empty());
  }

  /**
   * Enough parts of a kind that meet a condition.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number the fewest, at least 1
   * @param parts what is counted
   * @param that which of them
   * @return holds where there are as many, or more
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveAtLeast(
      int number, Parts<O, T> parts, Condition<? super Part<O, T>> that) {
    return Count.atLeast(number, parts, Optional.of(that));
  }

  /**
   * Not too many parts of a kind.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number the most, at least 1
   * @param parts what is counted
   * @return holds where there are as many, or fewer
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveAtMost(int number, Parts<O, T> parts) {
    return Count.atMost(number, parts, Optional.empty());
  }

  /**
   * Not too many parts of a kind that meet a condition.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number the most, at least 1
   * @param parts what is counted
   * @param that which of them
   * @return holds where there are as many, or fewer
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveAtMost(
      int number, Parts<O, T> parts, Condition<? super Part<O, T>> that) {
    return Count.atMost(number, parts, Optional.of(that));
  }

  /**
   * A number of parts of a kind.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number how many, at least 1
   * @param parts what is counted
   * @return holds where there are as many
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveExactly(int number, Parts<O, T> parts) {
    return Count.exactly(number, parts, Optional.empty());
  }

  /**
   * A number of parts of a kind that meet a condition.
   *
   * @param <O> what they belong to
   * @param <T> what they are
   * @param number how many, at least 1
   * @param parts what is counted
   * @param that which of them
   * @return holds where there are as many
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static <O, T extends Declared> Condition<O> haveExactly(
      int number, Parts<O, T> parts, Condition<? super Part<O, T>> that) {
    return Count.exactly(number, parts, Optional.of(that));
  }

  /**
   * No part of a kind.
   *
   * @param <O> what they would belong to
   * @param <T> what they would be
   * @param parts what is counted
   * @return holds where there are none
   */
  public static <O, T extends Declared> Condition<O> haveNo(Parts<O, T> parts) {
    return Count.none(parts, Optional.empty());
  }

  /**
   * No part of a kind that meets a condition.
   *
   * @param <O> what they would belong to
   * @param <T> what they would be
   * @param parts what is counted
   * @param that which of them
   * @return holds where there are none
   */
  public static <O, T extends Declared> Condition<O> haveNo(
      Parts<O, T> parts, Condition<? super Part<O, T>> that) {
    return Count.none(parts, Optional.of(that));
  }

  /**
   * That a part has one of these names. An interface is known by its own name, a guest by its name
   * and not by its VMID.
   *
   * @param names at least one name
   * @return holds for a part that is called so
   * @throws IllegalArgumentException if there is no name, or a blank one
   */
  public static Condition<Object> areNamed(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("name at least one name");
    }
    List<String> all = List.of(names);
    all.forEach(name -> Words.of("a name", name));
    return Simple.of("are named " + String.join(" or ", all), new Named(all::contains));
  }

  /**
   * That the name of a part has a form.
   *
   * @param regex regular expression for the whole name
   * @return holds for a name that matches
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   * @throws IllegalArgumentException if it is blank
   */
  public static Condition<Object> haveNameMatching(String regex) {
    String words = "have a name matching " + Words.of("a form of names", regex);
    Pattern pattern = Pattern.compile(regex);
    return Simple.of(words, new Named(name -> pattern.matcher(name).matches()));
  }
}

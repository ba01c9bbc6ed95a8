package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something a plan may say of its parts: {@code memory()}, {@code rack()}. Asked for with {@link
 * Conditions#have(Fact)} and {@link Conditions#have(Fact, Comparison)}.
 *
 * @param <T> of what
 * @param <V> the value; immutable, read well as text
 * @since 0.1
 */
public final class Fact<T, V> {

  private final String words;
  private final String noun;
  private final Optional<String> many;
  private final BiFunction<? super T, ResolvedPlan, Optional<V>> value;

  private Fact(
      String words, Optional<String> many, BiFunction<? super T, ResolvedPlan, Optional<V>> value) {
    this.words = Words.of("a fact", words);
    this.noun = Words.withoutArticle(this.words);
    this.many = many;
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * A fact of one's own.
   *
   * <pre>{@code
   * static final Fact<Node, String> SITE =
   *     Fact.of("a site", (node, plan) -> Optional.ofNullable(SITES.get(node.name())));
   *
   * Fact.of("  ", ..);  // refused: it has no words
   * }</pre>
   *
   * @param <T> of what
   * @param <V> the value
   * @param words what it is called, with an article if it has one: {@code a site}
   * @param value what the plan says, empty if it does not
   * @return the fact
   * @throws IllegalArgumentException if there are no words
   */
  public static <T, V> Fact<T, V> of(
      String words, BiFunction<? super T, ResolvedPlan, Optional<V>> value) {
    return new Fact<>(words, Optional.empty(), value);
  }

  static <T, V> Fact<T, V> said(String words, Function<? super T, Optional<V>> value) {
    return of(words, (part, plan) -> value.apply(part));
  }

  static <T, V> Fact<T, V> always(String words, Function<? super T, V> value) {
    return said(words, part -> Optional.of(value.apply(part)));
  }

  static <T> Fact<T, Integer> number(String words, Function<? super T, OptionalInt> value) {
    return said(words, part -> boxed(value.apply(part)));
  }

  /** How many there are of something that is no part of its own. */
  static <T> Fact<T, Integer> count(
      String one, String many, Function<? super T, OptionalInt> value) {
    return new Fact<>(one, Optional.of(many), (part, plan) -> boxed(value.apply(part)));
  }

  /** The same with a look into the plan. */
  static <T> Fact<T, Integer> reckoned(
      String one, String many, BiFunction<? super T, ResolvedPlan, Integer> value) {
    return new Fact<>(one, Optional.of(many), (part, plan) -> Optional.of(value.apply(part, plan)));
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  Optional<V> of(Subject<? extends T> subject) {
    return value.apply(subject.value(), subject.plan());
  }

  /** Whether there is such a thing: the plan says it, and does not say that there are none. */
  boolean isThere(Subject<? extends T> subject) {
    Optional<V> is = of(subject);
    return is.isPresent() && !(many.isPresent() && is.get().equals(0));
  }

  String noun() {
    return many.orElse(noun);
  }

  /** As it reads after "have": {@code a rack}, {@code cores}. */
  String words() {
    return many.orElse(words);
  }

  /** {@code memory of at least 64GiB}, {@code at least 4 cores}, {@code rack a3}. */
  String words(Comparison<?> comparison) {
    return many.map(plural -> comparison.clause()
            ? "a number of " + plural + " " + comparison.words()
            : comparison.words() + " " + (comparison.one() ? noun : plural))
        .orElseGet(() -> comparison.exact()
            ? noun + " " + comparison.words()
            : words + " " + comparison.joint() + comparison.words());
  }

  void found(V is, Account account) {
    account.found("has "
        + many.map(plural -> counted(is, plural)).orElseGet(() -> noun + " " + Words.value(is)));
    account.evidence(Words.key(noun()), is instanceof Duration ? Words.value(is) : is);
  }

  private String counted(V is, String plural) {
    if (is.equals(0)) {
      return "no " + plural;
    }
    return is + " " + (is.equals(1) ? noun : plural);
  }

  void missing(Subject<? extends T> subject, Account account) {
    account.missing(noun() + " of " + subject.owner());
  }

  /** What it is called. */
  @Override
  public String toString() {
    return words();
  }
}

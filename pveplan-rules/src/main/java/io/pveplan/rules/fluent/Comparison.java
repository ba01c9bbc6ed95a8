package io.pveplan.rules.fluent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value should be like: {@code atLeast(gib(64))}, {@code matching("a[0-9]+")}. Meant to be
 * imported statically.
 *
 * <pre>{@code
 * Rule sizes = rule("ACME-020", WARNING)
 *     .forEach(nodes())
 *     .should(have(rack(), matching("[a-z][0-9]")).and(have(powerSupplies(), exactly(2))))
 *     .fix("Mend the node.");
 *
 * between(2, 1);  // refused: nothing is between 2 and 1
 * }</pre>
 *
 * @param <V> type of the value
 * @since 0.1
 */
public final class Comparison<V> {

  private enum Form {
    EXACT(""),
    RANGE("of "),
    FORM(""),
    CLAUSE("");

    private final String joint;

    Form(String joint) {
      this.joint = joint;
    }
  }

  private final String words;
  private final Form form;
  private final boolean one;
  private final Predicate<? super V> test;

  private Comparison(String words, Form form, boolean one, Predicate<? super V> test) {
    this.words = Words.of("a comparison", words);
    this.form = form;
    this.one = one;
    this.test = Objects.requireNonNull(test, "test");
  }

  /**
   * This or more.
   *
   * @param <V> type of the value
   * @param least the smallest value that will do
   * @return the comparison
   */
  public static <V extends Comparable<? super V>> Comparison<V> atLeast(V least) {
    return new Comparison<>(
        "at least " + Words.value(least),
        Form.RANGE,
        least.equals(1),
        is -> is.compareTo(least) >= 0);
  }

  /**
   * This or less.
   *
   * @param <V> type of the value
   * @param most the greatest value that will do
   * @return the comparison
   */
  public static <V extends Comparable<? super V>> Comparison<V> atMost(V most) {
    return new Comparison<>(
        "at most " + Words.value(most), Form.RANGE, most.equals(1), is -> is.compareTo(most) <= 0);
  }

  /**
   * A range.
   *
   * @param <V> type of the value
   * @param least the smallest value that will do
   * @param most the greatest value that will do
   * @return the comparison
   * @throws IllegalArgumentException if the first is greater than the last
   */
  public static <V extends Comparable<? super V>> Comparison<V> between(V least, V most) {
    if (least.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "nothing is between " + Words.value(least) + " and " + Words.value(most));
    }
    return new Comparison<>(
        "between " + Words.value(least) + " and " + Words.value(most),
        Form.FORM,
        false,
        is -> is.compareTo(least) >= 0 && is.compareTo(most) <= 0);
  }

  /**
   * One of these values.
   *
   * @param <V> type of the value
   * @param values those that will do, at least one
   * @return the comparison
   * @throws IllegalArgumentException if there is none
   */
  @SafeVarargs
  public static <V> Comparison<V> exactly(V... values) {
    List<V> allowed = new ArrayList<>();
    for (V value : values) {
      allowed.add(Objects.requireNonNull(value, "value"));
    }
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException("name at least one value");
    }
    String words = String.join(" or ", allowed.stream().map(Words::value).toList());
    return new Comparison<>(
        words, Form.EXACT, allowed.size() == 1 && allowed.get(0).equals(1), allowed::contains);
  }

  /**
   * A text of some form.
   *
   * @param regex regular expression for the whole text
   * @return the comparison
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public static Comparison<String> matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return new Comparison<>(
        "matching " + regex, Form.FORM, false, is -> pattern.matcher(is).matches());
  }

  /**
   * A comparison of one's own.
   *
   * @param <V> type of the value
   * @param words as they read after "that": {@code is a power of two}
   * @param test whether a value will do
   * @return the comparison
   * @throws IllegalArgumentException if there are no words
   */
  public static <V> Comparison<V> suchThat(String words, Predicate<? super V> test) {
    return new Comparison<>("that " + Words.of("a comparison", words), Form.CLAUSE, false, test);
  }

  boolean holds(V value) {
    return test.test(value);
  }

  String words() {
    return words;
  }

  String joint() {
    return form.joint;
  }

  boolean exact() {
    return form == Form.EXACT;
  }

  /** Whether it reads after what is compared only. */
  boolean clause() {
    return form == Form.CLAUSE;
  }

  /** Whether what is counted is named in the singular. */
  boolean one() {
    return one;
  }

  /** The comparison in words: {@code at least 64GiB}. */
  @Override
  public String toString() {
    return words;
  }
}

package io.pveplan.rules.fluent;

import java.util.Objects;
import java.util.function.Function;

/** Two conditions joined by "and" or "or". */
final class Combined<T> extends Condition<T> {

  private final Condition<? super T> first;
  private final Condition<? super T> second;
  private final boolean both;

  private Combined(Condition<? super T> first, Condition<? super T> second, boolean both) {
    this.first = Objects.requireNonNull(first, "condition");
    this.second = Objects.requireNonNull(second, "condition");
    this.both = both;
  }

  static <T> Condition<T> both(Condition<? super T> first, Condition<? super T> second) {
    return new Combined<T>(first, second, true);
  }

  static <T> Condition<T> either(Condition<? super T> first, Condition<? super T> second) {
    return new Combined<T>(first, second, false);
  }

  @Override
  Truth test(Subject<? extends T> subject) {
    Truth one = first.test(subject);
    if (one == (both ? Truth.NO : Truth.YES)) {
      return one;
    }
    Truth other = second.test(subject);
    return both ? one.and(other) : one.or(other);
  }

  @Override
  void tell(Subject<? extends T> subject, Account account) {
    if (first.test(subject) != Truth.YES) {
      first.tell(subject, account);
    }
    if (second.test(subject) != Truth.YES) {
      second.tell(subject, account);
    }
  }

  @Override
  Condition<T> negated() {
    return new Combined<T>(first.negated(), second.negated(), !both);
  }

  @Override
  String plural() {
    return joined(Condition::plural);
  }

  @Override
  String singular() {
    return joined(Condition::singular);
  }

  @Override
  String demand() {
    return joined(Condition::demand);
  }

  @Override
  String failing() {
    return "does not";
  }

  @Override
  boolean isAlternative() {
    return !both;
  }

  private String joined(Function<Condition<?>, String> words) {
    return side(first, words) + (both ? " and " : " or ") + side(second, words);
  }

  // Without them "a or b and c" could be read in two ways.
  private String side(Condition<?> side, Function<Condition<?>, String> words) {
    boolean mixed = side instanceof Combined<?> && side.isAlternative() == both;
    return mixed ? "(" + words.apply(side) + ")" : words.apply(side);
  }
}

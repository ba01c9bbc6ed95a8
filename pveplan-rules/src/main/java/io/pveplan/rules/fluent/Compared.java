package io.pveplan.rules.fluent;

import java.util.Optional;

/** Compares what a plan says. */
record Compared<T, V>(Fact<T, V> fact, Comparison<? super V> comparison) implements Claim<T> {

  static <T, V> Condition<T> of(Fact<T, V> fact, Comparison<? super V> comparison) {
    return Simple.of("have " + fact.words(comparison), new Compared<>(fact, comparison));
  }

  @Override
  public Truth holds(Subject<? extends T> subject) {
    Optional<V> is = fact.of(subject);
    return is.isEmpty() ? Truth.UNKNOWN : Truth.of(comparison.holds(is.get()));
  }

  @Override
  public void tell(Subject<? extends T> subject, Account account) {
    fact.of(subject)
        .ifPresentOrElse(is -> fact.found(is, account), () -> fact.missing(subject, account));
  }
}

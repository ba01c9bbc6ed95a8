package io.pveplan.rules.fluent;

/** Asks for a yes or no that a plan may leave open. */
record Stated<T>(Fact<T, Boolean> fact) implements Claim<T> {

  static <T> Condition<T> of(String words, Fact<T, Boolean> fact) {
    return Simple.of(words, new Stated<>(fact));
  }

  @Override
  public Truth holds(Subject<? extends T> subject) {
    return fact.of(subject).map(Truth::of).orElse(Truth.UNKNOWN);
  }

  @Override
  public void tell(Subject<? extends T> subject, Account account) {
    if (fact.of(subject).isEmpty()) {
      fact.missing(subject, account);
    }
  }
}

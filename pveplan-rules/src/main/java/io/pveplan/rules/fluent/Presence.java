package io.pveplan.rules.fluent;

/** Asks whether a plan says something. */
record Presence<T, V>(Fact<T, V> fact) implements Claim<T> {

  static <T, V> Condition<T> of(Fact<T, V> fact) {
    return Simple.of("have " + fact.words(), new Presence<>(fact));
  }

  @Override
  public Truth holds(Subject<? extends T> subject) {
    return Truth.of(fact.isThere(subject));
  }

  @Override
  public void tell(Subject<? extends T> subject, Account account) {
    fact.of(subject)
        .ifPresentOrElse(
            is -> fact.found(is, account), () -> account.found("has no " + fact.noun()));
  }
}

package io.pveplan.rules.fluent;

import java.util.function.Predicate;

/** Asks for the name of a part, which is in every message anyway. */
record Named(Predicate<String> form) implements Claim<Object> {

  @Override
  public Truth holds(Subject<?> subject) {
    return Truth.of(form.test(subject.name()));
  }

  @Override
  public void tell(Subject<?> subject, Account account) {
    account.evidence("name", subject.name());
  }
}

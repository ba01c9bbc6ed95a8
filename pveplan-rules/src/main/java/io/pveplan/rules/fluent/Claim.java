package io.pveplan.rules.fluent;

/** What a simple condition asks of a part. */
interface Claim<T> {

  Truth holds(Subject<? extends T> subject);

  /** Tells what is there, or which fact is missing. */
  default void tell(Subject<? extends T> subject, Account account) {}
}

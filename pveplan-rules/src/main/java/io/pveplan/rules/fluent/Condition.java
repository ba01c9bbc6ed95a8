package io.pveplan.rules.fluent;

/**
 * Something that is the case for a part of a plan or not, in words and as a test. It chooses the
 * parts a rule is about, and it is what they should meet.
 *
 * <pre>{@code
 * haveRole(STORAGE).and(have(memory(), atLeast(gib(64))))
 * }</pre>
 *
 * <p>Where a plan lacks the fact that is asked for, a condition neither holds nor fails: the rule is
 * undecided about that part, and names the fact. Made in {@link Conditions} and in the classes whose
 * names end in {@code Terms}.
 *
 * @param <T> what it can be asked of
 * @since 0.1
 */
public abstract class Condition<T> {

  Condition() {}

  /**
   * Both conditions.
   *
   * @param other another condition
   * @return holds where both hold
   */
  public final Condition<T> and(Condition<? super T> other) {
    return Combined.<T>both(this, other);
  }

  /**
   * At least one of the conditions.
   *
   * @param other another condition
   * @return holds where one of them holds
   */
  public final Condition<T> or(Condition<? super T> other) {
    return Combined.<T>either(this, other);
  }

  abstract Truth test(Subject<? extends T> subject);

  /** Tells why it does not hold. */
  abstract void tell(Subject<? extends T> subject, Account account);

  abstract Condition<T> negated();

  /** As it reads after the name of several parts: {@code are shared}, {@code do not have a rack}. */
  abstract String plural();

  /** As it reads after the name of one part: {@code is shared}, {@code does not have a rack}. */
  abstract String singular();

  /** As it reads after "should": {@code be shared}, {@code not have a rack}. */
  abstract String demand();

  /** As it reads after the name of one part that does not meet it: {@code does not}. */
  abstract String failing();

  /** In parentheses where another condition follows. */
  boolean isAlternative() {
    return false;
  }

  /** The condition in words, {@code have role storage and have at least 2 NICs}. */
  @Override
  public final String toString() {
    return plural();
  }
}

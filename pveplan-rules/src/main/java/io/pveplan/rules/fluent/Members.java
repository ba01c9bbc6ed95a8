package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Asks whether a value is among those that a part has. */
final class Members<T> implements Claim<T> {

  private final String found;
  private final String many;
  private final Object member;
  private final BiFunction<? super T, ResolvedPlan, ? extends Collection<?>> all;
  private final boolean unknownIfNone;

  private Members(
      String found,
      String many,
      Object member,
      BiFunction<? super T, ResolvedPlan, ? extends Collection<?>> all,
      boolean unknownIfNone) {
    this.found = found;
    this.many = many;
    this.member = member;
    this.all = all;
    this.unknownIfNone = unknownIfNone;
  }

  /**
   * A condition that a value is among others.
   *
   * @param verb with what belongs to it, {@code have tag}
   * @param member the value to look for
   * @param found as it reads after the name of one part, {@code has}
   * @param many what several are called, {@code tags}
   * @param all what a part has
   */
  static <T> Condition<T> have(
      String verb,
      Object member,
      String found,
      String many,
      BiFunction<? super T, ResolvedPlan, ? extends Collection<?>> all) {
    return condition(verb, member, new Members<T>(found, many, member, all, false));
  }

  /** The same where having none means that nothing is known. */
  static <T> Condition<T> known(
      String verb,
      Object member,
      String found,
      String many,
      BiFunction<? super T, ResolvedPlan, ? extends Collection<?>> all) {
    return condition(verb, member, new Members<T>(found, many, member, all, true));
  }

  private static <T> Condition<T> condition(String verb, Object member, Claim<T> claim) {
    return Simple.of(verb + " " + Words.of(verb, member.toString()), claim);
  }

  @Override
  public Truth holds(Subject<? extends T> subject) {
    Collection<?> values = all.apply(subject.value(), subject.plan());
    return unknownIfNone && values.isEmpty() ? Truth.UNKNOWN : Truth.of(values.contains(member));
  }

  @Override
  public void tell(Subject<? extends T> subject, Account account) {
    Collection<?> values = all.apply(subject.value(), subject.plan());
    if (values.isEmpty()) {
      if (unknownIfNone) {
        account.missing(many + " of " + subject.owner());
      } else {
        account.found(found + " no " + many);
      }
    } else {
      account.found(found + " " + many + " "
          + values.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    account.evidence(Words.key(many), values);
  }
}

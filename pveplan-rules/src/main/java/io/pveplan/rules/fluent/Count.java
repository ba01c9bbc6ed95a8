package io.pveplan.rules.fluent;

import io.pveplan.model.Declared;
import java.util.Optional;

/** Asks how many parts there are, of all or of those that meet a condition. */
final class Count<O, T extends Declared> implements Claim<O> {

  private final Parts<O, T> parts;
  private final Optional<Condition<? super Part<O, T>>> that;
  private final int least;
  private final int most;

  private Count(
      Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that, int least, int most) {
    this.parts = parts;
    this.that = that;
    this.least = least;
    this.most = most;
  }

  static <O, T extends Declared> Condition<O> atLeast(
      int number, Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that) {
    return condition(
        "at least " + positive(number), number, parts, that, number, Integer.MAX_VALUE);
  }

  static <O, T extends Declared> Condition<O> atMost(
      int number, Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that) {
    return condition("at most " + positive(number), number, parts, that, 0, number);
  }

  static <O, T extends Declared> Condition<O> exactly(
      int number, Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that) {
    return condition("exactly " + positive(number), number, parts, that, number, number);
  }

  static <O, T extends Declared> Condition<O> none(
      Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that) {
    return condition("no", 0, parts, that, 0, 0);
  }

  private static int positive(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          number + " can not be counted to; use 1 or more, or haveNo(..)");
    }
    return number;
  }

  private static <O, T extends Declared> Condition<O> condition(
      String limit,
      int number,
      Parts<O, T> parts,
      Optional<Condition<? super Part<O, T>>> that,
      int least,
      int most) {
    String words = "have " + limit + " " + named(number, parts, that);
    return Simple.of(words, new Count<>(parts, that, least, most));
  }

  private static <O, T extends Declared> String named(
      int number, Parts<O, T> parts, Optional<Condition<? super Part<O, T>>> that) {
    return number == 1
        ? parts.one() + that.map(condition -> " that " + condition.singular()).orElse("")
        : parts.many() + that.map(condition -> " that " + condition.plural()).orElse("");
  }

  @Override
  public Truth holds(Subject<? extends O> subject) {
    if (parts.unknown(subject.value(), subject.plan())) {
      return Truth.UNKNOWN;
    }
    int sure = number(subject, Truth.YES);
    int open = that.isEmpty() ? 0 : number(subject, Truth.UNKNOWN);
    if (sure > most || sure + open < least) {
      return Truth.NO;
    }
    return sure >= least && sure + open <= most ? Truth.YES : Truth.UNKNOWN;
  }

  private int number(Subject<? extends O> subject, Truth truth) {
    if (that.isEmpty()) {
      return parts.of(subject.value(), subject.plan()).size();
    }
    int counted = 0;
    int number = 0;
    for (T part : parts.of(subject.value(), subject.plan())) {
      if (that.get().test(parts.subject(subject.value(), part, number, subject.plan())) == truth) {
        counted++;
      }
      number++;
    }
    return counted;
  }

  @Override
  public void tell(Subject<? extends O> subject, Account account) {
    if (parts.unknown(subject.value(), subject.plan())) {
      account.missing(parts.many() + " of " + subject.owner());
      return;
    }
    int counted = number(subject, Truth.YES);
    account.found("has " + (counted == 0 ? "no" : counted) + " " + named(counted, parts, that));
    account.evidence(Words.key(parts.many()), counted);
    that.ifPresent(condition -> tellMissing(subject, condition, account));
  }

  private void tellMissing(
      Subject<? extends O> subject, Condition<? super Part<O, T>> condition, Account account) {
    int number = 0;
    for (T part : parts.of(subject.value(), subject.plan())) {
      Subject<Part<O, T>> each = parts.subject(subject.value(), part, number, subject.plan());
      if (condition.test(each) == Truth.UNKNOWN) {
        Account open = new Account();
        condition.tell(each, open);
        open.missing().forEach(account::missing);
      }
      number++;
    }
  }
}

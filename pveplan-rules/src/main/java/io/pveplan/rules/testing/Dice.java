package io.pveplan.rules.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Choices that follow from a seed: the same on every machine and in every release of Java. */
final class Dice {

  // SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final int told;
  private long state;

  Dice(long seed) {
    state = seed;
    told = of(35, 75, 95, 100);
  }

  private long next() {
    state += STEP;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  int from(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  /** Whether the author of this plan says a fact; some tell all, some little. */
  boolean told() {
    return chance(told);
  }

  /** A fact, if its author tells it. */
  <T> Optional<T> told(Supplier<T> fact) {
    return told() ? Optional.of(fact.get()) : Optional.empty();
  }

  <T> Optional<T> maybe(int percent, Supplier<T> part) {
    return chance(percent) ? Optional.of(part.get()) : Optional.empty();
  }

  @SafeVarargs
  final <T> T of(T... some) {
    return some[below(some.length)];
  }

  <T> T of(List<T> some) {
    return some.get(below(some.size()));
  }

  /** Each of them with this chance, in their order. */
  <T> List<T> each(int percent, List<T> some) {
    List<T> chosen = new ArrayList<>();
    for (T one : some) {
      if (chance(percent)) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  /** One of them at least, in their order. */
  <T> List<T> few(List<T> some) {
    List<T> chosen = each(50, some);
    return chosen.isEmpty() ? List.of(of(some)) : chosen;
  }
}

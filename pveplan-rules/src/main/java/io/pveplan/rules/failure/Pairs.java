package io.pveplan.rules.failure;

import java.util.ArrayList;
import java.util.List;

/** The pairs of parts of a kind: all, or of too many some, the same each time. */
final class Pairs {

  private static final int MOST = 200;

  private Pairs() {}

  /**
   * The pairs of some parts.
   *
   * @param what the parts, as in {@code switches}
   * @param kind the failures they make
   */
  static <T> List<List<T>> of(List<T> parts, String what, ScenarioKind kind, Limits limits) {
    long all = (long) parts.size() * (parts.size() - 1) / 2;
    long most = Math.min(all, MOST);
    List<List<T>> pairs = new ArrayList<>();
    long seen = 0;
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        seen++;
        // Every so many, so that each part is in about as many of them.
        if (seen * most / all > (seen - 1) * most / all) {
          pairs.add(List.of(parts.get(i), parts.get(j)));
        }
      }
    }
    if (most < all) {
      limits.addSample("pairs of " + what, pairs.size(), Long.toString(all), kind);
    }
    return pairs;
  }
}

package io.pveplan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Collects what is wrong with a plan. */
final class Problems {

  private final Set<PlanProblem> found = new LinkedHashSet<>();
  private final BiPredicate<String, String> refused;

  /**
   * Begins without a problem.
   *
   * @param refused by kind and name, things that were declared but can not be made
   */
  Problems(BiPredicate<String, String> refused) {
    this.refused = refused;
  }

  void add(PlanPath at, Declared declared, String message, String advice, String rule) {
    found.add(new PlanProblem(
        at,
        message,
        advice,
        rule.isEmpty() ? Optional.empty() : Optional.of(rule),
        declared.declaredAt()));
  }

  /** Whether something of this kind and name was declared but can not be made. */
  boolean isRefused(String kind, String name) {
    return refused.test(kind, name);
  }

  /** Reports a name that nothing has, with the names there are. */
  void missing(PlanPath at, Declared declared, String kind, String name, Iterable<String> known) {
    if (isRefused(kind, name)) {
      return;
    }
    String list = String.join(", ", known);
    add(
        at,
        declared,
        "there is no " + kind + " \"" + name + "\"",
        list.isEmpty()
            ? "The plan has no " + kind + "; declare it."
            : "Declare it, or name one of: " + list + ".",
        "");
  }

  List<PlanProblem> list() {
    return new ArrayList<>(found);
  }
}

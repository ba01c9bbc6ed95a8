package io.pveplan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what is wrong with a plan. */
final class Problems {

  private final Set<PlanProblem> found = new LinkedHashSet<>();
  private final Predicate<String> refused;

  /**
   * Begins without a problem.
   *
   * @param refused names of things that were declared but can not be made
   */
  Problems(Predicate<String> refused) {
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

  /** Whether a name belongs to something that was declared but can not be made. */
  boolean isRefused(String name) {
    return refused.test(name);
  }

  /** Reports a name that nothing has, with the names there are. */
  void missing(PlanPath at, Declared declared, String kind, String name, Iterable<String> known) {
    if (isRefused(name)) {
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

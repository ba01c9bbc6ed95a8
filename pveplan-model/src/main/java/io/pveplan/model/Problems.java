package io.pveplan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Collects what is wrong with a plan. */
final class Problems {

  private final Set<PlanProblem> found = new LinkedHashSet<>();
  private final BiPredicate<String, String> refused;
  private final Function<Declared, Optional<PlanPath>> places;

  /**
   * Begins without a problem.
   *
   * @param refused by kind and name, things that were declared but can not be made
   * @param places where parts of the plan stand in the text it was read from
   */
  Problems(BiPredicate<String, String> refused, Function<Declared, Optional<PlanPath>> places) {
    this.refused = refused;
    this.places = places;
  }

  void add(PlanPath at, Declared declared, String message, String advice, String rule) {
    Optional<PlanPath> written = places.apply(declared);
    found.add(new PlanProblem(
        written.orElse(at),
        written.isPresent() && at.segments().size() > 1 ? at + ": " + message : message,
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
    missing(at, declared, kind, name, known, "");
  }

  /** Reports a name that nothing has, which is the matter of a rule. */
  void missing(
      PlanPath at,
      Declared declared,
      String kind,
      String name,
      Iterable<String> known,
      String rule) {
    if (isRefused(kind, name)) {
      return;
    }
    List<String> names = new ArrayList<>();
    known.forEach(names::add);
    add(
        at,
        declared,
        "there is no " + kind + " \"" + name + "\"",
        names.isEmpty()
            ? "The plan has no " + kind + "; declare it."
            : "Declare it, or name one of" + NearestNames.shown(name, names) + ".",
        rule);
  }

  List<PlanProblem> list() {
    return new ArrayList<>(found);
  }
}

package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;

/** A part of a plan while a rule looks at it. */
record Subject<T>(Subjects<T> kind, T value, ResolvedPlan plan) {

  String name() {
    return kind.name(value);
  }

  String title() {
    return kind.title(value);
  }

  PlanPath path() {
    return kind.path(value);
  }
}

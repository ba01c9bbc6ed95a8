package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;

/** A part of a plan while a rule looks at it. */
record Subject<T>(Subjects<T> kind, T value, ResolvedPlan plan) {

  String name() {
    return kind.name(value);
  }

  String title() {
    return kind.title(value);
  }

  /** As rules name what a missing fact belongs to. */
  String owner() {
    if (value instanceof Node) {
      return name();
    }
    return value instanceof Guest guest ? "guest " + guest.vmid() : title();
  }

  PlanPath path() {
    return kind.path(value);
  }
}

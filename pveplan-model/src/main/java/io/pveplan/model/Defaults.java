package io.pveplan.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what is filled in while a plan is resolved. */
final class Defaults {

  private final List<FilledValue> filled = new ArrayList<>();

  <T> T note(PlanPath at, String field, T value, String source) {
    filled.add(new FilledValue(at, field, String.valueOf(value), source));
    return value;
  }

  List<FilledValue> filled() {
    return filled;
  }
}

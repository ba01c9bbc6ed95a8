package io.pveplan.dsl;

import io.pveplan.model.PlanPath;

/** A part of the plan that is declared by one call and has no block. */
final class PartSpec extends Scope {

  PartSpec(Definition definition, PlanPath at) {
    super(definition, at);
  }
}

package io.pveplan.render;

import io.pveplan.dsl.Pveplan;
import io.pveplan.model.ResolvedPlan;

/** Plans for tests of what does not look into a plan. */
public final class Plans {

  private Plans() {}

  /** A plan with nothing in it. */
  public static ResolvedPlan empty() {
    return ResolvedPlan.of(Pveplan.cluster("lab", c -> {}));
  }
}

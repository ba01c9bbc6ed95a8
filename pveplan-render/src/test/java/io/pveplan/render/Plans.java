package io.pveplan.render;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;

/** Plans for tests of what does not look into a plan. */
public final class Plans {

  private Plans() {}

  /** A plan with nothing in it. */
  public static ResolvedPlan empty() {
    return ResolvedPlan.of(new ClusterPlan("lab"));
  }
}

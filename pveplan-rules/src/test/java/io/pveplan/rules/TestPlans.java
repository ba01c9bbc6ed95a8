package io.pveplan.rules;

import io.pveplan.model.ClusterPlan;

/** The plans the engine is tested with. The engine never looks into a plan, so any plan does. */
public final class TestPlans {

  private TestPlans() {}

  /** Some plan that can be resolved. */
  public static ClusterPlan plan() {
    return ClusterPlan.builder().name("lab").build();
  }
}

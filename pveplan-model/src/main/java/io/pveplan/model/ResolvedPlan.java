package io.pveplan.model;

/** Placeholder until the subjects are in. */
public final class ResolvedPlan {

  private final ClusterPlan plan;

  private ResolvedPlan(ClusterPlan plan) {
    this.plan = plan;
  }

  /**
   * Resolves a plan.
   *
   * @param plan what the user said
   * @return the resolved view
   */
  public static ResolvedPlan of(ClusterPlan plan) {
    return new ResolvedPlan(plan);
  }

  /** {@return the filled plan} */
  public ClusterPlan plan() {
    return plan;
  }
}

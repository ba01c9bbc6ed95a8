package io.pveplan.model;

/** Placeholder until the subjects are in. */
public final class ResolvedPlan {

  private final ClusterPlan plan;

  private ResolvedPlan(ClusterPlan plan) {
    this.plan = plan;
  }

  /** The resolved view of a plan. */
  public static ResolvedPlan of(ClusterPlan plan) {
    return new ResolvedPlan(plan);
  }

  /** The filled plan. */
  public ClusterPlan plan() {
    return plan;
  }
}

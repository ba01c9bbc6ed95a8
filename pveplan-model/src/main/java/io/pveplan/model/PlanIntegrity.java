package io.pveplan.model;

import java.util.List;

/**
 * What can not be in a plan: things of one name, references to nothing, addresses outside of their
 * network.
 *
 * <p>The DSL asks when a plan freezes, the reader of JSON when it has read one, and {@link
 * ResolvedPlan} before it resolves one. Whoever puts a plan together with the builders can ask
 * here.
 *
 * @since 0.1
 */
public final class PlanIntegrity {

  private PlanIntegrity() {}

  /** The problems of a plan, in its order; none for one that can exist. */
  public static List<PlanProblem> problems(ClusterPlan plan) {
    Problems found = new Problems();
    Names names = new Names(plan);
    names.checkDuplicates(found);
    ClusterReferences.check(plan, names, found);
    plan.nodes().forEach(node -> NodeReferences.check(node, plan, names, found));
    StorageReferences.check(plan, names, found);
    GuestReferences.check(plan, names, found);
    HaReferences.check(plan, names, found);
    SdnReferences.check(plan, names, found);
    BackupReferences.check(plan, names, found);
    return found.list();
  }
}

package io.pveplan.model;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

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

  /**
   * The problems of a plan.
   *
   * <pre>{@code
   * PlanIntegrity.problems(plan);  // empty for a plan that can exist
   * // guest/200/scsi0: there is no storage "nas"
   * //     Declare it, or name one of: local, tank-vm.
   * }</pre>
   *
   * @param plan any plan
   * @return the problems in the order of the plan, none for one that can exist
   */
  public static List<PlanProblem> problems(ClusterPlan plan) {
    return problems(plan, (kind, name) -> false);
  }

  /**
   * The problems of what is left of a plan after some of its parts were refused. A reference to one
   * of those is no further problem.
   *
   * @param plan the plan without the refused parts
   * @param refused whether a refused part of this kind has this name, ID or VMID; the kind is the
   *     noun of the message: {@code node}, {@code storage}, {@code bridge or VNet}
   * @return the problems in the order of the plan
   */
  public static List<PlanProblem> problems(ClusterPlan plan, BiPredicate<String, String> refused) {
    return problems(plan, refused, part -> Optional.empty());
  }

  /**
   * The problems of what is left of a plan, with their places in the text that it was read from:
   * two nodes of one name have two places there.
   *
   * @param plan the plan without the refused parts
   * @param refused whether a refused part of this kind has this name, ID or VMID
   * @param places where a part of the plan stands in the text; the path of the part becomes the
   *     beginning of the message then
   * @return the problems in the order of the plan
   */
  public static List<PlanProblem> problems(
      ClusterPlan plan,
      BiPredicate<String, String> refused,
      Function<Declared, Optional<PlanPath>> places) {
    Problems found = new Problems(refused, places);
    Names names = new Names(plan);
    names.checkDuplicates(found);
    ClusterReferences.check(plan, names, found);
    plan.nodes().forEach(node -> NodeReferences.check(node, plan, names, found));
    CablingReferences.check(plan, names, found);
    StorageReferences.check(plan, names, found);
    GuestReferences.check(plan, names, found);
    HaReferences.check(plan, names, found);
    SdnReferences.check(plan, names, found);
    BackupReferences.check(plan, names, found);
    return found.list();
  }
}

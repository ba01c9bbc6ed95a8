package io.pveplan.rules.failure;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How all nodes of a cluster are maintained one after the other, for updates for example, with the
 * guests up: what to check, what to run, where each guest goes and when it is back.
 *
 * <p>The nodes that can be emptied come first, the one with the least to move in front: what goes
 * wrong is seen there at the least cost.
 *
 * <pre>{@code
 * MaintenanceRunbook runbook = MaintenanceRunbook.of(plan);
 * runbook.text();   // Markdown, for checks/maintenance.md
 * runbook.drains(); // the same as data
 * }</pre>
 *
 * @since 0.1
 */
public final class MaintenanceRunbook {

  private final ResolvedPlan plan;
  private final List<DrainPlan> drains;

  private MaintenanceRunbook(ResolvedPlan plan, List<DrainPlan> drains) {
    this.plan = plan;
    this.drains = List.copyOf(drains);
  }

  /**
   * The maintenance of the nodes of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static MaintenanceRunbook of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** The maintenance of the nodes of a plan. */
  public static MaintenanceRunbook of(ResolvedPlan plan) {
    Outlook outlook = new Outlook(plan);
    List<DrainPlan> drains = new ArrayList<>();
    for (Node node : plan.nodes()) {
      drains.add(new DrainDraft(outlook, node.name()).plan());
    }
    // A stable sort: equal ones stay in the order of the plan.
    drains.sort(Comparator.comparing((DrainPlan drain) -> !drain.possible())
        .thenComparing(DrainPlan::data));
    return new MaintenanceRunbook(plan, drains);
  }

  /** How each node is emptied, in the order of the maintenance. */
  public List<DrainPlan> drains() {
    return drains;
  }

  /** Whether each node can be emptied while the cluster keeps going. */
  public boolean possible() {
    return drains.stream().allMatch(DrainPlan::possible);
  }

  /** The runbook as Markdown, with a final newline. */
  public String text() {
    return new MaintenanceText(plan).of(drains);
  }
}

package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where guests can not go that HA moves along: they fail, and are apart from the guest then. */
final class CompanionObstacles implements Obstacles {

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final List<Obstacles> own;
  private final Companions companions;
  private final Map<Vmid, GuestMoves> rows = new ConcurrentHashMap<>();

  /**
   * Of a plan.
   *
   * @param own what keeps a guest from nodes for its own sake, its memory aside
   */
  CompanionObstacles(ResolvedPlan plan, List<Obstacles> own) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.own = own;
    this.companions = new Companions(plan);
  }

  @Override
  public void addTo(RowDraft row) {
    for (Guest other : companions.of(row.guest())) {
      GuestMoves moves = rows.computeIfAbsent(other.vmid(), key -> row(other));
      boolean runs = plan.placement().startedByHa(other.vmid());
      for (Blocker blocker : moves.blockers()) {
        if (runs || blocker.hinders(false)) {
          add(row, PlannedRules.sid(other), blocker, runs ? blocker.state() : Hindered.ANY);
        }
      }
      moves.open().forEach(fact -> row.open(BlockerKind.TOGETHER, fact.fact(), fact.nodes()));
    }
  }

  private static void add(RowDraft row, String sid, Blocker blocker, Hindered state) {
    String text = "HA moves " + sid + " along: " + blocker.text();
    row.add(BlockerKind.TOGETHER, "", sid, text, state, blocker.nodes());
  }

  private GuestMoves row(Guest other) {
    RowDraft row = new RowDraft(other, Optional.empty(), nodes);
    own.forEach(each -> each.addTo(row));
    return row.row();
  }
}

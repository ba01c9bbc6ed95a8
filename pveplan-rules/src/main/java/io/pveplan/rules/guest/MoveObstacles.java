package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import java.util.List;

/** What is in the way of a planned move, as findings about the move. */
final class MoveObstacles {

  private MoveObstacles() {}

  /** Whether rules about the nodes that a guest may run on leave out the target of its move. */
  static boolean onlyByMove(PlannedMove move, ResolvedPlan plan) {
    return !plan.placement().eligibleNodes(move.guest()).contains(move.move().target());
  }

  /** Reports the blockers of some kinds in one finding, or what is missing to tell. */
  static void report(PlannedMove move, Findings findings, BlockerKind... kinds) {
    PlanPath subject = move.move().path();
    findings.looksAt(subject);
    List<Blocker> blockers = move.blockers(kinds);
    if (blockers.isEmpty()) {
      for (BlockerKind kind : kinds) {
        move.open(kind).forEach(fact -> findings.undecided(subject, fact.fact()));
      }
      return;
    }
    findings
        .on(subject)
        .says(
            "%s moves to %s, but %s",
            move.guest().name(),
            move.move().target(),
            String.join("; ", blockers.stream().map(Blocker::text).toList()))
        .because("guest", move.guest().vmid())
        .because("target", move.move().target())
        .because("blockers", blockers.stream().map(Blocker::text).toList())
        .declaredAt(move.move().declaredAt());
  }
}

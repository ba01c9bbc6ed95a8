package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports a planned move of a guest that HA manages to a node that its rules do not leave it on: one
 * where a guest is that it is to be apart from, one that its strict rule excludes, or one of a lower
 * priority than another when it fails back. Rules that HA leaves out do not count.
 *
 * <p>Other guests are where the plan has them, for it does not tell in which order moves are made.
 */
@RuleInfo(
    id = "MIG-027",
    severity = Severity.ERROR,
    summary = "HA does not leave a moving guest where it moves to",
    why = """
        HA refuses the move to a node where a guest is that its rules keep it apart from, and \
        moves a running one away again from a node that its node affinity rule excludes or ranks \
        lower than another.""",
    remedy = """
        Name a node that the rules leave it on, change the rules before the move, or switch off \
        that the guest fails back.""",
    sources = "pve-ha-manager: src/PVE/HA/Manager.pm, queue_resource_motion, next_state_started",
    since = "0.1")
final class MovedAgainstHa implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (plan.placement().managedByHa(each.move().guest())) {
        MoveObstacles.report(each, findings, BlockerKind.AFFINITY, BlockerKind.SEPARATION);
      }
    }
  }
}

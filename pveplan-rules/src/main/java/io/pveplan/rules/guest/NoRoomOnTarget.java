package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports a planned move of a guest to a node with less memory left than the guest has.
 *
 * <p>What is left is the memory of the node without what is kept for its host, and without what the
 * guests have at most that the plan puts there: it does not tell in which order moves are made, so
 * that one which makes room for another does not count. Templates are left out: they never run.
 */
@RuleInfo(
    id = "MIG-028",
    severity = Severity.WARNING,
    summary = "A guest moves to a node without room for its memory",
    why = """
        Proxmox VE does not compare them. When the memory of the target runs out, its kernel \
        kills processes there, often the largest: a VM.""",
    remedy = "Name a node with more memory left, or move others away from it before.",
    sources = {"pve-docs: qm.adoc, Memory", "derived"},
    since = "0.1")
final class NoRoomOnTarget implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (!(each.guest() instanceof Vm vm && vm.template())) {
        MoveObstacles.report(each, findings, BlockerKind.MEMORY);
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports a planned move of a guest to the node that it is on.
 */
@RuleInfo(
    id = "MIG-003",
    severity = Severity.ERROR,
    summary = "A guest is to be moved to the node it is on",
    why = """
        qm migrate and pct migrate refuse the node that the guest is on as its target.""",
    remedy = "Name another node, or leave the move out.",
    sources = {
      "qemu-server: src/PVE/API2/Qemu.pm, migrate_vm",
      "pve-container: src/PVE/API2/LXC.pm, migrate_vm"
    },
    since = "0.1")
final class MovedToItsOwnNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      findings.looksAt(each.move().path());
      if (each.guest().node().filter(each.move().target()::equals).isPresent()) {
        findings
            .on(each.move().path())
            .says(
                "%s moves to %s, where it is", each.guest().name(), each.move().target())
            .because("guest", each.guest().vmid())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

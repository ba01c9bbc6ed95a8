package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports each local disk of a moving guest that is a linked clone, or that linked clones use.
 */
@RuleInfo(
    id = "MIG-011",
    severity = Severity.ERROR,
    summary = "A local disk is part of a linked clone",
    why = """
        A linked clone and the disk it hangs on stay together on the storage of one node.""",
    remedy = "Make a full clone, or put the template on shared storage.",
    sources = "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes",
    since = "0.1")
final class LinkedClonesMoved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      for (Blocker blocker : each.blockers(BlockerKind.LINKED_CLONE)) {
        findings
            .on(blocker.part().isEmpty() ? subject : subject.child(blocker.part()))
            .says(
                "%s moves to %s, but %s", each.guest().name(), each.move().target(), blocker.text())
            .because("storage", blocker.what())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

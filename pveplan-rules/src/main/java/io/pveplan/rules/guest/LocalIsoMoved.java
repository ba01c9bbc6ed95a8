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
 * Reports a moving machine with an image in its drive that lies on a storage of its node.
 */
@RuleInfo(
    id = "MIG-022",
    severity = Severity.ERROR,
    summary = "A VM moves with a local ISO image in its drive",
    why = """
        The image is not copied, and the machine can not go on without it: Proxmox VE refuses the move, whether it runs or not.""",
    remedy = "Take the image out of the drive, or put it on shared storage.",
    sources = "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes",
    since = "0.1")
final class LocalIsoMoved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      for (Blocker blocker : each.blockers(BlockerKind.ISO)) {
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

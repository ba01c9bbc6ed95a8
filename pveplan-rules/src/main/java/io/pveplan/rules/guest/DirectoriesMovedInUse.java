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
 * Reports an online move of a virtual machine that has a mapped directory. Encrypted memory, which does
 * not move either, can not be said in a plan.
 */
@RuleInfo(
    id = "MIG-008",
    severity = Severity.ERROR,
    summary = "A VM moves online with a directory of its node",
    why = """
        What virtiofsd knows of open files is lost with a move, so that a machine with a mapped directory moves only while it is stopped.""",
    remedy = "Move it stopped, or give it a network file system.",
    sources = "qemu-server: src/PVE/QemuMigrate/Helpers.pm, check_non_migratable_resources",
    since = "0.1")
final class DirectoriesMovedInUse implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).live()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      for (Blocker blocker : each.blockers(BlockerKind.SHARED_DIRECTORY)) {
        findings
            .on(blocker.part().isEmpty() ? subject : subject.child(blocker.part()))
            .says(
                "%s moves to %s, but %s", each.guest().name(), each.move().target(), blocker.text())
            .because("directory", blocker.what())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

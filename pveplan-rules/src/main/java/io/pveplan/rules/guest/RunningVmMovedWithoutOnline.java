package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/** Reports the planned move of a running virtual machine that is not an online one. */
@RuleInfo(
    id = "MIG-001",
    severity = Severity.ERROR,
    summary = "A running VM is moved without online",
    why = "qm migrate refuses to move a running VM unless it is told to move it online.",
    remedy = "Move it online, or say that it is stopped at that time.",
    sources = {
      "article Proxmox-Cluster planen, migration",
      "qemu-server: PVE/QemuMigrate.pm, prepare"
    },
    since = "0.1")
final class RunningVmMovedWithoutOnline implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (!each.runningVm()) {
        continue;
      }
      findings.looksAt(each.move().path());
      if (!each.move().online()) {
        findings
            .on(each.move().path())
            .says(
                "%s runs and moves to %s, but not online",
                each.guest().name(), each.move().target())
            .because("guest", each.guest().vmid())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

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
    for (VmMove each : VmMove.running(plan)) {
      findings.looksAt(each.move().path());
      if (!each.move().online()) {
        findings
            .on(each.move().path())
            .says(
                "%s runs and moves to %s, but not online",
                each.vm().name(), each.move().target())
            .because("guest", each.vm().vmid())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports an online move of a virtual machine with replication jobs to a node that none of them leads
 * to; those that are switched off count. HA forces such moves, so that guests under HA pass. Reports
 * every move of one to the target of a job that is marked for removal.
 */
@RuleInfo(
    id = "MIG-009",
    severity = Severity.ERROR,
    summary = "A replicated VM moves to a node that has no copy",
    why = """
        Proxmox VE refuses to move a running VM away from its replicas: its jobs would fail \
        afterwards, those that are switched off as well. It moves no VM to where a job leads that \
        is marked for removal.""",
    remedy = """
        Replicate it to the target first, or move it to a node that has a copy. Wait until a job \
        that is marked for removal is gone.""",
    sources = "qemu-server: src/PVE/QemuMigrate.pm, prepare",
    since = "0.1")
final class ReplicatedVmMovedAside implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      boolean replicated = each.guest() instanceof Vm
          && !plan.reach().configuredJobs(each.guest().vmid()).isEmpty();
      if (!each.live() && !replicated) {
        continue;
      }
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      for (Blocker blocker : each.blockers(BlockerKind.REPLICATION)) {
        if (!blocker.hinders(each.live())) {
          continue;
        }
        findings
            .on(blocker.part().isEmpty() ? subject : subject.child(blocker.part()))
            .says(
                "%s moves to %s, but %s", each.guest().name(), each.move().target(), blocker.text())
            .because("replicationTargets", blocker.what())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}

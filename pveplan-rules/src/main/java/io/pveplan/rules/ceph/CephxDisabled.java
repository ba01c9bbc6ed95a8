package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports Ceph that asks nobody who it is. */
@RuleInfo(
    id = "CEPH-046",
    severity = Severity.WARNING,
    summary = "Ceph lets everybody in",
    why = """
        Without cephx whoever reaches a monitor reads and deletes the disks of all guests.""",
    remedy = "Leave cephx on.",
    sources = "pve-manager: PVE/API2/Ceph.pm, init (disable_cephx)",
    since = "0.1")
final class CephxDisabled implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> {
      findings.looksAt(ceph.path());
      if (!ceph.cephx()) {
        findings
            .on(ceph.path())
            .says("cephx is switched off")
            .because("cephx", false)
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports special devices that bear fewer failures than the disks of their pool. */
@RuleInfo(
    id = "LOC-020",
    severity = Severity.WARNING,
    summary = "The special device of a pool is less redundant than the pool",
    why = """
        What is on the special device is nowhere else: when it is lost, the pool is lost with all its \
        disks. It can not be taken out of the pool again.""",
    remedy = "Mirror the special device over as many disks as the pool can lose, and one more.",
    sources = "pve-docs: local-zfs.adoc, ZFS Special Device",
    since = "0.1")
final class SpecialDeviceLessRedundant implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        if (pool.special().isEmpty()) {
          continue;
        }
        PlanPath subject = node.path().child(pool.name());
        findings.looksAt(subject);
        int mayFail = pool.special().size() - 1;
        if (mayFail < pool.mayFail()) {
          findings
              .on(subject)
              .says(
                  "pool %s of %s bears the loss of %d disk%s, its special device that of %d",
                  pool.name(), node.name(), pool.mayFail(), pool.mayFail() == 1 ? "" : "s", mayFail)
              .because("disksThatMayFail", pool.mayFail())
              .because("specialDevices", pool.special())
              .declaredAt(pool.declaredAt());
        }
      }
    }
  }
}

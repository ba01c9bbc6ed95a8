package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a device class whose planned data, with all copies, go above full. */
@RuleInfo(
    id = "CEPH-037",
    severity = Severity.ERROR,
    summary = "The planned data fill Ceph",
    why = """
        From 95 % on a single OSD, Ceph takes no more writes: every guest on it stops.""",
    remedy = "Add OSDs, plan less data, or use an erasure code.",
    sources = "ceph: doc/rados/configuration/mon-config-ref.rst, Storage Capacity",
    since = "0.1")
final class UseAboveFull implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ClassCapacity each : plan.cephLayout().classes()) {
      findings.looksAt(each.path());
      if (each.sized() && each.ratio() >= ClassCapacity.FULL) {
        findings
            .on(each.path())
            .says(
                "data with all copies take %.1f of %.1f TB of class %s: %.0f %%%s",
                each.used() / 1e12, each.raw() / 1e12, each.deviceClass(), 100 * each.ratio(), "")
            .because("usedBytes", (long) each.used())
            .because("rawBytes", (long) each.raw())
            .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
      } else {
        each.unknown().forEach(fact -> findings.undecided(each.path(), fact));
      }
    }
  }
}

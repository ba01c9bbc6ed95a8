package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a device class whose planned data, with all copies, go above nearfull. */
@RuleInfo(
    id = "CEPH-036",
    severity = Severity.WARNING,
    summary = "The planned data take Ceph above nearfull",
    why = """
        Ceph warns from 85 % on, and above 90 % no OSD takes over what another one lost. Data are never \
        spread quite evenly, so that single OSDs are there earlier.""",
    remedy = "Add OSDs, plan less data, or use an erasure code.",
    sources = "ceph: doc/rados/configuration/mon-config-ref.rst, Storage Capacity",
    since = "0.1")
final class UseAboveNearfull implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ClassCapacity each : plan.cephLayout().classes()) {
      findings.looksAt(each.path());
      if (each.sized()
          && each.ratio() > ClassCapacity.NEARFULL
          && each.ratio() < ClassCapacity.FULL) {
        findings
            .on(each.path())
            .says(
                "data with all copies take %.1f of %.1f TB of class %s: %.0f %%%s",
                each.used() / 1e12,
                each.raw() / 1e12,
                each.deviceClass(),
                100 * each.ratio(),
                ""
                    + (each.ratio() > ClassCapacity.BACKFILLFULL
                        ? ", where lost data are not made anew"
                        : ""))
            .because("usedBytes", (long) each.used())
            .because("rawBytes", (long) each.raw())
            .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
      } else {
        each.unknown().forEach(fact -> findings.undecided(each.path(), fact));
      }
    }
  }
}

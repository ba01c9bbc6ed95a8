package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports Ceph with fewer than three monitors. */
@RuleInfo(
    id = "CEPH-007",
    severity = Severity.WARNING,
    summary = "Ceph has fewer than three monitors",
    why = """
        The monitors need a majority. With one or two of them the first failure stops Ceph, and with it \
        each guest that lies on it.""",
    remedy = "Create monitors on three nodes.",
    sources = "pve-docs: pveceph.adoc, Ceph Monitor",
    since = "0.1")
final class TooFewMonitors implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> {
      findings.looksAt(ceph.path());
      int monitors = ceph.monitors().size();
      if (monitors < 3) {
        findings
            .on(ceph.path())
            .says("Ceph has %d monitor%s", monitors, monitors == 1 ? "" : "s")
            .because("monitors", ceph.monitors())
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}

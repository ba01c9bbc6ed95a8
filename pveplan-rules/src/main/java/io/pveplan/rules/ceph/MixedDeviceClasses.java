package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a pool over OSDs of several device classes. */
@RuleInfo(
    id = "CEPH-040",
    severity = Severity.WARNING,
    summary = "A pool lies on OSDs of several kinds",
    why = """
        A pool without a device class is spread over all OSDs. Each write waits for the slowest of its \
        copies, so that flash beside rotating disks is as slow as these.""",
    remedy = "Give the pool a CRUSH rule with a device class.",
    sources = "pve-docs: pveceph.adoc, Device Classes",
    since = "0.1")
final class MixedDeviceClasses implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<String> classes =
        plan.cephLayout().classes().stream().map(ClassCapacity::deviceClass).toList();
    for (PlacedPool pool : plan.cephLayout().pools()) {
      findings.looksAt(PoolDomains.path(pool));
      boolean unknown = classes.contains(CephLayout.UNKNOWN_CLASS);
      if (pool.deviceClass().isPresent()) {
        continue;
      }
      if (classes.size() > (unknown ? 2 : 1)) {
        findings
            .on(PoolDomains.path(pool))
            .says("pool %s lies on OSDs of class %s", pool.name(), String.join(" and ", classes))
            .because("deviceClasses", classes)
            .declaredAt(pool.declaredAt());
      } else if (unknown || classes.isEmpty()) {
        findings.undecided(PoolDomains.path(pool), "device classes of OSDs");
      }
    }
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a replicated pool with more copies than there are buckets to put them in. */
@RuleInfo(
    id = "CEPH-001",
    severity = Severity.ERROR,
    summary = "A replicated pool has more copies than failure domains",
    why = """
        No two copies share a failure domain. Without a place for each copy the placement groups are \
        never clean, and with fewer than min_size places nothing can be written at all.""",
    remedy = "Add nodes or racks with OSDs, or lower the size.",
    sources = {"pve-docs: pveceph.adoc, Introduction", "ceph: doc/rados/operations/crush-map.rst"},
    since = "0.1")
final class TooFewFailureDomains implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() != PlacedPool.Kind.ERASURE_CODED) {
        PoolDomains.check(pool, plan, findings);
      }
    }
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports an erasure-coded pool with more chunks than there are buckets to put them in. */
@RuleInfo(
    id = "CEPH-030",
    severity = Severity.ERROR,
    summary = "An erasure-coded pool has more chunks than failure domains",
    why = """
        Each of the k + m chunks of an object lies in another failure domain. Without a place for each \
        the placement groups are never clean, and the pool starts without the redundancy it is for.""",
    remedy = "Use a smaller k + m, or add nodes or racks with OSDs.",
    sources = "ceph: doc/rados/operations/erasure-code.rst",
    since = "0.1")
final class ErasureCodeNeedsMoreDomains implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() == PlacedPool.Kind.ERASURE_CODED) {
        PoolDomains.check(pool, plan, findings);
      }
    }
  }
}

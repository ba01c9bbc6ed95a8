package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a pool on fewer than three nodes. */
@RuleInfo(
    id = "CEPH-002",
    severity = Severity.WARNING,
    summary = "A pool lies on fewer than three nodes",
    why = """
        Ceph keeps its data whole by copies on other nodes. With two nodes there is no place for the third \
        copy, and with one each restart of the node stops all guests on the pool.""",
    remedy = "Put OSDs into three nodes or more, best of the same kind.",
    sources = "pve-docs: pveceph.adoc, Recommendations for a Healthy Ceph Cluster",
    since = "0.1")
final class TooFewNodes implements Rule {

  private static final int LEAST = 3;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() != PlacedPool.Kind.METADATA) {
        check(pool, plan.cephLayout(), findings);
      }
    }
  }

  private static void check(PlacedPool pool, CephLayout ceph, Findings findings) {
    findings.looksAt(PoolDomains.path(pool));
    CrushDomains hosts = ceph.domains(FailureDomain.HOST, pool.deviceClass());
    if (hosts.count() >= LEAST) {
      return;
    }
    Optional<String> missing = PoolDomains.missingOsds(pool, ceph);
    if (missing.isPresent()) {
      findings.undecided(PoolDomains.path(pool), missing.get());
      return;
    }
    findings
        .on(PoolDomains.path(pool))
        .says(
            "pool %s lies on %d node%s", pool.name(), hosts.count(), hosts.count() == 1 ? "" : "s")
        .because("nodes", hosts.buckets().keySet())
        .declaredAt(pool.declaredAt());
  }
}

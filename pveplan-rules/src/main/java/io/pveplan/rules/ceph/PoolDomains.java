package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import java.util.Optional;

/** Counts the buckets that the copies or chunks of a pool can go to. */
final class PoolDomains {

  private PoolDomains() {}

  /** The place of a pool; those that others bring along have one of their own. */
  static PlanPath path(PlacedPool pool) {
    return PlanPath.of("ceph", "pool", pool.name());
  }

  /** What the plan would have to tell for the number of buckets of a pool to be known. */
  static Optional<String> missing(PlacedPool pool, CephLayout ceph) {
    CrushDomains domains = ceph.domains(pool);
    if (ceph.osds().isEmpty()) {
      return Optional.of("OSDs");
    }
    if (!domains.nodesWithout().isEmpty()) {
      return Optional.of(domains.type() + " of " + domains.nodesWithout().get(0));
    }
    return missingOsds(pool, ceph);
  }

  /** The same for the number of nodes, which the plan always names. */
  static Optional<String> missingOsds(PlacedPool pool, CephLayout ceph) {
    if (ceph.osds().isEmpty()) {
      return Optional.of("OSDs");
    }
    boolean unknownClass = pool.deviceClass().isPresent()
        && ceph.domains(FailureDomain.HOST, Optional.of(CephLayout.UNKNOWN_CLASS))
                .count()
            > 0;
    return unknownClass ? Optional.of("device classes of OSDs") : Optional.empty();
  }

  static void check(PlacedPool pool, ResolvedPlan plan, Findings findings) {
    findings.looksAt(path(pool));
    CrushDomains domains = plan.cephLayout().domains(pool);
    if (domains.count() >= pool.copies()) {
      return;
    }
    Optional<String> missing = missing(pool, plan.cephLayout());
    if (missing.isPresent()) {
      findings.undecided(path(pool), missing.get());
      return;
    }
    boolean coded = pool.kind() == PlacedPool.Kind.ERASURE_CODED;
    findings
        .on(path(pool))
        .says(
            "pool %s puts %d %s on one %s each; %d %s OSDs%s%s",
            pool.name(),
            pool.copies(),
            coded ? "chunks" : "copies",
            domains.type(),
            domains.count(),
            domains.count() == 1 ? "has" : "have",
            pool.deviceClass().map(name -> " of class " + name).orElse(""),
            domains.count() < pool.minCopies() ? ", so that nothing can be written" : "")
        .because("copies", pool.copies())
        .because("minCopies", pool.minCopies())
        .because("failureDomain", domains.type())
        .because("domains", domains.count())
        .declaredAt(pool.declaredAt());
  }
}

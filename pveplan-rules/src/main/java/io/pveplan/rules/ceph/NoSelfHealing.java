package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a replicated pool with as many copies as there are nodes. A plan that says how many failed
 * nodes it survives is taken at its word: while the pool takes writes after so many, nothing is
 * said.
 */
@RuleInfo(
    id = "CEPH-039",
    severity = Severity.INFO,
    summary = "A pool has a copy on each node, and none to spare",
    why = """
        When a node is lost there is no other place for its copies. The pool goes on with one copy less \
        until the node is back, however long that takes.""",
    remedy =
        "Add a node, so that there is one more than copies; or promise with mustSurvive that it is enough.",
    sources = {"pve-docs: pvecm.adoc, Remove a Cluster Node (NOTE)", "derived"},
    since = "0.1")
final class NoSelfHealing implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() == PlacedPool.Kind.REPLICATED && pool.failureDomain() == FailureDomain.HOST) {
        check(pool, plan, findings);
      }
    }
  }

  private static void check(PlacedPool pool, ResolvedPlan plan, Findings findings) {
    findings.looksAt(PoolDomains.path(pool));
    CrushDomains hosts = plan.cephLayout().domains(pool);
    Optional<String> missing = PoolDomains.missingOsds(pool, plan.cephLayout());
    if (missing.isPresent() && hosts.count() <= pool.copies()) {
      findings.undecided(PoolDomains.path(pool), missing.get());
      return;
    }
    // Fewer nodes than copies are the matter of CEPH-001.
    int goal = plan.plan().mustSurvive(FailureKind.NODE).orElse(0);
    boolean agreed = goal > 0 && pool.copies() - goal >= pool.minCopies();
    if (hosts.count() == pool.copies() && !agreed) {
      findings
          .on(PoolDomains.path(pool))
          .says(
              "pool %s has a copy on each of %d nodes; when one is lost, nothing is made anew",
              pool.name(), hosts.count())
          .because("copies", pool.copies())
          .because("nodes", hosts.count())
          .declaredAt(pool.declaredAt());
    }
  }
}

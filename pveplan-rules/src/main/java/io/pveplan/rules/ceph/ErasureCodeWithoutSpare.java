package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/** Reports an erasure code that a loss leaves without a place to heal, or without redundancy. */
@RuleInfo(
    id = "CEPH-031",
    severity = Severity.WARNING,
    summary = "An erasure-coded pool has no domain to spare, one coding chunk, or many data chunks",
    why = """
        With k + m domains nothing is made anew after the loss of one. With m = 1 a second failure while \
        one is repaired loses data. With many data chunks each read waits for many OSDs.""",
    remedy = "Use 4 + 2 on seven nodes or more, or another k + m that leaves one to spare.",
    sources = "ceph: doc/rados/operations/erasure-code.rst",
    since = "0.1")
final class ErasureCodeWithoutSpare implements Rule {

  private static final int MANY = 8;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() != PlacedPool.Kind.ERASURE_CODED) {
        continue;
      }
      findings.looksAt(PoolDomains.path(pool));
      int domains = plan.cephLayout().domains(pool).count();
      List<String> faults = new ArrayList<>();
      if (domains == pool.copies()) {
        faults.add(domains + " domains leave none to heal on");
      }
      if (pool.copies() - pool.dataChunks() == 1) {
        faults.add("one coding chunk survives one failure");
      }
      if (pool.dataChunks() > MANY) {
        faults.add(pool.dataChunks() + " data chunks make reads slow");
      }
      if (!faults.isEmpty()) {
        findings
            .on(PoolDomains.path(pool))
            .says("pool %s: %s", pool.name(), String.join("; ", faults))
            .because("chunks", pool.copies())
            .because("domains", domains)
            .declaredAt(pool.declaredAt());
      } else {
        PoolDomains.missing(pool, plan.cephLayout())
            .ifPresent(fact -> findings.undecided(PoolDomains.path(pool), fact));
      }
    }
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a replicated pool that takes writes with one copy left. */
@RuleInfo(
    id = "CEPH-005",
    severity = Severity.WARNING,
    summary = "A pool is written to with a single copy left",
    why = """
        What is written while one copy is left is lost with the next disk. Ceph goes on as if all were \
        well, and nothing tells afterwards which of two copies was the newer one.""",
    remedy = "Use min_size 2.",
    sources = "pve-docs: pveceph.adoc, Pools",
    since = "0.1")
final class MinSizeOne implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (CephPool pool : plan.plan().ceph().map(Ceph::pools).orElse(List.of())) {
      findings.looksAt(pool.path());
      if (pool.minSize().orElse(2) == 1) {
        findings
            .on(pool.path())
            .says("pool %s is written to with one copy left: min_size 1", pool.name())
            .because("size", pool.size())
            .because("minSize", pool.minSize())
            .declaredAt(pool.declaredAt());
      }
    }
  }
}

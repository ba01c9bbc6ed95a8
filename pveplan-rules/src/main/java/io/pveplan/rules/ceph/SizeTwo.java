package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a replicated pool with fewer than three copies. */
@RuleInfo(
    id = "CEPH-006",
    severity = Severity.WARNING,
    summary = "A pool keeps fewer than three copies",
    why = """
        With two copies a failure leaves one, and one more bad sector is a loss. With min_size 2 instead, \
        any failure stops all writes.""",
    remedy = "Use size 3 and min_size 2.",
    sources = {"pve-docs: pveceph.adoc, Pools", "derived"},
    since = "0.1")
final class SizeTwo implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (CephPool pool : plan.plan().ceph().map(Ceph::pools).orElse(List.of())) {
      findings.looksAt(pool.path());
      if (pool.size().orElse(3) < 3) {
        findings
            .on(pool.path())
            .says("pool %s keeps size %d", pool.name(), pool.size().orElse(3))
            .because("size", pool.size())
            .because("minSize", pool.minSize())
            .declaredAt(pool.declaredAt());
      }
    }
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Set;

/** Reports an RBD storage whose pool of metadata is erasure-coded. */
@RuleInfo(
    id = "CEPH-033",
    severity = Severity.ERROR,
    summary = "A storage has an erasure-coded pool where it needs a replicated one",
    why = """
        RBD keeps the headers of its images in the pool of the storage, which an erasure-coded pool can \
        not hold: no disk can be made. The erasure-coded pool is that of the data.""",
    remedy = "Name the replicated pool as pool, and the erasure-coded one as dataPool.",
    sources = {
      "pve-docs: pveceph.adoc, Adding EC Pools as Storage",
      "ceph: doc/rados/operations/erasure-code.rst"
    },
    since = "0.1")
final class StorageOnErasureCode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<String> coded = new HashSet<>();
    for (PlacedPool pool : plan.cephLayout().pools()) {
      if (pool.kind() == PlacedPool.Kind.ERASURE_CODED) {
        coded.add(pool.name());
      }
    }
    for (Storage storage : plan.storages()) {
      if (storage instanceof RbdStorage rbd && rbd.monitors().isEmpty()) {
        findings.looksAt(rbd.path());
        if (coded.contains(rbd.pool())) {
          findings
              .on(rbd.path())
              .says("storage %s: its pool %s is erasure-coded", rbd.id(), rbd.pool())
              .because("pool", rbd.pool())
              .because("dataPool", rbd.dataPool())
              .declaredAt(rbd.declaredAt());
        }
      }
    }
  }
}

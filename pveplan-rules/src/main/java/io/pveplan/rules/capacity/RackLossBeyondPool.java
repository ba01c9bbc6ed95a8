package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reports a rack that holds more nodes of a pool than the pool can lose, where nodes are placed in racks. */
@RuleInfo(
    id = "CAP-011",
    severity = Severity.WARNING,
    summary = "A pool spreads over nodes only, and one rack can stop it",
    why = """
        The plan places the nodes of Ceph in racks, and this pool makes no use of it: all copies of some \
        objects but one may lie in one rack. When the rack loses its power, these objects can not be \
        written to until it is back.""",
    remedy = "Give the pool a CRUSH rule with failure domain rack.",
    sources = {"ceph: doc/rados/operations/erasure-code.rst", "derived"},
    since = "0.1")
final class RackLossBeyondPool implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CephLayout ceph = plan.cephLayout();
    if (!ceph.located()) {
      findings.notApplicable("Ceph is not told of racks");
      return;
    }
    for (PlacedPool pool : ceph.pools()) {
      if (pool.failureDomain() == FailureDomain.HOST) {
        check(pool, ceph, findings);
      }
    }
  }

  private static void check(PlacedPool pool, CephLayout ceph, Findings findings) {
    PlanPath path = PlanPath.of("ceph", "pool", pool.name());
    findings.looksAt(path);
    SortedMap<String, Set<String>> racks = new TreeMap<>();
    for (PlacedOsd osd : ceph.osds()) {
      if (pool.deviceClass().isEmpty() || osd.deviceClass().equals(pool.deviceClass())) {
        osd.rack()
            .ifPresent(rack -> racks
                .computeIfAbsent(rack, key -> new TreeSet<>())
                .add(osd.node().name()));
      }
    }
    int tooMany = pool.copies() - pool.minCopies() + 1;
    for (Map.Entry<String, Set<String>> rack : racks.entrySet()) {
      if (rack.getValue().size() >= tooMany) {
        findings
            .on(path)
            .says(
                "pool %s spreads over nodes; rack %s holds %d of them, %d at once stop it",
                pool.name(), rack.getKey(), rack.getValue().size(), tooMany)
            .because("rack", rack.getKey())
            .because("nodes", rack.getValue())
            .declaredAt(pool.declaredAt());
        return;
      }
    }
    ceph.domains(FailureDomain.RACK, pool.deviceClass()).nodesWithout().stream()
        .findFirst()
        .ifPresent(node -> findings.undecided(path, "rack of " + node));
  }
}

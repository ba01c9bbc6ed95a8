package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Reports a pool on rotating disks in a small cluster. */
@RuleInfo(
    id = "CEPH-021",
    severity = Severity.INFO,
    summary = "A small cluster has a pool on rotating disks",
    why = """
        In a small cluster few disks make a lost node anew, and rotating ones take days for it. Another \
        failure in that time is likely enough to count with.""",
    remedy = "Use flash, or plan for slow recovery.",
    sources = {"pve-docs: pveceph.adoc, Disks", "article Proxmox-Cluster planen"},
    since = "0.1")
final class RotatingDisks implements Rule {

  private static final RuleParameter<Integer> SMALL = RuleParameter.wholeNumber(
          "nodes", 5, "nodes up to which a cluster is small", "own judgement")
      .must(nodes -> nodes >= 1 && nodes <= 1000, "be from 1 to 1000");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(SMALL);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CephLayout ceph = plan.cephLayout();
    Optional<String> hdd = Optional.of(DiskKind.HDD.text());
    int nodes = ceph.domains(FailureDomain.HOST, hdd).count();
    boolean unknown =
        ceph.domains(FailureDomain.HOST, Optional.of(CephLayout.UNKNOWN_CLASS)).count() > 0;
    for (PlacedPool pool : ceph.pools()) {
      if (pool.kind() == PlacedPool.Kind.METADATA) {
        continue;
      }
      findings.looksAt(PoolDomains.path(pool));
      boolean there =
          nodes > 0 && (pool.deviceClass().isEmpty() || pool.deviceClass().equals(hdd));
      if (there && nodes <= findings.parameter(SMALL)) {
        findings
            .on(PoolDomains.path(pool))
            .says("pool %s lies on rotating disks of %d nodes", pool.name(), nodes)
            .because("nodes", nodes)
            .declaredAt(pool.declaredAt());
      } else if (unknown && pool.deviceClass().isEmpty()) {
        findings.undecided(PoolDomains.path(pool), "device classes of OSDs");
      }
    }
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a number of placement groups that is far from 100 for each OSD, or no power of two. */
@RuleInfo(
    id = "CEPH-034",
    severity = Severity.WARNING,
    summary = "The number of placement groups does not fit the OSDs",
    why = """
        With too few placement groups some OSDs get much more data than others and are full first; with \
        too many each OSD spends memory and time on them. Groups that are no power of two are of \
        two sizes.""",
    remedy = "Let the autoscaler do it, or set a power of two near the number named.",
    sources = {
      "ceph: doc/rados/operations/placement-groups.rst",
      "pve-docs: pveceph.adoc, PG Autoscaler",
      "factor 3: own judgement"
    },
    since = "0.1")
final class PlacementGroupCount implements Rule {

  private static final int GROUPS_PER_OSD = 100;
  private static final int FACTOR = 3;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CephLayout ceph = plan.cephLayout();
    for (PlacedPool pool : ceph.pools()) {
      if (pool.autoscale() == AutoscaleMode.ON || pool.kind() == PlacedPool.Kind.METADATA) {
        continue;
      }
      findings.looksAt(PoolDomains.path(pool));
      int osds = ceph.domains(FailureDomain.OSD, pool.deviceClass()).count();
      if (osds == 0) {
        findings.undecided(PoolDomains.path(pool), "OSDs of pool " + pool.name());
      } else {
        check(pool, osds, share(pool, ceph), findings);
      }
    }
  }

  // By data where all pools on the OSDs tell theirs, else as many parts as pools.
  private static double share(PlacedPool pool, CephLayout ceph) {
    double all = 0;
    boolean told = true;
    int pools = 0;
    for (PlacedPool other : ceph.pools()) {
      if (other.kind() != PlacedPool.Kind.METADATA
          && other.deviceClass().equals(pool.deviceClass())) {
        all += other.raw();
        told &= other.raw() > 0;
        pools++;
      }
    }
    return told ? pool.raw() / all : 1.0 / pools;
  }

  private static void check(PlacedPool pool, int osds, double share, Findings findings) {
    double wanted = Math.max(1, osds * GROUPS_PER_OSD * share / pool.copies());
    long rounded = 1L << Math.round(Math.log(wanted) / Math.log(2));
    boolean far = pool.pgNum() > rounded * FACTOR || pool.pgNum() * FACTOR < rounded;
    if (far || Integer.bitCount(pool.pgNum()) != 1) {
      findings
          .on(PoolDomains.path(pool))
          .says(
              "pool %s has %d placement groups; %d OSDs and its part of the data make it about %d",
              pool.name(), pool.pgNum(), osds, rounded)
          .because("pgNum", pool.pgNum())
          .because("wanted", rounded)
          .because("osds", osds)
          .declaredAt(pool.declaredAt());
    }
  }
}

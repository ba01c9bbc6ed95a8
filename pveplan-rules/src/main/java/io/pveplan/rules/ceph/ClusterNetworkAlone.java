package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a cluster network without a public one. */
@RuleInfo(
    id = "CEPH-015",
    severity = Severity.ERROR,
    summary = "Ceph has a cluster network and no public one",
    why = """
        pveceph init takes a cluster network only together with the network of monitors and clients, and \
        refuses it alone.""",
    remedy = "Set both networks, or none.",
    sources = "pve-manager: PVE/API2/Ceph.pm, init (cluster-network requires network)",
    since = "0.1")
final class ClusterNetworkAlone implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan()
        .ceph()
        .ifPresent(ceph -> ceph.clusterNetwork().ifPresent(network -> {
          findings.looksAt(ceph.path());
          if (ceph.publicNetwork().isEmpty()) {
            findings
                .on(ceph.path())
                .says("Ceph has cluster network %s and no public network", network)
                .because("clusterNetwork", network)
                .declaredAt(ceph.declaredAt());
          }
        }));
  }
}

package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.network.Network;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports Ceph whose OSDs copy over the network of its clients. */
@RuleInfo(
    id = "CEPH-016",
    severity = Severity.INFO,
    summary = "Ceph has one network for its clients and for the copies between OSDs",
    why = """
        With three copies an OSD sends each block it is given twice more. On one network these \
        copies, and the much larger ones of a recovery, compete with the disks of the guests.""",
    remedy = "Give the cluster network physical ports of its own.",
    sources = {
      "article Proxmox-Cluster planen, Ceph",
      "pve-docs: pveceph.adoc, Using the Web-based Wizard"
    },
    since = "0.1")
final class CephNetworksIdentical implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> check(ceph, plan, findings));
  }

  private static void check(Ceph ceph, ResolvedPlan plan, Findings findings) {
    findings.looksAt(ceph.path());
    if (ceph.clusterNetwork().isEmpty()) {
      report(ceph, findings)
          .says("Ceph has no cluster network; the copies between OSDs take that of the clients");
    } else if (ceph.publicNetwork().isEmpty()) {
      findings.undecided(ceph.path(), "public network of Ceph");
    } else if (same(ceph.publicNetwork().get(), ceph.clusterNetwork().get(), plan)) {
      report(ceph, findings)
          .says(
              "public network %s and cluster network %s of Ceph are one network",
              ceph.publicNetwork().get(), ceph.clusterNetwork().get());
    }
  }

  // ceph.conf knows subnets, not the names of the plan.
  private static boolean same(String publicNetwork, String clusterNetwork, ResolvedPlan plan) {
    return publicNetwork.equals(clusterNetwork)
        || plan.network(publicNetwork)
            .flatMap(Network::subnet)
            .filter(subnet ->
                plan.network(clusterNetwork).flatMap(Network::subnet).equals(Optional.of(subnet)))
            .isPresent();
  }

  private static FindingDraft report(Ceph ceph, Findings findings) {
    return findings
        .on(ceph.path())
        .because("publicNetwork", ceph.publicNetwork())
        .because("clusterNetwork", ceph.clusterNetwork())
        .declaredAt(ceph.declaredAt());
  }
}

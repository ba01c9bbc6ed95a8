package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a cluster whose nodes and QDevice have fewer than three votes together. */
@RuleInfo(
    id = "CLU-003",
    severity = Severity.WARNING,
    summary = "The cluster has fewer than three votes",
    why = """
        With two votes both are needed for a majority: when one node is down, the other one has no \
        quorum, and nothing can be started, moved or changed any more.""",
    remedy = "Add a third node, or a QDevice for a cluster of two nodes.",
    sources = {
      "article Proxmox-Cluster planen",
      "pve-docs: pvecm.adoc, Requirements",
      "pve-manager: PVE/CLI/pve8to9.pm, check_cluster_corosync"
    },
    since = "0.1")
final class FewerThanThreeVotes implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    int nodes = plan.nodes().size();
    if (nodes < 2) {
      return;
    }
    PlanPath cluster = PlanPath.of("cluster");
    findings.looksAt(cluster);
    Quorum quorum = plan.quorum();
    if (quorum.expectedVotes() < 3) {
      findings
          .on(cluster)
          .says(
              "the votes of %d nodes (%d) and of the QDevice (%d) make %d",
              nodes,
              quorum.expectedVotes() - quorum.qdeviceVotes(),
              quorum.qdeviceVotes(),
              quorum.expectedVotes())
          .because("nodes", nodes)
          .because("qdeviceVotes", quorum.qdeviceVotes())
          .because("votes", quorum.expectedVotes())
          .declaredAt(plan.plan().declaredAt());
    }
  }
}

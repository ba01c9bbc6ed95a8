package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports four or more nodes of an even number that have no QDevice. Two nodes are left to {@link
 * FewerThanThreeVotes}.
 */
@RuleInfo(
    id = "CLU-007",
    severity = Severity.INFO,
    summary = "An even number of nodes has no QDevice",
    why = """
        When the network splits an even number of nodes into halves, neither half has a majority. A \
        QDevice gives its vote to one of them, and one node more may fail.""",
    remedy = "Set up a QDevice on a host outside of the cluster.",
    sources = {
      "pve-docs: pvecm.adoc, Supported Setups",
      "pve-docs: pvecm.adoc, Possible Negative Implications"
    },
    since = "0.1")
final class EvenClusterWithoutTieBreaker implements Rule {

  private static final int FEWEST = 4;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    int nodes = plan.nodes().size();
    if (nodes < FEWEST || nodes % 2 == 1) {
      return;
    }
    PlanPath subject = PlanPath.of("cluster");
    findings.looksAt(subject);
    if (plan.plan().corosync().flatMap(Corosync::qdevice).isEmpty()) {
      findings
          .on(subject)
          .says("the cluster has %d nodes and no QDevice: two halves of %d stop", nodes, nodes / 2)
          .because("nodes", nodes)
          .declaredAt(plan.plan().declaredAt());
    }
  }
}

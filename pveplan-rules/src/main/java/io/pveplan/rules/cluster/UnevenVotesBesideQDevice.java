package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a forced QDevice whose votes Corosync has to compute although the votes of the nodes are
 * not as many as the nodes. On an even number of nodes its vote is written down, and this does not
 * arise.
 */
@RuleInfo(
    id = "CLU-016",
    severity = Severity.ERROR,
    summary = "Corosync can not compute the votes of the QDevice",
    why = """
        A QDevice that is forced on an odd number of nodes gets no votes of its own in \
        corosync.conf. Corosync computes them only where each node has one vote, and refuses the \
        configuration otherwise.""",
    remedy = "Leave each node its one vote.",
    sources = {
      "corosync: exec/votequorum.c, votequorum_readconfig",
      "pve-cluster: src/PVE/CLI/pvecm.pm, qdevice setup"
    },
    since = "0.1")
final class UnevenVotesBesideQDevice implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() % 2 == 1) {
      plan.plan()
          .corosync()
          .flatMap(Corosync::qdevice)
          .filter(QDevice::force)
          .ifPresent(it -> check(it, plan, findings));
    }
  }

  private static void check(QDevice qdevice, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "qdevice");
    findings.looksAt(subject);
    int nodes = plan.nodes().size();
    int votes = plan.quorum().expectedVotes() - plan.quorum().qdeviceVotes();
    if (votes != nodes) {
      findings
          .on(subject)
          .says("the %d nodes have %d votes, which leaves the QDevice without", nodes, votes)
          .because("nodes", nodes)
          .because("nodeVotes", votes)
          .declaredAt(qdevice.declaredAt());
    }
  }
}

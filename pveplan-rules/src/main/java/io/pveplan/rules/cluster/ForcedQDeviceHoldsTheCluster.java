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
 * Reports a QDevice that is forced on an odd number of nodes, where it has one vote less than there
 * are nodes. A single node has no other to lose.
 */
@RuleInfo(
    id = "CLU-006",
    severity = Severity.WARNING,
    summary = "A forced QDevice holds nearly half of all votes",
    why = """
        On an odd number of nodes the QDevice has one vote less than there are nodes. While it is \
        up, one node is enough; while it is down, no node may fail.""",
    remedy = "Plan an even number of nodes, or leave the QDevice out.",
    sources = {"pve-docs: pvecm.adoc, Supported Setups", "corosync: exec/votequorum.c"},
    since = "0.1")
final class ForcedQDeviceHoldsTheCluster implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() > 1) {
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
    if (nodes % 2 == 1) {
      findings
          .on(subject)
          .says(
              "the forced QDevice has %d of %d votes: without it none of the %d nodes may fail",
              plan.quorum().qdeviceVotes(), plan.quorum().expectedVotes(), nodes)
          .because("nodes", nodes)
          .because("qdeviceVotes", plan.quorum().qdeviceVotes())
          .because("votes", plan.quorum().expectedVotes())
          .declaredAt(qdevice.declaredAt());
    }
  }
}

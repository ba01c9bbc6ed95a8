package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a QDevice that is not forced on an odd number of nodes. */
@RuleInfo(
    id = "CLU-005",
    severity = Severity.ERROR,
    summary = "There is a QDevice for an odd number of nodes",
    why = """
        An odd number of nodes needs no tie breaker: pvecm qdevice setup refuses it unless it is \
        forced, and the QDevice never votes.""",
    remedy = """
        Leave the QDevice out, or plan an even number of nodes; force it only if you know why it \
        shall hold nearly half of all votes.""",
    sources = "pve-cluster: src/PVE/CLI/pvecm.pm, qdevice setup",
    since = "0.1")
final class QDeviceOnOddNodeCount implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (!plan.nodes().isEmpty()) {
      plan.plan()
          .corosync()
          .flatMap(Corosync::qdevice)
          .ifPresent(it -> check(it, plan.nodes().size(), findings));
    }
  }

  private static void check(QDevice qdevice, int nodes, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "qdevice");
    findings.looksAt(subject);
    if (nodes % 2 == 1 && !qdevice.force()) {
      findings
          .on(subject)
          .says("the QDevice is not forced, and %d nodes are an odd number", nodes)
          .because("nodes", nodes)
          .declaredAt(qdevice.declaredAt());
    }
  }
}

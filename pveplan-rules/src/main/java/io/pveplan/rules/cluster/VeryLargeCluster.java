package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a cluster of so many nodes that Corosync should be tuned for it. */
@RuleInfo(
    id = "CLU-037",
    severity = Severity.INFO,
    summary = "The cluster is very large",
    why = """
        From 32 nodes on, the messages with which nodes form a cluster can flood a NIC unless they \
        are spread in time (send_join). Few run more than 50 nodes in one cluster.""",
    remedy = "Set send_join in corosync.conf, try it out before it counts, or build two clusters.",
    sources = {"corosync: man/corosync.conf.5, send_join", "pve-docs: pvecm.adoc"},
    since = "0.1")
final class VeryLargeCluster implements Rule {

  static final RuleParameter<Integer> VERY_LARGE = RuleParameter.wholeNumber(
          "veryLarge",
          32,
          "nodes from which on a cluster is very large",
          "corosync: man/corosync.conf.5, send_join")
      .must(nodes -> nodes >= 2, "be at least 2");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(VERY_LARGE);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    int nodes = plan.nodes().size();
    if (nodes < 2) {
      return;
    }
    PlanPath subject = PlanPath.of("cluster");
    findings.looksAt(subject);
    if (nodes >= findings.parameter(VERY_LARGE)) {
      findings
          .on(subject)
          .says("the cluster has %d nodes", nodes)
          .because("nodes", nodes)
          .declaredAt(plan.plan().declaredAt());
    }
  }
}

package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a node of a cluster that has not one vote. */
@RuleInfo(
    id = "CLU-015",
    severity = Severity.WARNING,
    summary = "A node has another number of votes than one",
    why = """
        Majorities then no longer follow from how many nodes are up: the loss of one node can take \
        the quorum, and Proxmox VE warns of it before each upgrade.""",
    remedy = "Leave each node its one vote; use a QDevice to break ties.",
    sources = "pve-manager: PVE/CLI/pve8to9.pm, check_cluster_corosync",
    since = "0.1")
final class UnevenNodeVotes implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() > 1) {
      plan.nodes().forEach(node -> check(node, plan.quorum().votes(node.name()), findings));
    }
  }

  private static void check(Node node, int votes, Findings findings) {
    findings.looksAt(node.path());
    if (votes != 1) {
      findings
          .on(node.path())
          .says("node %s has %d votes", node.name(), votes)
          .because("votes", votes)
          .declaredAt(node.declaredAt());
    }
  }
}

package io.pveplan.rules.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports HA in a cluster that has no quorum once the node with the most votes is lost: one node,
 * or two without QDevice.
 */
@RuleInfo(
    id = "HA-002",
    severity = Severity.ERROR,
    summary = "HA is planned, but the loss of one node leaves no quorum",
    why = """
        HA recovers guests only in a part of the cluster that has quorum. Without it nothing is \
        recovered, and the nodes that run HA guests fence themselves as well.""",
    remedy = "Add a third node, or a QDevice.",
    sources = {
      "article Proxmox-Cluster planen, quorum",
      "pve-docs: ha-manager.adoc, Requirements",
      "corosync: exec/votequorum.c, calculate_quorum"
    },
    since = "0.1")
final class NoQuorumAfterNodeLoss implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("ha");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    boolean used = plan.ha().resources().stream()
        .anyMatch(resource -> plan.placement().recoveredByHa(resource.guest()));
    if (!used) {
      return;
    }
    findings.looksAt(SUBJECT);
    if (plan.nodes().isEmpty()) {
      findings.undecided(SUBJECT, "nodes of the cluster");
      return;
    }
    Quorum quorum = plan.quorum();
    int left = quorum.votesAfterLosing(1);
    if (left < quorum.quorum()) {
      findings
          .on(SUBJECT)
          .says(
              "the loss of one node leaves %d of %d votes; quorum needs %d",
              left, quorum.expectedVotes(), quorum.quorum())
          .because("votesLeft", left)
          .because("expectedVotes", quorum.expectedVotes())
          .because("quorum", quorum.quorum())
          .declaredAt(plan.ha().declaredAt());
    }
  }
}

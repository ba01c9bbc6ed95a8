package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a plan that promises to survive more node failures than its votes do.
 *
 * <p>The nodes with the most votes are the ones that fail, and the QDevice stays.
 */
@RuleInfo(
    id = "CLU-004",
    severity = Severity.ERROR,
    summary = "The votes do not survive as many node failures as the plan promises",
    why = """
        A cluster goes on only while more than half of all votes are there. Without quorum, pmxcfs \
        is read-only, and migration, replication and HA are refused.""",
    remedy = "Add nodes or a QDevice, or lower the goal.",
    sources = {"article Proxmox-Cluster planen", "corosync: exec/votequorum.c, calculate_quorum"},
    since = "0.1")
final class SurvivalGoalExceedsVotes implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().isEmpty()) {
      return;
    }
    plan.plan().mustSurvive(FailureKind.NODE).ifPresent(goal -> check(goal, plan, findings));
  }

  private static void check(int goal, ResolvedPlan plan, Findings findings) {
    PlanPath cluster = PlanPath.of("cluster");
    findings.looksAt(cluster);
    Quorum quorum = plan.quorum();
    int left = quorum.votesAfterLosing(goal);
    if (left < quorum.quorum()) {
      findings
          .on(cluster)
          .says(
              "the failure of %d nodes can leave %d of %d votes and the quorum is %d, but the plan"
                  + " promises to survive it",
              goal, left, quorum.expectedVotes(), quorum.quorum())
          .because("mustSurvive", goal)
          .because("votesLeft", left)
          .because("votes", quorum.expectedVotes())
          .because("quorum", quorum.quorum())
          .declaredAt(plan.plan().declaredAt());
    }
  }
}

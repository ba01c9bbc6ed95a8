package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reports a cluster that may need longer to form again than nodes with HA wait before they fence
 * themselves. It is the token timeout and 1.2 times that for the consensus, and 50 ms.
 *
 * <p>Which coefficient a cluster of 9.x gets depends on the day it is created. Where both lead to
 * the same judgement, that one holds.
 */
@RuleInfo(
    id = "CLU-036",
    severity = Severity.WARNING,
    summary = "Corosync may need longer to form the cluster than the watchdog waits",
    why = """
        When a node dies, the others wait for the token and then for a consensus before they have \
        a quorum again. The time grows with the nodes; after 60 seconds without quorum, nodes with \
        HA fence themselves, although they are healthy.""",
    remedy = "Lower the token coefficient.",
    sources = {
      "corosync: man/corosync.conf.5, token, token_coefficient, consensus",
      "pve-cluster: src/PVE/API2/ClusterConfig.pm, token-coefficient",
      "derived"
    },
    since = "0.1")
final class TokenTimeoutTooLong implements Rule {

  static final RuleParameter<Duration> LONGEST = RuleParameter.duration(
          "longest",
          Duration.ofSeconds(50),
          "time that the nodes may take to form the cluster again",
          "own judgement, 10 s below the fencing")
      .must(time -> !time.isNegative(), "not be negative");

  private static final int TOKEN = 3000;
  private static final int COEFFICIENT = 125;
  private static final int FORMER_COEFFICIENT = 650;

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LONGEST);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    PlanPath subject = PlanPath.of("corosync");
    findings.looksAt(subject);
    OptionalInt said =
        plan.plan().corosync().map(Corosync::tokenCoefficient).orElse(OptionalInt.empty());
    int most = said.orElse(FORMER_COEFFICIENT);
    int least =
        said.orElse(plan.release() == ProductVersion.PVE_9 ? COEFFICIENT : FORMER_COEFFICIENT);
    int nodes = plan.nodes().size();
    long longest = findings.parameter(LONGEST).toMillis();
    if (reforming(nodes, least) > longest) {
      findings
          .on(subject)
          .says(
              "%d nodes with token coefficient %d ms may take %d ms to form the cluster again",
              nodes, least, reforming(nodes, least))
          .because("nodes", nodes)
          .because("tokenCoefficient", least)
          .because("milliseconds", reforming(nodes, least))
          .declaredAt(plan.plan().corosync().flatMap(Corosync::declaredAt));
    } else if (reforming(nodes, most) > longest) {
      findings.undecided(subject, "token coefficient");
    }
  }

  private static long reforming(int nodes, int coefficient) {
    long token = TOKEN + (nodes - 2L) * coefficient;
    return token + token * 12 / 10 + 50;
  }
}

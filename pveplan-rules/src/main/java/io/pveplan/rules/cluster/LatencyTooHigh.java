package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reports a Corosync link over a network with too long a way between two nodes. A plan that tells
 * the latency of no link is taken for one in a LAN; where it tells that of one, the others are
 * missing.
 */
@RuleInfo(
    id = "CLU-032",
    severity = Severity.WARNING,
    summary = "The latency of a Corosync link is too high",
    why = """
        Corosync passes a token around all nodes. With 5 ms and more between two of them it becomes \
        unstable; above 10 ms and with more than three nodes it is unlikely to work.""",
    remedy = "Keep the nodes of a cluster in one LAN; use a cluster for each site.",
    sources = "pve-docs: pvecm.adoc, Network Requirements",
    since = "0.1")
final class LatencyTooHigh implements Rule {

  static final RuleParameter<Duration> TOO_HIGH = RuleParameter.duration(
          "tooHigh",
          Duration.ofMillis(5),
          "round trip from which on the latency is too high",
          "pve-docs: pvecm.adoc, Network Requirements")
      .must(latency -> !latency.isNegative(), "not be negative");

  private static final Duration HARDLY_WORKS = Duration.ofMillis(10);
  private static final int FEW_NODES = 3;

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(TOO_HIGH);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<Integer, Optional<Duration>> latencies = new TreeMap<>();
    plan.linksByPreference()
        .forEach(link ->
            latencies.put(link.number(), plan.network(link.network()).flatMap(Network::latency)));
    if (plan.nodes().size() < 2 || latencies.values().stream().noneMatch(Optional::isPresent)) {
      return;
    }
    for (CorosyncLink link : plan.linksByPreference()) {
      PlanPath subject = PlanPath.of("corosync", "link" + link.number());
      Optional<Duration> latency = latencies.get(link.number());
      if (latency.isPresent()) {
        check(subject, link, latency.get(), plan, findings);
      } else {
        findings.undecided(subject, "latency of network " + link.network());
      }
    }
  }

  private static void check(
      PlanPath subject, CorosyncLink link, Duration latency, ResolvedPlan plan, Findings findings) {
    findings.looksAt(subject);
    int nodes = plan.nodes().size();
    if (latency.compareTo(findings.parameter(TOO_HIGH)) < 0) {
      return;
    }
    String outlook = latency.compareTo(HARDLY_WORKS) > 0 && nodes > FEW_NODES
        ? ", which is very unlikely to work with " + nodes + " nodes"
        : "";
    findings
        .on(subject)
        .says(
            "the round trip of link%d over network %s takes up to %s ms%s",
            link.number(), link.network(), milliseconds(latency), outlook)
        .because("network", link.network())
        .because("latencyMicroseconds", latency.toNanos() / 1000)
        .because("nodes", nodes)
        .declaredAt(link.declaredAt().or(plan.plan()::declaredAt));
  }

  private static String milliseconds(Duration latency) {
    return BigDecimal.valueOf(latency.toNanos(), 6).stripTrailingZeros().toPlainString();
  }
}

package io.pveplan.rules;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A rule as users write them, with everything a rule can have. */
@RuleInfo(
    id = "TEST-032",
    severity = Severity.ERROR,
    summary = "A Corosync link is slow",
    why = """
        Corosync needs steady latency.
        Tokens that arrive late cost the quorum.
        """,
    remedy = "Put the nodes into one LAN.",
    sources = {"pve-docs: pvecm.adoc, Network Requirements", "own judgement"},
    since = "0.1")
final class SlowLink implements Rule {

  static final RuleParameter<Duration> LONGEST = RuleParameter.duration(
      "longestRoundTrip", Duration.ofMillis(5), "round trip between two nodes", "pvecm.adoc");

  private static final Duration MEASURED = Duration.ofMillis(7);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PlanPath link0 = PlanPath.of("corosync", "link0");
    findings.looksAt(link0);
    if (MEASURED.compareTo(findings.parameter(LONGEST)) > 0) {
      findings
          .on(link0)
          .says("link%d takes %.1f ms on networks %s", 0, 7.0, List.of("mgmt", "ring"))
          .because("roundTripMillis", 7)
          .because("networks", Set.of("ring", "mgmt"))
          .declaredAt(new Origin("com.acme.ProdCluster", "ProdCluster.java", 31));
    }
    findings.undecided(PlanPath.of("corosync", "link1"), "round trip time");
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LONGEST);
  }
}

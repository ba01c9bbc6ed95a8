package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.CrowdedNode;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.PlannedFailures;
import java.util.SortedMap;

/**
 * Reports a node that has too little memory for the guests that HA starts on it when another node
 * fails, or as many nodes as the plan promises to survive. Guests count with their largest memory,
 * the host with what it needs for itself.
 */
@RuleInfo(
    id = "CAP-003",
    severity = Severity.WARNING,
    summary = "A node has too little memory for the guests it gets when another fails",
    why = """
        HA starts guests wherever their rules let it, and does not ask whether they fit. A node that \
        runs out of memory ends processes, and that may be the guests that were on it before.""",
    remedy = "Add memory or a node, or put fewer guests under HA.",
    sources = {"pve-docs: ha-manager.adoc, Recover Fenced Services (CAUTION)", "derived"},
    since = "0.1")
final class MemoryAfterNodeLoss implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2 || plan.guests().isEmpty()) {
      return;
    }
    SortedMap<String, CrowdedNode> crowded = PlannedFailures.of(plan).crowded();
    if (crowded.isEmpty()) {
      findings.notApplicable("no node gets guests when another fails");
      return;
    }
    FailureText text = FailureText.of(plan);
    crowded.forEach((node, worst) -> check(plan.node(node).orElseThrow(), worst, text, findings));
  }

  private static void check(Node node, CrowdedNode worst, FailureText text, Findings findings) {
    PlanPath path = node.path();
    findings.looksAt(path);
    NodeLoad load = worst.load();
    if (load.installed().isEmpty()) {
      findings.undecided(path, "memory of " + node.name());
    } else if (load.exceeded()) {
      findings
          .on(path)
          .says(
              "when %s, %s needs %s of memory for its guests at their largest and for itself, and"
                  + " has %s",
              text.event(worst.scenario()),
              node.name(),
              load.needed(),
              load.installed().get())
          .because("scenario", worst.scenario().toString())
          .because("needed", load.needed().toString())
          .because("atLeast", load.minimum().toString())
          .because("memory", load.installed().get().toString())
          .declaredAt(node.declaredAt());
    }
  }
}

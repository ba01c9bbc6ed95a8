package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a node none of whose power supplies hangs on a UPS. */
@RuleInfo(
    id = "NODE-013",
    severity = Severity.WARNING,
    summary = "A node hangs on no UPS",
    why = """
        When the power fails, all nodes are down at once. After a cold start they have no quorum, \
        and with HA no guest starts, until enough of them are back.""",
    remedy = "Put a UPS before at least one circuit of the node.",
    sources = {"article Proxmox-Cluster planen", "pve-docs: pvecm.adoc, Cluster Cold Start"},
    since = "0.1")
final class NoUps implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.nodes().forEach(node -> check(node, plan.powerFeeds(node), findings));
  }

  private static void check(Node node, PowerFeeds feeds, Findings findings) {
    findings.looksAt(node.path());
    if (!feeds.upses().isEmpty()) {
      return;
    }
    if (feeds.supplies() == 0) {
      findings.undecided(node.path(), "power supplies of " + node.name());
    } else if (!feeds.known()) {
      findings.undecided(node.path(), "circuits of the power supplies of " + node.name());
    } else {
      findings
          .on(node.path())
          .says(
              "node %s hangs on %s, without a UPS",
              node.name(), String.join(" and ", feeds.circuits()))
          .because("circuits", feeds.circuits())
          .declaredAt(node.hardware().flatMap(Hardware::declaredAt));
    }
  }
}

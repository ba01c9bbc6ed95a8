package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.regex.Pattern;

/** Reports a bridge whose name the documentation does not allow, though the product takes it. */
@RuleInfo(
    id = "NET-002",
    severity = Severity.WARNING,
    summary = "A bridge has a name that the documentation does not allow",
    why = """
        Proxmox VE makes names of at most 15 characters from that of the bridge, such as the bridge \
        of a VLAN; with a longer name, or one of other characters, they do not fit or are not \
        recognized.""",
    remedy = "Call it vmbr0 to vmbr4094, or take at most 10 letters and digits, a letter first.",
    sources = "pve-docs: pve-network.adoc, Naming Conventions",
    since = "0.1")
final class LongBridgeName implements Rule {

  private static final int LONGEST = 10;

  private static final Pattern DOCUMENTED = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,9}");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Bridge) {
          check(node, each, findings);
        }
      }
    }
  }

  private static void check(Node node, NodeInterface bridge, Findings findings) {
    PlanPath subject = node.path().child(bridge.name());
    findings.looksAt(subject);
    if (!DOCUMENTED.matcher(bridge.name()).matches()) {
      findings
          .on(subject)
          .says(
              "bridge %s of node %s has %s",
              bridge.name(),
              node.name(),
              bridge.name().length() > LONGEST
                  ? bridge.name().length() + " characters, more than " + LONGEST
                  : "a name that is not of letters and digits alone")
          .because("length", bridge.name().length())
          .declaredAt(bridge.declaredAt());
    }
  }
}

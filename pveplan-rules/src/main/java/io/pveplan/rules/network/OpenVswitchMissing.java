package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Set;

/** Reports a node with a bridge of Open vSwitch that does not get Open vSwitch. */
@RuleInfo(
    id = "NET-036",
    severity = Severity.ERROR,
    summary = "A node with a bridge of Open vSwitch lacks Open vSwitch",
    why = """
        Open vSwitch is not part of an installation. Without it none of its bridges, bonds and \
        ports comes up, and with them goes the way to the node.""",
    remedy = "Install openvswitch-switch before the interfaces are configured.",
    sources = {"pve-manager: PVE/API2/Network.pm, create_network", "pve-docs: pve-network.adoc"},
    since = "0.1")
final class OpenVswitchMissing implements Rule {

  private static final String PACKAGE = "openvswitch-switch";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      List<String> bridges = node.interfaces().stream()
          .filter(each -> each instanceof Bridge bridge && bridge.openVswitch())
          .map(each -> each.name())
          .toList();
      if (!bridges.isEmpty()) {
        check(node, bridges, plan.packages(node), findings);
      }
    }
  }

  private static void check(
      Node node, List<String> bridges, Set<String> packages, Findings findings) {
    findings.looksAt(node.path());
    if (packages.isEmpty()) {
      findings.undecided(node.path(), "packages of " + node.name());
    } else if (!packages.contains(PACKAGE)) {
      findings
          .on(node.path())
          .says(
              "Open vSwitch makes %s of %s, and the node does not get %s",
              String.join(", ", bridges), node.name(), PACKAGE)
          .because("bridges", bridges)
          .because("packages", packages)
          .declaredAt(node.declaredAt());
    }
  }
}

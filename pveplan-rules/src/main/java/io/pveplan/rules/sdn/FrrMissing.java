package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports a node that is a peer of an EVPN controller and does not get FRRouting.
 *
 * <p>The peers are the nodes with an address on the network of the controller. The package
 * frr-pythontools is looked for, which brings frr along.
 */
@RuleInfo(
    id = "SDN-029",
    severity = Severity.ERROR,
    summary = "A node of an EVPN controller lacks FRRouting",
    why = """
        The routing of EVPN is done by FRRouting, which is not part of an installation. Without it \
        applying the SDN only warns, and the node takes no part in the routing.""",
    remedy = "Install frr-pythontools, which brings frr along, and enable the service frr.",
    sources = {
      "article Proxmox-Cluster planen, SDN",
      "pve-network: src/PVE/Network/SDN/Frr.pm",
      "pve-docs: pvesdn.adoc, FRRouting"
    },
    since = "0.1")
final class FrrMissing implements Rule {

  private static final String PACKAGE = "frr-pythontools";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<EvpnController> withoutPeers = new LinkedHashSet<>(plan.sdn().controllers());
    for (Node node : plan.nodes()) {
      List<EvpnController> controllers = plan.sdn().controllers().stream()
          .filter(it -> plan.topology().address(node.name(), it.network()).isPresent())
          .toList();
      if (!controllers.isEmpty()) {
        check(node, controllers, plan, findings);
        withoutPeers.removeAll(controllers);
      }
    }
    for (EvpnController controller : withoutPeers) {
      findings.undecided(
          controller.path(), "addresses of nodes on network " + controller.network());
    }
  }

  private static void check(
      Node node, List<EvpnController> controllers, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    Set<String> packages = plan.packages(node);
    if (packages.isEmpty()) {
      findings.undecided(node.path(), "packages of " + node.name());
    } else if (!packages.contains(PACKAGE)) {
      List<String> ids = controllers.stream().map(EvpnController::id).toList();
      findings
          .on(node.path())
          .says(
              "%s is a peer of EVPN controller %s and does not get %s",
              node.name(), String.join(", ", ids), PACKAGE)
          .because("controllers", ids)
          .because("packages", packages)
          .declaredAt(node.declaredAt());
    }
  }
}

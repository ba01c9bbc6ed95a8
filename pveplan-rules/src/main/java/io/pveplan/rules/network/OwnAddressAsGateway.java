package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a node that has the address of the gateway of its network. A gateway outside the subnet is
 * refused when the plan is written; a link-local one of IPv6 is in order.
 */
@RuleInfo(
    id = "NET-021",
    severity = Severity.WARNING,
    summary = "The gateway of a network is the address of a node on it",
    why = """
        The default route of the node leads to itself, so it reaches nothing outside; the other \
        nodes of the network send all that leaves to it.""",
    remedy = "Name the address of the router, or give the node another address.",
    sources = "own judgement",
    since = "0.1")
final class OwnAddressAsGateway implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (NodeInterface each : node.interfaces()) {
        for (InterfaceAddress address : each.addresses()) {
          address
              .network()
              .flatMap(plan::network)
              .filter(network -> network.gateway().isPresent())
              .ifPresent(network -> check(node, each, address, network, findings));
        }
      }
    }
  }

  private static void check(
      Node node, NodeInterface each, InterfaceAddress address, Network network, Findings findings) {
    PlanPath subject = node.path().child(each.name());
    findings.looksAt(subject);
    if (network.gateway().orElseThrow().equals(address.address().address())) {
      findings
          .on(subject)
          .says(
              "node %s has %s on %s, the gateway of network %s",
              node.name(), address.address(), each.name(), network.name())
          .because("network", network.name())
          .declaredAt(each.declaredAt());
    }
  }
}

package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a node with addresses on several networks that have a gateway of one family: each of them
 * asks for the default route.
 */
@RuleInfo(
    id = "NET-004",
    severity = Severity.ERROR,
    summary = "A node has two default gateways",
    why = """
        Proxmox VE refuses a second default gateway of a family. Were it there, answers would leave \
        by the wrong network.""",
    remedy = """
        Leave the gateway to one network of the node, that for management, and reach the others \
        over routes of their own.""",
    sources = "pve-manager: PVE/API2/Network.pm, check_duplicate_gateway, check_duplicate_gateway6",
    since = "0.1")
final class TwoDefaultGateways implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      // A second address on a network asks for no second route.
      Map<Network, NodeInterface> byNetwork = new LinkedHashMap<>();
      for (NodeInterface each : node.interfaces()) {
        for (InterfaceAddress address : each.addresses()) {
          address
              .network()
              .flatMap(plan::network)
              .filter(network -> network.gateway().isPresent())
              .ifPresent(network -> byNetwork.putIfAbsent(network, each));
        }
      }
      if (!byNetwork.isEmpty()) {
        check(node, byNetwork, plan, findings);
      }
    }
  }

  private static void check(
      Node node, Map<Network, NodeInterface> byNetwork, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    List<String> routes = new ArrayList<>();
    List<Network> networks = new ArrayList<>();
    for (boolean v4 : List.of(true, false)) {
      List<Network> family =
          byNetwork.keySet().stream().filter(each -> gateway(each).isV4() == v4).toList();
      if (family.size() > 1) {
        networks.addAll(family);
        family.forEach(each -> routes.add(told(each, byNetwork.get(each))));
      }
    }
    if (!routes.isEmpty()) {
      findings
          .on(node.path())
          .says(
              "node %s has %d default gateways: %s",
              node.name(), routes.size(), String.join(" and ", routes))
          .because("gateways", networks.stream().map(Network::gateway).toList())
          .because("networks", networks.stream().map(Network::name).toList())
          .declaredAt(cause(node, networks, plan).or(node::declaredAt));
    }
  }

  private static String told(Network network, NodeInterface on) {
    return gateway(network)
        + " on "
        + on.name()
        + network.declaredAt().map(line -> " (" + line + ")").orElse("");
  }

  // The default route belongs to the network that the name of the node stands for.
  private static Optional<Origin> cause(Node node, List<Network> networks, ResolvedPlan plan) {
    Optional<String> own = plan.topology().nameNetwork(node.name());
    return networks.stream()
        .filter(each -> !own.equals(Optional.of(each.name())))
        .findFirst()
        .flatMap(Network::declaredAt);
  }

  private static IpAddress gateway(Network network) {
    return network.gateway().orElseThrow();
  }
}

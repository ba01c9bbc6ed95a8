package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.NodeInterface;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bond of a node and the way it goes.
 *
 * @param node the node
 * @param bond the bond
 * @param path the way from the bond to the switches
 */
record CabledBond(Node node, Bond bond, NetworkPath path) {

  static List<CabledBond> of(ResolvedPlan plan) {
    return plan.nodes().stream().flatMap(node -> of(node, plan)).toList();
  }

  private static Stream<CabledBond> of(Node node, ResolvedPlan plan) {
    return plan.topology().interfaces(node.name()).stream().flatMap(each -> of(node, each, plan));
  }

  private static Stream<CabledBond> of(Node node, NodeInterface each, ResolvedPlan plan) {
    return each instanceof Bond bond
        ? plan.paths().over(node.name(), each.name()).stream()
            .map(path -> new CabledBond(node, bond, path))
        : Stream.empty();
  }

  PlanPath subject() {
    return node.path().child(bond.name());
  }

  /** The facts that are missing where a slave has no cable. */
  List<String> missingCables() {
    return path.uncabled().stream()
        .map(nic -> "cable in " + nic + " of " + node.name())
        .toList();
  }
}

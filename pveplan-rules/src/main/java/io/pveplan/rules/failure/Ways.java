package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.NetworkPath;
import java.util.Optional;

/** The ways that nodes take out of themselves. */
final class Ways {

  private Ways() {}

  /**
   * The way of a node to an address: from its interface in the same subnet, else from the one with
   * the address of its name, beside which its gateway is.
   */
  static Optional<NetworkPath> to(ResolvedPlan plan, String node, IpAddress address) {
    return plan.topology()
        .towards(node, address)
        .flatMap(each -> plan.paths().over(node, each.name()))
        .or(() -> byName(plan, node));
  }

  /** The way of what a node does under its name. */
  static Optional<NetworkPath> byName(ResolvedPlan plan, String node) {
    return plan.topology().nameNetwork(node).flatMap(network -> plan.paths().path(node, network));
  }

  /** The way of a node into a network, or by its name where the plan sets none. */
  static Optional<NetworkPath> over(ResolvedPlan plan, String node, Optional<String> network) {
    return network.isPresent() ? plan.paths().path(node, network.get()) : byName(plan, node);
  }
}

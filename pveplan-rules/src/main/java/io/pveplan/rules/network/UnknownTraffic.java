package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;

/** The facts without which nobody knows what travels on a network. */
final class UnknownTraffic {

  private UnknownTraffic() {}

  /** What a network without declared traffic lacks. */
  static String of(Network network) {
    return "traffic of network " + network.name();
  }

  /** Leaves undecided what addresses that belong to no network of the plan are for. */
  static void ofAddresses(Node node, ResolvedPlan plan, Findings findings) {
    for (NodeInterface each : plan.topology().interfaces(node.name())) {
      for (InterfaceAddress address : each.addresses()) {
        if (address.network().isEmpty()) {
          findings.undecided(
              node.path().child(each.name()), "network of address " + address.address());
        }
      }
    }
  }
}

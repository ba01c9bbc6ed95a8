package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a node without management controller, or with one that guests can reach.
 *
 * <p>Of a network that does not say what it carries nobody knows whether guests use it, whatever
 * else the plan puts on it.
 */
@RuleInfo(
    id = "NODE-014",
    severity = Severity.WARNING,
    summary = "A node has no out-of-band management of its own",
    why = """
        When the system of a node does not answer, only its management controller still gives power \
        and console. Whoever reaches the controller owns the node.""",
    remedy = """
        Give the management controller (iDRAC, iLO, XCC, IPMI or Redfish) an address in a network \
        without guests, best on a port of its own.""",
    sources = "article Proxmox-Cluster planen",
    since = "0.1")
final class NoOutOfBandManagement implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      Optional<Bmc> bmc = node.hardware().flatMap(Hardware::bmc);
      if (bmc.isPresent()) {
        check(node, bmc.get(), plan, findings);
      } else {
        findings
            .on(node.path())
            .says("node %s has no address for out-of-band management", node.name())
            .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
      }
    }
  }

  private static void check(Node node, Bmc bmc, ResolvedPlan plan, Findings findings) {
    Optional<String> network = bmc.address().network();
    if (network.isEmpty()) {
      findings.undecided(node.path(), "network of the management controller of " + node.name());
    } else if (plan.networkUse().servesGuests(network.get())) {
      findings
          .on(node.path())
          .says(
              "the management controller of node %s is in network %s, which guests use",
              node.name(), network.get())
          .because("address", bmc.address().address())
          .because("network", network.get())
          .declaredAt(bmc.declaredAt());
    } else if (plan.network(network.get()).orElseThrow().traffic().isEmpty()) {
      findings.undecided(node.path(), "traffic of network " + network.get());
    }
  }
}

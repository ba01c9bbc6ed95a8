package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports a Corosync link on whose network some node has no address. What is known of a node
 * without interfaces, and of addresses in a network without subnet, is not enough to tell.
 */
@RuleInfo(
    id = "CLU-018",
    severity = Severity.ERROR,
    summary = "A node has no address on a Corosync link",
    why = """
        Each node needs an address on each link. pvecm refuses to join a node that lacks one, and \
        Corosync a configuration in which one is missing.""",
    remedy = "Give every node an address on the network of the link, or leave the link out.",
    sources = {
      "pve-cluster: src/PVE/Corosync.pm, verify_conf",
      "pve-cluster: src/PVE/API2/ClusterConfig.pm, addnode",
      "corosync: exec/totemconfig.c"
    },
    since = "0.1")
final class LinkWithoutAddress implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.corosyncLinks().forEach(link -> check(link, plan, findings));
  }

  private static void check(CorosyncLink link, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    if (plan.network(link.network()).flatMap(it -> it.subnet()).isEmpty()) {
      findings.undecided(subject, "subnet of network " + link.network());
      return;
    }
    List<String> missing = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (plan.topology().interfaces(node.name()).isEmpty()) {
        findings.undecided(subject, "network interfaces of node " + node.name());
      } else if (plan.topology().address(node.name(), link.network()).isEmpty()) {
        missing.add(node.name());
      }
    }
    if (!missing.isEmpty()) {
      findings
          .on(subject)
          .says(
              "link%d runs over network %s, on which %s %s no address",
              link.number(),
              link.network(),
              String.join(", ", missing),
              missing.size() == 1 ? "has" : "have")
          .because("network", link.network())
          .because("nodes", missing)
          .declaredAt(link.declaredAt());
    }
  }
}

package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports management, storage and VM traffic that meet in one layer 2 network of a node: in one
 * network of the plan, or in two that lie in the same VLAN of a bridge.
 *
 * <p>What counts is what travels there, said or not: Ceph, replication, the servers in the subnet
 * and the guests on the bridge of an address make a network what it is as much as what it is
 * declared to carry. A network that does not say what it carries is left undecided unless what is
 * put on it is enough to report.
 *
 * <p>The network cards of guests in a network that is otherwise for management alone are reported
 * one by one by {@link GuestsOnManagementNetwork}, and not here again.
 */
@RuleInfo(
    id = "NET-023",
    severity = Severity.WARNING,
    summary = "Management, storage and VM traffic are not separated",
    why = """
        Storage and guests fill a link at times. The web interface, SSH and Corosync on the same \
        network then answer late or not at all, and what guests send reaches the nodes.""",
    remedy = "Give each class a VLAN or a NIC of its own.",
    sources = {
      "article Proxmox-Cluster planen, network",
      "pve-docs: pvecm.adoc, Separate Cluster Network",
      "pve-docs: pvecm.adoc, Network Requirements"
    },
    since = "0.1")
final class TrafficNotSeparated implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    NetworkClasses classes = new NetworkClasses(plan);
    Map<String, List<String>> nodesByNetwork = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      for (String network : plan.topology().networksOf(node.name())) {
        nodesByNetwork.computeIfAbsent(network, key -> new ArrayList<>()).add(node.name());
      }
      NodeSegments.shared(plan, classes, node.name()).forEach(use -> check(use, findings));
      UnknownTraffic.ofAddresses(node, plan, findings);
    }
    nodesByNetwork.forEach((name, nodes) ->
        plan.network(name).ifPresent(network -> check(network, classes.of(name), nodes, findings)));
  }

  private static void check(
      Network network, Set<TrafficClass> classes, List<String> nodes, Findings findings) {
    findings.looksAt(network.path());
    if (classes.size() > 1) {
      findings
          .on(network.path())
          .says("network %s carries %s traffic", network.name(), joined(classes))
          .because("classes", classes)
          .because("nodes", nodes)
          .declaredAt(network.declaredAt());
    } else if (network.traffic().isEmpty()) {
      findings.undecided(network.path(), UnknownTraffic.of(network));
    }
  }

  private static void check(SegmentUse use, Findings findings) {
    findings.looksAt(use.path());
    if (use.mixes()) {
      findings
          .on(use.path())
          .says(
              "networks %s share %s of node %s, so that %s traffic meet",
              String.join(" and ", use.classesByNetwork().keySet()),
              use.segment(),
              use.node(),
              joined(use.classes()))
          .because("networks", use.classesByNetwork())
          .declaredAt(use.declaredAt());
    }
  }

  private static String joined(Set<TrafficClass> classes) {
    return String.join(" and ", classes.stream().map(TrafficClass::toString).toList());
  }
}

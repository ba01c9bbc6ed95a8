package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Reports a node that reaches a storage network over one physical NIC. */
@RuleInfo(
    id = "NET-025",
    severity = Severity.WARNING,
    summary = "A storage network ends on one physical NIC of a node",
    why = """
        When this NIC, its cable or its switch port fails, all disks that the node has over the \
        network stop, and Ceph loses its OSDs.""",
    remedy =
        "Lay the network over an LACP bond of two NICs; for iSCSI alone, declare a second path.",
    sources = {"article Proxmox-Cluster planen, network", "pve-docs: pve-network.adoc, Linux Bond"},
    since = "0.1")
final class StorageNetworkWithoutRedundancy implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Set<String>> multipath = MultipathInterfaces.byNode(plan);
    for (Node node : plan.nodes()) {
      Set<String> exempt = multipath.getOrDefault(node.name(), Set.of());
      for (NodeInterface each : plan.topology().interfaces(node.name())) {
        List<Network> storage = storageNetworks(each, plan, findings);
        if (!storage.isEmpty()) {
          check(node, each, storage, exempt, plan, findings);
        }
      }
      UnknownTraffic.ofAddresses(node, plan, findings);
    }
  }

  private static List<Network> storageNetworks(
      NodeInterface each, ResolvedPlan plan, Findings findings) {
    List<Network> networks = each.addresses().stream()
        .flatMap(address -> address.network().flatMap(plan::network).stream())
        .distinct()
        .toList();
    List<Network> storage =
        networks.stream().filter(network -> carriesStorage(network, plan)).toList();
    networks.stream()
        .filter(network -> network.traffic().isEmpty() && !storage.contains(network))
        .forEach(network -> findings.undecided(network.path(), UnknownTraffic.of(network)));
    return storage;
  }

  // What it says to carry, or what servers, Ceph and replication put on it.
  private static boolean carriesStorage(Network network, ResolvedPlan plan) {
    return plan.networkUse().traffic(network.name()).stream().anyMatch(Traffic::isStorage);
  }

  private static void check(
      Node node,
      NodeInterface each,
      List<Network> storage,
      Set<String> exempt,
      ResolvedPlan plan,
      Findings findings) {
    PlanPath subject = node.path().child(each.name());
    findings.looksAt(subject);
    SortedSet<String> nics = plan.topology().physicalNics(node.name(), each.name());
    if (nics.isEmpty()) {
      findings.undecided(subject, "physical NICs below " + each.name());
    } else if (nics.size() == 1 && !exempt.contains(each.name())) {
      List<String> names = storage.stream().map(Network::name).toList();
      findings
          .on(subject)
          .says(
              "storage network %s of node %s ends on one physical NIC, %s",
              String.join(" and ", names), node.name(), nics.first())
          .because("networks", names)
          .because("nics", nics)
          .declaredAt(each.declaredAt());
    }
  }
}

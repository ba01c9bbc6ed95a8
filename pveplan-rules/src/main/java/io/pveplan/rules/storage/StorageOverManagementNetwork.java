package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reports a storage whose server lies in the management or Corosync network of a node. */
@RuleInfo(
    id = "SHR-025",
    severity = Severity.WARNING,
    summary = "A storage server lies in the management or Corosync network",
    why = """
        Reading and writing disks fills the link; Corosync then misses its tokens, nodes leave the \
        quorum, and the web interface answers late.""",
    remedy = "Give the storage a network of its own and name the server by its address there.",
    sources = {
      "article Proxmox-Cluster planen, network",
      "pve-docs: pvecm.adoc, Network Requirements"
    },
    since = "0.1")
final class StorageOverManagementNetwork implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      Set<String> nodes = plan.reach().nodesOf(storage.id());
      // Text of the server and its network, and the nodes it is so for.
      SortedMap<String, SortedSet<String>> crossings = new TreeMap<>();
      for (String server : StorageAddresses.of(storage)) {
        for (String node : nodes) {
          findings.looksAt(storage.path());
          sharedNetwork(storage, server, node, plan, findings)
              .ifPresent(network -> crossings
                  .computeIfAbsent(server + " in network " + network, key -> new TreeSet<>())
                  .add(node));
        }
      }
      if (!crossings.isEmpty()) {
        report(storage, crossings, findings);
      }
    }
  }

  private static Optional<String> sharedNetwork(
      Storage storage, String server, String node, ResolvedPlan plan, Findings findings) {
    Optional<IpAddress> address = IpAddress.tryParse(server);
    if (address.isEmpty()) {
      findings.undecided(storage.path(), "address of server " + server);
      return Optional.empty();
    }
    if (plan.topology().interfaces(node).isEmpty()) {
      findings.undecided(storage.path(), "network interfaces of " + node);
    }
    for (InterfaceAddress own : plan.topology().addressesBeside(node, address.get())) {
      Optional<Network> network = own.network().flatMap(plan::network);
      if (network.isEmpty()) {
        findings.undecided(storage.path(), "network of address " + own.address());
      } else if (clusterTraffic(network.get(), plan)) {
        return network.map(Network::name);
      } else if (network.get().traffic().isEmpty()) {
        findings.undecided(storage.path(), "traffic of network " + network.get().name());
      }
    }
    return Optional.empty();
  }

  private static boolean clusterTraffic(Network network, ResolvedPlan plan) {
    Set<Traffic> traffic = plan.networkUse().traffic(network.name());
    return traffic.contains(Traffic.MANAGEMENT) || traffic.contains(Traffic.COROSYNC);
  }

  private static void report(
      Storage storage, SortedMap<String, SortedSet<String>> crossings, Findings findings) {
    findings
        .on(storage.path())
        .says(
            "the server of storage %s is reached over a management or Corosync network: %s",
            storage.id(), String.join(", ", crossings.keySet()))
        .because("nodesByServer", crossings)
        .declaredAt(storage.declaredAt());
  }
}

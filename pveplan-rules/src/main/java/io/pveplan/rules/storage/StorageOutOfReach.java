package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports a node that has a storage and no way to its server. */
@RuleInfo(
    id = "SHR-024",
    severity = Severity.WARNING,
    summary = "A node has a storage and no way to its server",
    why = """
        The node has neither an address in the network of the server nor a gateway to it. The \
        storage stays offline there: guests with disks on it do not start, and each look at it waits \
        for a timeout.""",
    remedy = "Give the node an address in the network of the server, or restrict the storage to the"
        + " nodes that have one.",
    sources = {
      "pve-storage: src/PVE/Storage.pm, activate_storage (is not online)",
      "pve-docs: pvesm.adoc, Storage Configuration (nodes)"
    },
    since = "0.1")
final class StorageOutOfReach implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm && !plan.luns().below(lvm).isEmpty()) {
        checkLuns(lvm, plan, findings);
      }
      List<String> servers = StorageAddresses.of(storage);
      if (!servers.isEmpty()) {
        check(storage, servers, plan, findings);
      }
    }
  }

  private static void checkLuns(LvmStorage lvm, ResolvedPlan plan, Findings findings) {
    if (!lvm.disabled()) {
      findings.looksAt(lvm.path());
    }
    Set<String> without = plan.reach().nodesWithoutLun(lvm.id());
    if (!without.isEmpty()) {
      List<String> targets =
          plan.luns().below(lvm).stream().map(LunId::storage).distinct().toList();
      findings
          .on(lvm.path())
          .says(
              "nodes that %s gives no LUN below storage %s: %s",
              String.join(", ", targets), lvm.id(), String.join(", ", without))
          .because("targets", targets)
          .because("nodes", List.copyOf(without))
          .declaredAt(lvm.declaredAt());
    }
  }

  private static void check(
      Storage storage, List<String> servers, ResolvedPlan plan, Findings findings) {
    List<IpAddress> addresses =
        servers.stream().flatMap(server -> IpAddress.tryParse(server).stream()).toList();
    List<String> without = new ArrayList<>();
    for (String node : plan.reach().nodesOf(storage.id())) {
      findings.looksAt(storage.path());
      // One portal is enough to be online; what a second one is for, SHR-017 looks after.
      if (addresses.stream().noneMatch(address -> reaches(node, address, plan))) {
        if (plan.topology().interfaces(node).isEmpty()) {
          findings.undecided(storage.path(), "network interfaces of " + node);
        } else if (addresses.size() < servers.size()) {
          servers.stream()
              .filter(server -> IpAddress.tryParse(server).isEmpty())
              .forEach(server -> findings.undecided(storage.path(), "address of server " + server));
        } else {
          without.add(node);
        }
      }
    }
    if (!without.isEmpty()) {
      findings
          .on(storage.path())
          .says(
              "nodes without a way to %s of storage %s: %s",
              String.join(", ", servers), storage.id(), String.join(", ", without))
          .because("servers", servers)
          .because("nodes", without)
          .declaredAt(storage.declaredAt());
    }
  }

  private static boolean reaches(String node, IpAddress address, ResolvedPlan plan) {
    return plan.topology().towards(node, address).isPresent()
        || isRouted(address, plan) && hasGateway(node, address, plan);
  }

  // Of a network that is not the plan's nothing is known, and a gateway may well lead there.
  private static boolean isRouted(IpAddress address, ResolvedPlan plan) {
    Optional<Network> network = plan.networks().stream()
        .filter(each -> each.subnet().filter(it -> it.contains(address)).isPresent())
        .findFirst();
    return network.isEmpty() || network.get().gateway().isPresent();
  }

  private static boolean hasGateway(String node, IpAddress address, ResolvedPlan plan) {
    return plan.topology().networksOf(node).stream()
        .filter(name -> plan.topology().address(node, name).isPresent())
        .flatMap(name -> plan.network(name).stream())
        .flatMap(network -> network.gateway().stream())
        .anyMatch(gateway -> gateway.isV4() == address.isV4());
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports a storage server with one head that holds volumes of HA guests. A target that several
 * servers offer does not hang on one of them. HA guests whose disks the plan does not tell may have
 * them on any server there is; they are left undecided, unless the plan has none.
 */
@RuleInfo(
    id = "SHR-005",
    severity = Severity.WARNING,
    summary = "A storage server with one head holds volumes of HA guests",
    why = """
        HA starts a guest on another node when its own fails. When the only head of the storage \
        fails, no node has the disks, and all its guests stop at once.""",
    remedy = "Use a storage with two heads or controllers, or Ceph.",
    sources = {"article Proxmox-Cluster planen, storage", "pve-docs: ha-manager.adoc, Requirements"
    },
    since = "0.1")
final class StorageServerSinglePointOfFailure implements Rule {

  private static final int FEWEST_HEADS = 2;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<StorageServer, SortedMap<String, SortedSet<Vmid>>> held = new LinkedHashMap<>();
    HaVolumes.guestsByStorage(plan)
        .forEach((id, guests) -> plan.storage(id).ifPresent(storage -> {
          List<StorageServer> servers = ServersBelow.of(storage, plan, findings);
          servers.forEach(server -> findings.looksAt(server.path()));
          if (servers.size() == 1) {
            held.computeIfAbsent(servers.get(0), key -> new TreeMap<>()).put(id, guests);
          }
        }));
    held.forEach((server, guests) -> check(server, guests, findings));
    if (hasServers(plan)) {
      HaVolumes.guests(plan)
          .filter(guest -> plan.placement().lacksDisks(guest))
          .forEach(guest -> findings.undecided(guest.path(), "disks of guest " + guest.vmid()));
    }
  }

  private static boolean hasServers(ResolvedPlan plan) {
    return !plan.plan().storageServers().isEmpty()
        || plan.storages().stream().anyMatch(it -> !StorageAddresses.of(it).isEmpty());
  }

  private static void check(
      StorageServer server, SortedMap<String, SortedSet<Vmid>> guests, Findings findings) {
    if (server.heads().isEmpty()) {
      findings.undecided(server.path(), "heads of storage server " + server.name());
    } else if (server.heads().getAsInt() < FEWEST_HEADS) {
      SortedSet<Vmid> all = new TreeSet<>();
      guests.values().forEach(all::addAll);
      findings
          .on(server.path())
          .says(
              "storage server %s has one head and holds volumes of HA guest%s %s on %s",
              server.name(),
              all.size() == 1 ? "" : "s",
              String.join(", ", all.stream().map(Vmid::toString).toList()),
              String.join(", ", guests.keySet()))
          .because("heads", server.heads().getAsInt())
          .because("guestsByStorage", guests)
          .declaredAt(server.declaredAt());
    }
  }
}

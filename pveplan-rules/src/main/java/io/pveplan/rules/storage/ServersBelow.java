package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.Findings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the servers that a storage lies on in the end. */
final class ServersBelow {

  private ServersBelow() {}

  /**
   * The servers of a storage; none for one without server, and none when a fact is missing, which
   * is then noted for the storage.
   */
  static List<StorageServer> of(Storage storage, ResolvedPlan plan, Findings findings) {
    Storage carrier = storage instanceof LvmStorage lvm ? carrier(lvm, plan) : storage;
    List<String> addresses = StorageAddresses.of(carrier);
    if (addresses.isEmpty()) {
      unknownServer(carrier)
          .ifPresent(fact -> findings.undecided(storage.path(), "storage server of " + fact));
    }
    Set<StorageServer> servers = new LinkedHashSet<>();
    boolean complete = true;
    for (String address : addresses) {
      Optional<StorageServer> server = plan.storageServer(address);
      server.ifPresent(servers::add);
      if (server.isEmpty()) {
        boolean named = IpAddress.tryParse(address).isEmpty();
        findings.undecided(
            storage.path(), (named ? "address of server " : "heads of server ") + address);
        complete = false;
      }
    }
    return complete ? List.copyOf(servers) : List.of();
  }

  // The plan of a volume group that is made by hand does not name its LUN; with one target in the
  // plan there is nothing to choose from. A bare storage ID as base is reported by SHR-014.
  private static Storage carrier(LvmStorage lvm, ResolvedPlan plan) {
    Optional<Storage> named = LvmBase.carriers(lvm, plan).stream().findFirst();
    if (named.isPresent() || !lvm.shared()) {
      return named.orElse(lvm);
    }
    List<Storage> targets =
        plan.storages().stream().filter(IscsiStorage.class::isInstance).toList();
    return targets.size() == 1 ? targets.get(0) : lvm;
  }

  private static Optional<String> unknownServer(Storage storage) {
    if (storage instanceof LvmStorage lvm && lvm.shared()) {
      return Optional.of("volume group " + lvm.vgname());
    }
    return storage instanceof DirStorage dir && dir.shared()
        ? Optional.of("directory " + dir.directory())
        : Optional.empty();
  }
}

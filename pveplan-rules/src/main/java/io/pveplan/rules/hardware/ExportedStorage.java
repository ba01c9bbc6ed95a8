package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.HashSet;
import java.util.Set;

/** The addresses and names that storages of the plan are served from. */
final class ExportedStorage {

  private final Set<String> servers = new HashSet<>();

  private ExportedStorage(ResolvedPlan plan) {
    for (Storage storage : plan.storages()) {
      if (!(storage instanceof PbsStorage) && !(storage instanceof EsxiStorage)) {
        servers.addAll(storage.servers());
      }
    }
    for (StorageServer server : plan.plan().storageServers()) {
      server.addresses().forEach(address -> servers.add(address.toString()));
    }
  }

  static ExportedStorage of(ResolvedPlan plan) {
    return new ExportedStorage(plan);
  }

  /** Whether a storage of the plan lies on this node. */
  boolean from(Node node) {
    return servers.contains(node.name())
        || node.interfaces().stream()
            .flatMap(each -> each.addresses().stream())
            .anyMatch(address -> servers.contains(address.address().address().toString()));
  }
}

package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A server of which the plan tells no more than where a storage finds it.
 *
 * @param kind whether it holds backups only
 * @param places its addresses and names, none of them told before
 */
record OtherServer(ScenarioKind kind, List<String> places) {

  /** These servers of a plan, in the order of its storages. */
  static List<OtherServer> of(ResolvedPlan plan) {
    Set<String> told = new HashSet<>();
    plan.plan().storageServers().forEach(server -> {
      told.add(place(server.name()));
      server.addresses().forEach(address -> told.add(address.toString()));
    });
    plan.plan().backup().stream()
        .flatMap(backup -> backup.servers().stream())
        .forEach(server -> told.add(server.address().toString()));
    List<OtherServer> servers = new ArrayList<>();
    for (Storage storage : plan.storages()) {
      if (!storage.disabled()) {
        List<String> places =
            places(storage).stream().map(OtherServer::place).filter(told::add).toList();
        if (!places.isEmpty()) {
          servers.add(new OtherServer(
              storage instanceof PbsStorage
                  ? ScenarioKind.BACKUP_SERVER
                  : ScenarioKind.STORAGE_SERVER,
              places));
        }
      }
    }
    return List.copyOf(servers);
  }

  /** Where a storage finds its servers; the Ceph cluster on the nodes is none. */
  static List<String> places(Storage storage) {
    if (storage instanceof RbdStorage rbd) {
      return rbd.monitors();
    }
    return storage instanceof CephFsStorage files ? files.monitors() : storage.servers();
  }

  /** An address or name as it is compared. */
  static String place(String server) {
    return IpAddress.tryParse(server)
        .map(IpAddress::toString)
        .orElseGet(() -> server.toLowerCase(Locale.ROOT));
  }

  /** What fails when something that has one of these addresses or names does. */
  static Failed failed(List<String> places) {
    return Failed.NOTHING
        .withPortals(
            places.stream().flatMap(each -> IpAddress.tryParse(each).stream()).toList())
        .withServers(
            places.stream().filter(each -> IpAddress.tryParse(each).isEmpty()).toList());
  }

  Scenario scenario() {
    return new Scenario(kind, String.join("+", places), failed(places));
  }
}

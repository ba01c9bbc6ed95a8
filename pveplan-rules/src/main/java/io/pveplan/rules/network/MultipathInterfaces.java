package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiPaths;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The interfaces that stand in for each other on the way to an iSCSI target. */
final class MultipathInterfaces {

  private MultipathInterfaces() {}

  /** Names of the interfaces of each node over which a target has a second way. */
  static Map<String, Set<String>> byNode(ResolvedPlan plan) {
    Map<String, Set<String>> interfaces = new HashMap<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi) {
        for (String node : plan.reach().nodesOf(iscsi.id())) {
          IscsiPaths paths = plan.lunPaths(node, iscsi);
          if (paths.count() > 1) {
            interfaces.computeIfAbsent(node, key -> new HashSet<>()).addAll(paths.interfaces());
          }
        }
      }
    }
    return interfaces;
  }
}

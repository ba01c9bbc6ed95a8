package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports a storage on a ZFS pool or LVM thin pool that a node does not make, though it makes others
 * of the kind. A node whose pools the plan does not tell has them already; those that an installation
 * makes are there too.
 */
@RuleInfo(
    id = "LOC-042",
    severity = Severity.WARNING,
    summary = "The pool of a storage is made on none or not on all of its nodes",
    why = """
        The storage is defined for the cluster and stays inactive on a node without the pool: no \
        guest with a disk there starts, moves or is copied to it.""",
    remedy =
        "Name the pool in the storage as the nodes make it, make it there, or take the node out of the storage.",
    sources = "pve-storage: src/PVE/Storage/ZFSPoolPlugin.pm, LvmThinPlugin.pm, activate_storage",
    since = "0.1")
final class PoolOfStorageMissing implements Rule {

  // proxmox-installer, Proxmox/Install.pm: the pool of a system on ZFS, the thin pool of one on
  // LVM.
  private static final String SYSTEM_POOL = "rpool";
  private static final String SYSTEM_THIN_POOL = "pve/data";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (!storage.disabled()
          && (storage instanceof ZfsPoolStorage || storage instanceof LvmThinStorage)) {
        check(storage, plan, findings);
      }
    }
  }

  private static void check(Storage storage, ResolvedPlan plan, Findings findings) {
    Map<String, List<String>> made = new TreeMap<>();
    for (String name : plan.reach().nodesOf(storage.id())) {
      Node node = plan.node(name).orElseThrow();
      List<String> pools = pools(storage, node);
      if (!pools.isEmpty()) {
        findings.looksAt(storage.path());
        if (!pools.contains(pool(storage)) && !ofSystem(storage)) {
          made.put(name, pools);
        }
      }
    }
    if (!made.isEmpty()) {
      findings
          .on(storage.path())
          .says("storage %s lies on %s, and %s", storage.id(), pool(storage), told(made))
          .because("pool", pool(storage))
          .because("nodes", made)
          .declaredAt(storage.declaredAt());
    }
  }

  private static String told(Map<String, List<String>> made) {
    Map.Entry<String, List<String>> first = made.entrySet().iterator().next();
    String others =
        made.size() > 1 ? "; nodes that lack it: " + String.join(", ", made.keySet()) : "";
    return first.getKey() + " makes " + String.join(", ", first.getValue()) + others;
  }

  private static String pool(Storage storage) {
    return storage instanceof LvmThinStorage thin ? thin.pool() : ((ZfsPoolStorage) storage).root();
  }

  private static boolean ofSystem(Storage storage) {
    return pool(storage).equals(storage instanceof LvmThinStorage ? SYSTEM_THIN_POOL : SYSTEM_POOL);
  }

  /** Pools of the kind that a node makes. */
  private static List<String> pools(Storage storage, Node node) {
    return storage instanceof LvmThinStorage
        ? node.lvmThinPools().stream()
            .map(it -> it.vgname() + "/" + it.thinPool())
            .toList()
        : node.zfsPools().stream().map(ZfsPool::name).toList();
  }
}

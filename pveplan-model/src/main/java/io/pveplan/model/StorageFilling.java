package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the storages that exist without being declared: {@code local}, and one for each Ceph pool
 * that wants it.
 */
final class StorageFilling {

  private StorageFilling() {}

  static List<Storage> fill(ClusterPlan plan, Defaults defaults) {
    Set<String> declared = new HashSet<>();
    plan.storages().forEach(storage -> declared.add(storage.id()));
    List<Storage> all = new ArrayList<>();
    if (declared.add("local")) {
      all.add(local(defaults));
    }
    all.addAll(plan.storages());
    for (CephPool pool : plan.ceph().map(Ceph::pools).orElse(List.of())) {
      if (pool.addStorages() && declared.add(pool.name())) {
        all.add(rbd(pool, defaults));
      }
    }
    return all;
  }

  private static Storage local(Defaults defaults) {
    defaults.note(
        PlanPath.of("storage", "local"), "path", "/var/lib/vz", "pve-storage, Storage/Plugin.pm");
    return DirStorage.builder()
        .id("local")
        .directory("/var/lib/vz")
        .addContent(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP)
        .build();
  }

  private static Storage rbd(CephPool pool, Defaults defaults) {
    defaults.note(
        PlanPath.of("storage", pool.name()),
        "pool",
        pool.name(),
        "pve-manager, PVE/API2/Ceph/Pool.pm (add_storages)");
    return RbdStorage.builder()
        .id(pool.name())
        .pool(pool.name())
        .addContent(ContentType.IMAGES, ContentType.ROOTDIR)
        .declaredAt(pool.declaredAt())
        .build();
  }
}

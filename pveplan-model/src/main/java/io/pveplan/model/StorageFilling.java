package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.storage.CephFsStorage;
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
 * and file system that wants it.
 */
final class StorageFilling {

  private static final List<ContentType> INSTALLER_CONTENT =
      List.of(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP);

  private StorageFilling() {}

  static List<Storage> fill(ClusterPlan plan, Defaults defaults) {
    Set<String> declared = new HashSet<>();
    plan.storages().forEach(storage -> declared.add(storage.id()));
    List<Storage> all = new ArrayList<>();
    if (declared.add("local")) {
      all.add(local(defaults));
    }
    plan.storages().forEach(storage -> all.add(withInstallerContent(storage, defaults)));
    for (CephPool pool : plan.ceph().map(Ceph::pools).orElse(List.of())) {
      if (pool.addStorages() && declared.add(pool.name())) {
        all.add(rbd(pool, defaults));
      }
    }
    for (CephFileSystem fs : plan.ceph().map(Ceph::fileSystems).orElse(List.of())) {
      if (fs.addStorage() && declared.add(fs.name())) {
        all.add(cephFs(fs, defaults));
      }
    }
    return all;
  }

  // What the installer gives local, not what the plugin of directories would.
  private static Storage withInstallerContent(Storage storage, Defaults defaults) {
    if (!(storage instanceof DirStorage local)
        || !storage.id().equals("local")
        || !storage.content().isEmpty()) {
      return storage;
    }
    defaults.note(storage.path(), "content", INSTALLER_CONTENT, "the installer of Proxmox VE");
    return DirStorage.builder().from(local).addAllContent(INSTALLER_CONTENT).build();
  }

  private static Storage local(Defaults defaults) {
    defaults.note(
        PlanPath.of("storage", "local"), "path", "/var/lib/vz", "pve-storage, Storage/Plugin.pm");
    return DirStorage.builder()
        .id("local")
        .directory("/var/lib/vz")
        .addAllContent(INSTALLER_CONTENT)
        .build();
  }

  private static Storage rbd(CephPool pool, Defaults defaults) {
    List<String> pools = pool.poolNames();
    defaults.note(
        PlanPath.of("storage", pool.name()),
        "pool",
        pools.get(0),
        "pve-manager, PVE/API2/Ceph/Pool.pm (add_storages)");
    return RbdStorage.builder()
        .id(pool.name())
        .pool(pools.get(0))
        .dataPool(pools.stream().skip(1).findFirst())
        .addContent(ContentType.IMAGES, ContentType.ROOTDIR)
        .declaredAt(pool.declaredAt())
        .build();
  }

  private static Storage cephFs(CephFileSystem fs, Defaults defaults) {
    defaults.note(
        PlanPath.of("storage", fs.name()),
        "fileSystem",
        fs.name(),
        "pve-manager, PVE/API2/Ceph/FS.pm (add-storage)");
    return CephFsStorage.builder()
        .id(fs.name())
        .fileSystem(fs.name())
        .addContent(ContentType.BACKUP, ContentType.ISO, ContentType.VZTMPL)
        .declaredAt(fs.declaredAt())
        .build();
  }
}

package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import java.util.List;

/** Fills in what {@code pveceph} takes for pools and file systems that say less. */
final class CephFilling {

  private static final String POOL = "pve-manager, PVE/API2/Ceph/Pool.pm";
  private static final String FILE_SYSTEM = "pve-manager, PVE/API2/Ceph/FS.pm";
  private static final int PLACEMENT_GROUPS = 128;

  private CephFilling() {}

  static Ceph fill(Ceph ceph, Defaults defaults) {
    List<CephPool> pools =
        ceph.pools().stream().map(pool -> pool(pool, defaults)).toList();
    List<CephFileSystem> fileSystems =
        ceph.fileSystems().stream().map(fs -> fileSystem(fs, defaults)).toList();
    return Ceph.builder().from(ceph).pools(pools).fileSystems(fileSystems).build();
  }

  private static CephPool pool(CephPool pool, Defaults defaults) {
    CephPool.Builder filled = CephPool.builder().from(pool);
    if (pool.size().isEmpty()) {
      filled.size(defaults.note(pool.path(), "size", 3, POOL));
    }
    if (pool.minSize().isEmpty()) {
      // pveceph gives each pool 2, and Ceph refuses that of a pool of one copy.
      filled.minSize(
          defaults.note(pool.path(), "minSize", Math.min(2, pool.size().orElse(3)), POOL));
    }
    if (pool.pgNum().isEmpty()) {
      filled.pgNum(defaults.note(pool.path(), "pgNum", PLACEMENT_GROUPS, POOL));
    }
    return filled.build();
  }

  private static CephFileSystem fileSystem(CephFileSystem fs, Defaults defaults) {
    return fs.pgNum().isPresent()
        ? fs
        : CephFileSystem.builder()
            .from(fs)
            .pgNum(defaults.note(fs.path(), "pgNum", PLACEMENT_GROUPS, FILE_SYSTEM))
            .build();
  }
}

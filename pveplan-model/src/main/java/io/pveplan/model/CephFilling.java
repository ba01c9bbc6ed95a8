package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.cluster.PackageRepository;
import java.util.List;
import java.util.Optional;

/** Fills in what {@code pveceph} takes for pools and file systems that say less. */
final class CephFilling {

  private static final String POOL = "pve-manager, PVE/API2/Ceph/Pool.pm";
  private static final String FILE_SYSTEM = "pve-manager, PVE/API2/Ceph/FS.pm";
  private static final int PLACEMENT_GROUPS = 128;

  private CephFilling() {}

  static Ceph fill(Ceph ceph, Optional<PackageRepository> ofNodes, Defaults defaults) {
    List<CephPool> pools =
        ceph.pools().stream().map(pool -> pool(pool, defaults)).toList();
    List<CephFileSystem> fileSystems =
        ceph.fileSystems().stream().map(fs -> fileSystem(fs, defaults)).toList();
    Ceph.Builder filled = Ceph.builder().from(ceph).pools(pools).fileSystems(fileSystems);
    if (ceph.repository().isEmpty()) {
      ofNodes.ifPresent(it -> filled.repository(
          defaults.note(ceph.path(), "repository", repository(it), "pveplan: that of the nodes")));
    }
    return filled.build();
  }

  // A node without a subscription is refused the packages of the enterprise one.
  private static CephRepository repository(PackageRepository ofNodes) {
    return switch (ofNodes) {
      case ENTERPRISE -> CephRepository.ENTERPRISE;
      case NO_SUBSCRIPTION -> CephRepository.NO_SUBSCRIPTION;
      case TEST -> CephRepository.TEST;
    };
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

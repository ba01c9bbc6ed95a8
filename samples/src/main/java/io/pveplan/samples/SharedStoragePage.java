package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiPaths;
import io.pveplan.model.storage.LunId;
import java.util.List;

/** What docs/shared-storage.md shows besides {@link SanCluster}; a test compares it with the page. */
final class SharedStoragePage {

  private SharedStoragePage() {}

  /** A target with one portal, on which Proxmox VE makes the volume group itself. */
  static ClusterPlan onePath() {
    return cluster("lab", c -> {
      var san = c.network("san", "10.0.20.0/24", net -> {});
      c.nodes(List.of(11, 12), host -> "pve" + host, (n, host) -> n.nic("eno1", san.host(host)));
      c.storage(
          iscsi("san", "10.0.20.50", "iqn.2024-02.net.example:san.lab"),
          s -> s.content(ContentType.NONE));
      c.storage(
          lvm("san-lvm", "vg_lab"),
          s -> s.base("san:0.0.1.scsi-360000000000000000e00000000010009").shared());
    });
  }

  /** How the page asks for the paths to a LUN. */
  static boolean distinct(ClusterPlan plan) {
    IscsiPaths paths = ResolvedPlan.of(plan).iscsiPaths("pve1", new LunId("san", 1));
    System.out.println(paths.all());
    return paths.mostDistinct().filter(IscsiPaths.Pair::distinct).isPresent();
  }
}

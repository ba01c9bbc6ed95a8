package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;

/** The plan that docs/local-storage.md shows; a test compares it with the page. */
final class LocalStoragePage {

  private static final List<String> DISKS = List.of(
      "/dev/disk/by-id/nvme-EX_1",
      "/dev/disk/by-id/nvme-EX_2",
      "/dev/disk/by-id/nvme-EX_3",
      "/dev/disk/by-id/nvme-EX_4");

  private static final String FAST = "/dev/disk/by-id/nvme-EX_5";

  private LocalStoragePage() {}

  static ClusterPlan plan(String schedule) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", LocalStoragePage::disks);
      var pve2 = c.node("pve2", LocalStoragePage::disks);
      guests(c, pve1, pve2, schedule);
    });
  }

  private static void disks(NodeSpec n) {
    n.hardware(h -> {
      h.memory(gib(128)).disk(FAST, tb(1), DiskKind.NVME);
      DISKS.forEach(disk -> h.disk(disk, tb(2), DiskKind.NVME));
    });
    n.zpool("tank", ZfsRaid.RAID10, DISKS, p -> p.compression(ZfsCompression.ZSTD))
        .lvmThin("vg_fast", "data", FAST)
        .arcMax(gib(16));
  }

  private static void guests(ClusterSpec c, NodeRef pve1, NodeRef pve2, String schedule) {
    var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().blocksize(kib(16)));
    var erp = c.vm(
        100, "erp", v -> v.node(pve1).disk(tank, gib(200)).rpo(minutes(10)).changeRate(mbit(20)));
    c.replicate(erp, pve2, s -> s.schedule(schedule).rate(megabytesPerSecond(100)));
  }
}

package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.ceph.AutoscaleMode.ON;
import static io.pveplan.model.cluster.FailureKind.NODE;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;

/** The plan that docs/ceph.md shows; a test compares it with the page. */
final class CephPage {

  private CephPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      var front = c.network("ceph-public", "10.0.20.0/24", net -> net.carries(CEPH_PUBLIC));
      var back = c.network("ceph-cluster", "10.0.21.0/24", net -> net.carries(CEPH_CLUSTER));
      List.of("a", "b", "c").forEach(name -> c.rack("rack-" + name, "room-" + name));
      pools(c, nodes(c, front, back), front, back);
    });
  }

  private static List<NodeRef> nodes(ClusterSpec c, NetworkRef front, NetworkRef back) {
    return c.nodes(
        List.of("1a", "2b", "3c", "4a", "5b", "6c"),
        name -> "pve" + name,
        (n, name) -> n.hardware(h -> h.rack("rack-" + name.charAt(1))
                .disk("/dev/disk/by-id/nvme-FAST", tb(4), DiskKind.NVME)
                .disk("/dev/disk/by-id/nvme-DB", gb(800), DiskKind.NVME)
                .disk("/dev/disk/by-id/ata-BIG_1", tb(16), DiskKind.HDD)
                .disk("/dev/disk/by-id/ata-BIG_2", tb(16), DiskKind.HDD))
            .nic("eno1", front.host(10 + name.charAt(0) - '0'))
            .nic("eno2", back.host(10 + name.charAt(0) - '0'))
            .osds("/dev/disk/by-id/nvme-FAST")
            .osd("/dev/disk/by-id/ata-BIG_1", s -> s.db("/dev/disk/by-id/nvme-DB", gib(320)))
            .osd("/dev/disk/by-id/ata-BIG_2", s -> s.db("/dev/disk/by-id/nvme-DB", gib(320))));
  }

  private static void pools(ClusterSpec c, List<NodeRef> nodes, NetworkRef front, NetworkRef back) {
    c.ceph(s -> s.release(CephRelease.SQUID)
        .publicNetwork(front)
        .clusterNetwork(back)
        .monitorsOn(nodes.subList(0, 5))
        .managersOn(nodes.subList(0, 3))
        .metadataServersOn(nodes.subList(0, 2))
        .osdMemoryTarget(gib(6)));
    var fast = c.crushRule("fast", FailureDomain.HOST, p -> p.deviceClass("nvme"));
    var big = c.crushRule("big", FailureDomain.RACK, p -> p.deviceClass("hdd"));
    c.cephPool("vms", p -> p.crushRule(fast).autoscale(ON).plannedData(tb(3)));
    c.cephPool(
        "archive",
        p -> p.crushRule(big)
            .erasureCoded(2, 2, e -> e.deviceClass("hdd"))
            .autoscale(ON)
            .plannedData(tb(20)));
    c.cephFs("files", p -> p.crushRule(big).plannedData(tb(5)));
  }
}

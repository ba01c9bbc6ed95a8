package io.pveplan.render.ceph;

import static io.pveplan.dsl.Pveplan.cephFsStorage;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.fromFile;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.mib;
import static io.pveplan.dsl.Pveplan.rbd;
import static io.pveplan.dsl.Pveplan.tb;
import static io.pveplan.dsl.Pveplan.tib;
import static io.pveplan.model.Traffic.CEPH_CLUSTER;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.RackRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plans with Ceph. */
final class CephCases {

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>(Map.of(
      "plain", of(CephCases::plain), "racks", of(CephCases::racks), "bare", of(CephCases::bare)));

  private CephCases() {}

  static ResolvedPlan of(String name) {
    return ALL.get(name);
  }

  static ResolvedPlan of(Consumer<ClusterSpec> block) {
    return ResolvedPlan.of(cluster("lab", block));
  }

  private static void plain(ClusterSpec c) {
    var front = c.network("front", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
    var back = c.network("back", "10.20.3.0/24", net -> net.carries(CEPH_CLUSTER));
    var nodes = c.nodes(
        List.of(1, 2, 3),
        number -> "pve" + number,
        (n, number) -> n.hardware(h -> h.disk("/dev/disk/by-id/nvme-A", tb(4), DiskKind.NVME)
                .disk("/dev/disk/by-id/nvme-B", tb(4), DiskKind.NVME))
            .nic("eno1", front.host(10 + number))
            .nic("eno2", back.host(10 + number))
            .osds("/dev/disk/by-id/nvme-A", "/dev/disk/by-id/nvme-B"));
    c.ceph(s -> s.publicNetwork(front).clusterNetwork(back).monitorsOn(nodes).managersOn(nodes));
    c.cephPool("vms", p -> p.autoscale(AutoscaleMode.ON).plannedData(tb(2)));
  }

  private static void racks(ClusterSpec c) {
    var front = c.network("front", "2001:db8:2::/64", net -> net.carries(CEPH_PUBLIC));
    var racks = List.of(c.rack("r1", "north"), c.rack("r2", "south"), RackRef.named("r3"));
    var nodes = c.nodes(
        List.of(1, 2, 3, 4, 5, 6),
        number -> "pve" + number,
        (n, number) -> n.hardware(h -> h.rack(racks.get((number - 1) / 2))
                .disk("/dev/nvme0n1", tb(4), DiskKind.NVME)
                .disk("/dev/nvme1n1", tb(1), DiskKind.NVME)
                .disk("/dev/sda", tb(8), DiskKind.HDD)
                .disk("/dev/sdb", tb(8), DiskKind.HDD))
            .nic("eno1", front.address("2001:db8:2::1" + number))
            .osd("/dev/nvme0n1", s -> s.perDevice(2))
            .osd(
                "/dev/sda",
                s -> s.db("/dev/nvme1n1", gib(80)).wal("/dev/sdc", mib(1536)).encrypted())
            .osd("/dev/sdb", s -> s.db("/dev/nvme1n1")));
    c.ceph(s -> s.release(CephRelease.TENTACLE)
        .repository(CephRepository.NO_SUBSCRIPTION)
        .withoutCephx()
        .publicNetwork(front)
        .monitorsOn(nodes.subList(1, 3))
        .monitor(nodes.get(0), "2001:db8:2::11")
        .managersOn(nodes.subList(3, 4))
        .metadataServersOn(nodes.subList(0, 2))
        .metadataServer(nodes.get(0), "mds-b")
        .osdMemoryTarget(gib(6)));
    var byRack = c.crushRule("rack-nvme", FailureDomain.RACK, p -> p.deviceClass("nvme"));
    var byHost = c.crushRule("host-hdd", FailureDomain.HOST, p -> p.deviceClass("hdd"));
    c.cephPool(
        "vms",
        p -> p.crushRule(byRack)
            .pgNum(256)
            .pgNumMin(64)
            .targetSize(tib(2))
            .targetRatio(0.8)
            .plannedData(tb(5)));
    c.cephPool(
        "cold",
        p -> p.crushRule(byHost)
            .erasureCoded(
                4,
                2,
                e -> e.deviceClass("hdd").failureDomain(FailureDomain.HOST).minSize(4))
            .pgNum(64));
    c.cephFs("files", p -> p.crushRule(byHost).pgNum(64).activeServers(2).plannedData(tb(6)));
    c.storage(
        rbd("remote", "vms"),
        s -> s.namespace("lab")
            .monitors("10.0.9.1", "10.0.9.2")
            .username("lab")
            .keyring(fromFile("/root/lab.keyring")));
    c.storage(
        cephFsStorage("remote-fs"),
        s -> s.monitors("10.0.9.1")
            .keyring(fromFile("/root/lab.secret"))
            .subdir("/lab")
            .fuse());
  }

  private static void bare(ClusterSpec c) {
    c.node("pve1", n -> n.osds("/dev/sdb"));
    c.node("pve2", n -> {});
    c.ceph(s -> s.locations());
  }
}

package io.pveplan.rules.ceph;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withCeph;
import static io.pveplan.rules.testing.PlanChanges.withCorosync;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class CephFaultsTest extends SingleFaults {

  private static final List<String> NODES = List.of("pve1", "pve2", "pve3");
  private static final String DEVICE = "/dev/disk/by-id/nvme-EX_OSD_";
  private static final String DATABASES = "/dev/disk/by-id/nvme-EX_DB";

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(daemons(), networks(), pools(), disks(), capacity()).flatMap(it -> it);
  }

  private static Stream<Fault> daemons() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "two monitors",
            withCeph(healthy, it -> it.monitors(set("pve1", "pve2"))),
            "CAP-012[cluster/mustSurvive/node]",
            "CEPH-007[ceph]"),
        fault(
            "two monitors in one rack",
            withHardware(healthy, "pve2", it -> it.rack("rack-a")),
            "CAP-010[rack/rack-a]",
            "CEPH-010[rack/rack-a]"),
        fault("one manager", withCeph(healthy, it -> it.managers(set("pve1"))), "CEPH-011[ceph]"),
        fault(
            "a monitor with an address of nobody",
            withCeph(
                healthy,
                it -> it.addMonitorAddress(MonitorAddress.builder()
                    .node("pve1")
                    .address(IpAddress.parse("10.10.20.99"))
                    .build())),
            "CEPH-013[ceph/monitor/pve1]"),
        fault(
            "a release that no Proxmox VE 9 has",
            withCeph(healthy, it -> it.release(CephRelease.QUINCY)),
            "CEPH-045[ceph]"),
        fault("no cephx", withCeph(healthy, it -> it.cephx(false)), "CEPH-046[ceph]"),
        fault(
            "a file system without metadata server",
            withCeph(healthy, it -> it.addFileSystem(files())),
            "CEPH-042[ceph]"),
        fault(
            "a file system whose metadata server is alone",
            withCeph(healthy, it -> it.addFileSystem(files()).addMetadataServer(server("pve1"))),
            "CEPH-043[ceph]"),
        fault(
            "a disk on CephFS",
            withVm(
                withCeph(
                    healthy,
                    it -> it.addFileSystem(files())
                        .addMetadataServers(server("pve1"), server("pve2"))),
                201,
                it -> it.addDisk(GuestDisk.builder()
                    .slot("scsi1")
                    .storage("files")
                    .size(DataSize.gib(8))
                    .build())),
            "CEPH-044[guest/201/scsi1]"),
        fault(
            "another Ceph cluster without key",
            changed(
                healthy,
                it -> it.addStorage(RbdStorage.builder()
                    .id("other")
                    .pool("vms")
                    .addMonitor("10.10.20.91")
                    .build())),
            "CEPH-047[storage/other]"));
  }

  private static Stream<Fault> networks() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "Ceph without cluster network",
            withCeph(healthy, it -> it.clusterNetwork(Optional.empty())),
            "CEPH-016[ceph]"),
        fault(
            "Ceph with one network for both",
            withCeph(healthy, it -> it.clusterNetwork("ceph-public")),
            "CEPH-016[ceph]"),
        fault(
            "a cluster network where no node is",
            withCeph(healthy, it -> it.clusterNetwork("oob")),
            "CEPH-014[node/pve1]",
            "CEPH-014[node/pve2]",
            "CEPH-014[node/pve3]",
            "CAP-014[ceph/class/nvme] undecided"),
        fault(
            "a cluster network without a public one",
            withCeph(healthy, it -> it.publicNetwork(Optional.empty())),
            "CEPH-015[ceph]",
            "CEPH-016[ceph] undecided"),
        fault(
            "slow cards",
            slowCards(healthy),
            "CEPH-017[node/pve1/bond3]",
            "NET-047[cable/pve1/enp7s0]",
            "NET-047[cable/pve1/enp8s0]"),
        fault(
            "Corosync in the network of Ceph",
            withCorosync(
                healthy,
                it -> it.links(healthy.corosync().orElseThrow().links().stream()
                    .map(link -> link.number() == 0
                        ? CorosyncLink.builder()
                            .from(link)
                            .network("ceph-public")
                            .build()
                        : link)
                    .toList())),
            "CEPH-018[corosync/link0]",
            "CLU-027[corosync/link0]",
            "CLU-030[node/pve1/bond3]",
            "CLU-030[node/pve2/bond3]",
            "CLU-030[node/pve3/bond3]"));
  }

  private static Stream<Fault> pools() {
    return Stream.of(
        fault("four copies", withPool(it -> it.size(4)), "CEPH-001[ceph/pool/vm-disks]"),
        fault("min_size 1", withPool(it -> it.minSize(1)), "CEPH-005[ceph/pool/vm-disks]"),
        fault(
            "two copies",
            withPool(it -> it.size(2)),
            "CAP-012[cluster/mustSurvive/node]",
            "CEPH-006[ceph/pool/vm-disks]"),
        fault(
            "more chunks than nodes",
            withCeph(threeNodes(), it -> it.addPool(coded(2, 2))),
            "CEPH-030[ceph/pool/cold-data]"),
        fault(
            "as many chunks as nodes",
            withCeph(threeNodes(), it -> it.addPool(coded(2, 1))),
            "CEPH-031[ceph/pool/cold-data]"),
        fault(
            "a storage on chunks",
            changed(
                withCeph(threeNodes(), it -> it.addPool(coded(2, 1))),
                it -> it.addStorage(
                    RbdStorage.builder().id("cold-disks").pool("cold-data").build())),
            "CEPH-031[ceph/pool/cold-data]",
            "CEPH-033[storage/cold-disks]"),
        fault(
            "a number of groups that is no power of two",
            withPool(it -> it.pgNum(300).autoscale(AutoscaleMode.OFF)),
            "CEPH-034[ceph/pool/vm-disks]"),
        fault(
            "an autoscaler of which nothing is said",
            withPool(it -> it.pgNum(512).autoscale(Optional.empty())),
            "CEPH-035[ceph/pool/vm-disks]"),
        fault(
            "no goal to survive and no node to spare",
            changed(threeNodes(), it -> it.mustSurvive(List.of())),
            "CEPH-039[ceph/pool/vm-disks]"));
  }

  private static Stream<Fault> disks() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "a node without OSDs",
            withNode(healthy, "pve3", it -> it.osds(List.of())),
            "CEPH-001[ceph/pool/vm-disks]",
            "CEPH-002[ceph/pool/vm-disks]",
            "CEPH-020[ceph]"),
        fault(
            "a node with an OSD less",
            withNode(healthy, "pve3", it -> it.osds(node("pve3").osds().subList(0, 3))),
            "CEPH-020[ceph/class/nvme]",
            "CEPH-020[ceph]"),
        fault(
            "rotating disks",
            withKinds(healthy, NODES, 4, DiskKind.HDD),
            "CEPH-021[ceph/pool/vm-disks]",
            "NODE-016[node/pve1] undecided",
            "NODE-016[node/pve2] undecided",
            "NODE-016[node/pve3] undecided"),
        fault(
            "rotating disks beside others",
            withKinds(healthy, NODES, 1, DiskKind.HDD),
            "CEPH-021[ceph/pool/vm-disks]",
            "CEPH-040[ceph/pool/vm-disks]",
            "NODE-016[node/pve1] undecided",
            "NODE-016[node/pve2] undecided",
            "NODE-016[node/pve3] undecided"),
        fault(
            "little memory",
            withHardware(healthy, "pve3", it -> it.memory(DataSize.gib(48))),
            "CEPH-022[node/pve3]",
            "CAP-001[node/pve3]",
            "CAP-002[node/pve3]",
            "CAP-003[node/pve3]",
            "CAP-012[cluster/mustSurvive/node]",
            "CAP-015[cluster]",
            "MIG-028[migration/200/pve3]"),
        fault(
            "few threads",
            withHardware(
                healthy,
                "pve3",
                it -> it.cpu(Cpu.builder()
                    .from(node("pve3").hardware().orElseThrow().cpu().orElseThrow())
                    .threads(16)
                    .build())),
            "CEPH-023[node/pve3]"),
        fault(
            "a small device for databases",
            withDatabases(healthy, "pve3", DataSize.gb(300), 1),
            "CEPH-025[node/pve3/" + DATABASES + "]"),
        fault(
            "a device for databases whose loss fills the others",
            withDatabases(
                withPool(it -> it.plannedData(DataSize.tb(7))), "pve3", DataSize.tb(2), 2),
            "CEPH-026[node/pve3/" + DATABASES + "]"),
        fault(
            "two OSDs on each SSD",
            twoOnEach(healthy),
            "CEPH-027[node/pve1/osd/" + DEVICE + "1]",
            "CEPH-027[node/pve2/osd/" + DEVICE + "1]",
            "CEPH-027[node/pve3/osd/" + DEVICE + "1]",
            "NODE-016[node/pve1] undecided",
            "NODE-016[node/pve2] undecided",
            "NODE-016[node/pve3] undecided"));
  }

  private static Stream<Fault> capacity() {
    return Stream.of(
        fault(
            "data that a lost disk brings above nearfull",
            withPool(it -> it.plannedData(DataSize.tb(11))),
            "CEPH-038[ceph/class/nvme]"),
        fault(
            "data above nearfull",
            withPool(it -> it.plannedData(DataSize.tb(14))),
            "CEPH-036[ceph/class/nvme]",
            "CEPH-038[ceph/class/nvme]"),
        fault(
            "data above full",
            withPool(it -> it.plannedData(DataSize.tb(16))),
            "CEPH-037[ceph/class/nvme]",
            "CEPH-038[ceph/class/nvme]"));
  }

  private static ClusterPlan withPool(UnaryOperator<CephPool.Builder> change) {
    return withCeph(
        threeNodes(),
        it -> it.pools(
            List.of(change.apply(CephPool.builder().from(ceph().pools().get(0))).build())));
  }

  private static Ceph ceph() {
    return threeNodes().ceph().orElseThrow();
  }

  private static Node node(String name) {
    return threeNodes().nodes().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CephPool coded(int dataChunks, int codingChunks) {
    return CephPool.builder()
        .name("cold")
        .erasureCode(ErasureCode.builder()
            .dataChunks(dataChunks)
            .codingChunks(codingChunks)
            .build())
        .autoscale(AutoscaleMode.ON)
        .plannedData(DataSize.tb(1))
        .addStorages(false)
        .build();
  }

  private static CephFileSystem files() {
    return CephFileSystem.builder().name("files").plannedData(DataSize.tb(1)).build();
  }

  private static MetadataServer server(String node) {
    return MetadataServer.builder().node(node).build();
  }

  private static ClusterPlan slowCards(ClusterPlan plan) {
    ClusterPlan changed = plan;
    for (String card : List.of("enp7s0", "enp8s0")) {
      changed = withInterface(
          changed,
          "pve1",
          card,
          it -> Nic.builder().from((Nic) it).speed(DataRate.gbit(10)).build());
    }
    return changed;
  }

  private static ClusterPlan withKinds(
      ClusterPlan plan, List<String> nodes, int disks, DiskKind kind) {
    ClusterPlan changed = plan;
    for (String node : nodes) {
      changed = withHardware(
          changed,
          node,
          it -> it.disks(node(node).hardware().orElseThrow().disks().stream()
              .map(disk ->
                  disk.device().startsWith(DEVICE) && disk.device().compareTo(DEVICE + disks) <= 0
                      ? Disk.builder().from(disk).diskKind(kind).build()
                      : disk)
              .toList()));
    }
    return changed;
  }

  private static ClusterPlan withDatabases(
      ClusterPlan plan, String node, DataSize size, int number) {
    ClusterPlan changed = withHardware(
        plan,
        node,
        it -> it.addDisk(Disk.builder()
            .device(DATABASES)
            .size(size)
            .diskKind(DiskKind.NVME)
            .powerLossProtection(true)
            .build()));
    return withNode(
        changed,
        node,
        it -> it.osds(node(node).osds().stream()
            .map(osd -> osd.device().compareTo(DEVICE + number) <= 0
                ? Osd.builder().from(osd).dbDevice(DATABASES).build()
                : osd)
            .toList()));
  }

  private static ClusterPlan twoOnEach(ClusterPlan plan) {
    ClusterPlan changed = withKinds(plan, NODES, 1, DiskKind.SSD);
    for (String node : NODES) {
      changed = withNode(
          changed,
          node,
          it -> it.osds(node(node).osds().stream()
              .map(osd -> osd.device().equals(DEVICE + 1)
                  ? Osd.builder().from(osd).deviceClass("nvme").osdsPerDevice(2).build()
                  : osd)
              .toList()));
    }
    return changed;
  }

  private static SortedSet<String> set(String... names) {
    return new TreeSet<>(List.of(names));
  }
}

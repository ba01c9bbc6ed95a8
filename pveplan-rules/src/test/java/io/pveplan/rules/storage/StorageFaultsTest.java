package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.hours;
import static io.pveplan.dsl.Pveplan.minutes;
import static io.pveplan.rules.HealthyPlans.oneNode;
import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withStorage;
import static io.pveplan.rules.testing.PlanChanges.withStorageServer;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class StorageFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "a disk of a replicated guest in a directory",
            withVm(
                changed(
                    threeNodes(),
                    it -> it.addStorage(
                        DirStorage.builder().id("files").directory("/srv/files").build())),
                220,
                it -> it.addDisk(GuestDisk.builder()
                    .slot("scsi1")
                    .storage("files")
                    .size(DataSize.gib(8))
                    .build())),
            "LOC-024[guest/220/scsi1]"),
        fault(
            "a job for a guest with nothing to copy",
            withVm(
                threeNodes(),
                220,
                it -> it.disks(it.build().disks().stream()
                    .map(disk -> GuestDisk.builder().from(disk).replicate(false).build())
                    .toList())),
            "LOC-025[replication/220-0]"),
        fault(
            "a schedule of a month",
            withJob(it -> it.schedule(CalendarEvent.parse("monthly"))),
            "LOC-030[replication/220-0]",
            "LOC-034[guest/220]"),
        fault(
            "a guest that changes more than its job copies",
            withVm(threeNodes(), 220, it -> it.changeRate(DataRate.mbit(801)).rpo(hours(9))),
            "LOC-036[replication/220-0]"),
        fault(
            "a disk on a storage that its node does not have",
            onlyOn("pve2", "pve3"),
            "LOC-006[guest/220/scsi0]"),
        fault(
            "a replication target that does not have the storage",
            onlyOn("pve1", "pve3"),
            "LOC-031[replication/220-0]"),
        fault(
            "VM disks on a pool with parity",
            withPool(fourDataDisks(), it -> it.raid(ZfsRaid.RAIDZ).devices(dataDisks())),
            "LOC-013[node/pve1/tank]",
            "LOC-015[storage/tank-vm]"),
        fault(
            "a RAIDZ2 of four disks",
            withPool(fourDataDisks(), it -> it.raid(ZfsRaid.RAIDZ2).devices(dataDisks())),
            "LOC-013[node/pve1/tank]",
            "LOC-014[node/pve1/tank]",
            "LOC-015[storage/tank-vm]"),
        fault(
            "a pool that writes smaller sectors than its disks have",
            withPool(
                withHardware(
                    threeNodes(),
                    "pve1",
                    it -> it.disks(it.build().disks().stream()
                        .map(disk -> Disk.builder()
                            .from(disk)
                            .sectorSize(DataSize.kib(4))
                            .build())
                        .toList())),
                it -> it.ashift(9)),
            "LOC-017[node/pve1/tank]"),
        fault(
            "a node with ZFS and little memory",
            withVm(
                withHardware(oneNode(), "pve1", it -> it.memory(DataSize.gib(7))),
                100,
                it -> it.memory(DataSize.gib(1))),
            "CAP-001[node/pve1]",
            "CAP-002[node/pve1]",
            "CEPH-022[node/pve1]",
            "LOC-018[node/pve1]",
            "LOC-019[node/pve1]"),
        fault(
            "a log device larger than half of the memory",
            withPool(
                withHardware(
                    threeNodes(), "pve1", it -> it.addDisk(disk("nvme-EX_LOG", DataSize.gb(400)))),
                it -> it.addLog("/dev/disk/by-id/nvme-EX_LOG")),
            "LOC-021[node/pve1/tank//dev/disk/by-id/nvme-EX_LOG]"),
        fault(
            "replication without network",
            changed(
                threeNodes(),
                it -> it.datacenter(Datacenter.builder()
                    .from(threeNodes().datacenter().orElseThrow())
                    .migration(Optional.empty())
                    .replication(Optional.empty())
                    .build())),
            "LOC-035[cluster/replication]",
            "MIG-013[cluster/migration]"),
        fault("swap space on a pool", withPool(it -> it.swap(true)), "LOC-022[node/pve1/tank]"),
        fault(
            "a special device without mirror",
            withPool(it -> it.addSpecial("/dev/disk/by-id/nvme-EX_SPECIAL")),
            "LOC-020[node/pve1/tank]"),
        fault(
            "an encrypted pool below a replicated disk",
            withPool(it -> it.encrypted(true)),
            "LOC-023[replication/220-0]"),
        fault(
            "a ZFS cache of 1 GiB",
            withNode(threeNodes(), "pve1", it -> it.arcMax(DataSize.gib(1))),
            "LOC-018[node/pve1]"),
        fault(
            "a guest that may lose less than a gap of its replication",
            withVm(threeNodes(), 220, it -> it.rpo(minutes(14))),
            "LOC-034[guest/220]"),
        fault(
            "ISO images on a ZFS pool",
            withStorage(
                threeNodes(),
                "tank-vm",
                it -> ZfsPoolStorage.builder()
                    .from((ZfsPoolStorage) it)
                    .addContent(ContentType.IMAGES, ContentType.ISO)
                    .build()),
            "LOC-003[storage/tank-vm]"),
        fault(
            "a directory of each node that is marked as shared",
            changed(
                threeNodes(),
                it -> it.addStorages(DirStorage.builder()
                    .id("more")
                    .directory("/var/lib/vz/more")
                    .shared(true)
                    .build())),
            "LOC-008[storage/more]"),
        fault(
            "snapshots of a disk in raw on NFS",
            withVm(threeNodes(), 201, it -> it.snapshots(true)),
            "SHR-007[guest/201]"),
        fault(
            "a volume chain",
            withStorage(
                threeNodes(),
                "san-lvm",
                it -> LvmStorage.builder()
                    .from((LvmStorage) it)
                    .snapshotAsVolumeChain(true)
                    .build()),
            "SHR-010[storage/san-lvm]"),
        fault(
            "a volume chain on Proxmox VE 8.4, and that after its last updates",
            withStorage(
                changed(
                    oneNode(),
                    it -> it.target(ProductVersion.PVE_8_4)
                        .goLive(LocalDate.of(2026, 9, 1))
                        .addStorage(DirStorage.builder()
                            .id("files")
                            .directory("/srv/files")
                            .build())),
                "files",
                it -> DirStorage.builder()
                    .from((DirStorage) it)
                    .format(DiskFormat.QCOW2)
                    .snapshotAsVolumeChain(true)
                    .build()),
            "NODE-024[node/pve1]",
            "NODE-025[cluster]",
            "SHR-008[storage/files]"),
        fault(
            "a volume group on a LUN that is not shared",
            withStorage(
                threeNodes(),
                "san-lvm",
                it -> LvmStorage.builder()
                    .from((LvmStorage) it)
                    .base("san:0.0.1.dm-uuid-mpath-36000")
                    .shared(false)
                    .build()),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-001[ha/resource/200]",
            "SHR-016[storage/san-lvm]"),
        fault(
            "an export over both addresses of its server",
            changed(
                withStorageServer(
                    threeNodes(), "nas", it -> it.addAddress(IpAddress.parse("172.20.50.7"))),
                it -> it.addStorage(NfsStorage.builder()
                    .from((NfsStorage) threeNodes().storages().stream()
                        .filter(storage -> storage.id().equals("nas"))
                        .findFirst()
                        .orElseThrow())
                    .id("nas2")
                    .server("172.20.50.7")
                    .build())),
            "SHR-020[storage/nas2]"),
        fault(
            "snapshots of a disk in qcow2 on NFS",
            withStorage(
                withVm(threeNodes(), 201, it -> it.snapshots(true)),
                "nas",
                it -> NfsStorage.builder()
                    .from((NfsStorage) it)
                    .format(DiskFormat.QCOW2)
                    .build()),
            "SHR-006[guest/201/scsi0]"),
        fault(
            "a second storage on a pool",
            changed(
                threeNodes(),
                it -> it.addStorages(
                    ZfsPoolStorage.builder().id("again").pool("tank/vm").build())),
            "LOC-009[storage/again]"),
        fault(
            "a thin pool on the LUN",
            changed(
                threeNodes(),
                it -> it.addStorages(LvmThinStorage.builder()
                    .id("thin")
                    .vgname("vg_cluster")
                    .thinPool("data")
                    .build())),
            "LOC-038[storage/thin]"),
        fault(
            "guests on Btrfs",
            changed(
                threeNodes(),
                it -> it.addStorages(
                    BtrfsStorage.builder().id("fast").directory("/srv/fast").build())),
            "LOC-041[storage/fast]"),
        fault(
            "an NFS server for ISO images by name",
            changed(
                threeNodes(),
                it -> it.addStorages(NfsStorage.builder()
                    .id("isos")
                    .server("nas.example.net")
                    .export("/isos")
                    .addContent(ContentType.ISO)
                    .build())),
            "SHR-002[storage/isos]",
            "SHR-024[storage/isos] undecided",
            "SHR-025[storage/isos] undecided"),
        fault(
            "an NFS server in a network that no node is in",
            changed(
                threeNodes(),
                it -> it.addStorages(NfsStorage.builder()
                    .id("isos")
                    .server("10.10.9.5")
                    .export("/isos")
                    .addContent(ContentType.ISO)
                    .build())),
            "SHR-024[storage/isos]"),
        fault(
            "an ISO image on a storage for snippets",
            withVm(
                changed(
                    threeNodes(),
                    it -> it.addStorage(DirStorage.builder()
                        .id("files")
                        .directory("/srv/files")
                        .addContent(ContentType.SNIPPETS)
                        .build())),
                220,
                it -> it.iso(Volume.parse("files:iso/a.iso"))),
            "LOC-005[guest/220/iso]",
            "CI-023[guest/220/iso]"),
        fault(
            "thin disks that can outgrow their pool",
            withVm(
                threeNodes(),
                220,
                it -> it.disks(it.build().disks().stream()
                    .map(disk ->
                        GuestDisk.builder().from(disk).size(DataSize.tib(40)).build())
                    .toList())),
            "LOC-032[node/pve2/tank]",
            "LOC-037[node/pve1/tank]"),
        fault(
            "a soft mount",
            withStorage(
                threeNodes(),
                "nas",
                it -> NfsStorage.builder().from((NfsStorage) it).options("soft").build()),
            "SHR-003[storage/nas]"),
        fault(
            "LUNs that are offered to guests",
            withStorage(
                threeNodes(),
                "san",
                it -> IscsiStorage.builder()
                    .from((IscsiStorage) it)
                    .content(Set.of())
                    .build()),
            "SHR-026[storage/san]",
            "SHR-013[storage/san] undecided"),
        fault(
            "LUNs that are offered below LVM",
            withStorage(
                withStorage(
                    threeNodes(),
                    "san-lvm",
                    it -> LvmStorage.builder()
                        .from((LvmStorage) it)
                        .base("san:0.0.1.dm-uuid-mpath-36000")
                        .build()),
                "san",
                it -> IscsiStorage.builder()
                    .from((IscsiStorage) it)
                    .content(Set.of())
                    .build()),
            "SHR-013[storage/san]"),
        fault(
            "a base that is on no storage",
            withStorage(
                threeNodes(),
                "san-lvm",
                it -> LvmStorage.builder()
                    .from((LvmStorage) it)
                    .base("sun:0.0.1.scsi-36000")
                    .build()),
            "SHR-015[storage/san-lvm]"),
        fault(
            "a pool of another name than that of the storage",
            withPool(pool -> pool.name("tink")),
            "LOC-042[storage/tank-vm]",
            "LOC-037[node/pve1/tank] undecided",
            "CAP-009[node/pve1/tank] undecided"),
        fault(
            "disks that are not thin on a pool that is smaller",
            withStorage(
                withVm(
                    threeNodes(),
                    220,
                    it -> it.disks(it.build().disks().stream()
                        .map(disk -> GuestDisk.builder()
                            .from(disk)
                            .size(DataSize.tib(40))
                            .build())
                        .toList())),
                "tank-vm",
                it -> ZfsPoolStorage.builder()
                    .from((ZfsPoolStorage) it)
                    .sparse(false)
                    .build()),
            "LOC-032[node/pve2/tank]",
            "LOC-043[node/pve1/tank]"),
        fault(
            "an NFS server without log device",
            withStorageServer(threeNodes(), "nas", it -> it.logDevice(false)),
            "SHR-004[storage/nas]"),
        fault(
            "an NFS server with one head",
            withStorageServer(threeNodes(), "nas", it -> it.heads(1)),
            "SHR-005[storage-server/nas]"),
        fault(
            "an iSCSI server with one head",
            withStorageServer(threeNodes(), "san", it -> it.heads(1)),
            "SHR-005[storage-server/san]"),
        fault(
            "a volume group on a bare storage ID",
            withStorage(
                threeNodes(),
                "san-lvm",
                it -> LvmStorage.builder().from((LvmStorage) it).base("san").build()),
            "SHR-014[storage/san-lvm]"),
        fault(
            "a node that lacks the second way to the target, so that the first is the only one",
            withInterface(
                threeNodes(),
                "pve2",
                "enp11s0",
                it -> Nic.builder().name("enp11s0").build()),
            "SHR-017[storage/san]",
            "NET-025[node/pve2/enp10s0]"),
        fault(
            "both ways to the target over one switch",
            changed(
                threeNodes(),
                it -> it.cables(threeNodes().cables().stream()
                    .map(StorageFaultsTest::overOneSwitch)
                    .toList())),
            "CAP-013[switch/sw1]",
            "SHR-018[storage/san]"),
        fault(
            "a volume group that is made on one path",
            withStorage(
                threeNodes(),
                "san-lvm",
                it -> LvmStorage.builder()
                    .from((LvmStorage) it)
                    .base("san:0.0.1.scsi-35000c50015ea71ac")
                    .build()),
            "SHR-019[storage/san-lvm]"),
        fault(
            "a replacement timeout that is left as it is",
            changed(threeNodes(), it -> it.openIscsi(Optional.empty())),
            "SHR-021[cluster/openIscsi]"),
        fault(
            "an NFS server in the management network",
            withStorage(
                withStorageServer(
                    threeNodes(), "nas", it -> it.addAddress(IpAddress.parse("10.10.0.5"))),
                "nas",
                it -> NfsStorage.builder()
                    .from((NfsStorage) it)
                    .server("10.10.0.5")
                    .build()),
            "SHR-025[storage/nas]",
            "NET-023[network/mgmt]"));
  }

  private static ClusterPlan onlyOn(String... nodes) {
    return withStorage(
        threeNodes(),
        "tank-vm",
        it -> ZfsPoolStorage.builder()
            .from((ZfsPoolStorage) it)
            .nodes(List.of(nodes))
            .build());
  }

  private static ClusterPlan fourDataDisks() {
    return withHardware(
        threeNodes(),
        "pve1",
        it -> it.addDisks(
            disk("nvme-EX_DATA_3", DataSize.tb(2)), disk("nvme-EX_DATA_4", DataSize.tb(2))));
  }

  private static List<String> dataDisks() {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(number -> "/dev/disk/by-id/nvme-EX_DATA_" + number)
        .toList();
  }

  private static Disk disk(String name, DataSize size) {
    return Disk.builder()
        .device("/dev/disk/by-id/" + name)
        .size(size)
        .diskKind(DiskKind.NVME)
        .powerLossProtection(true)
        .build();
  }

  private static ClusterPlan withPool(UnaryOperator<ZfsPool.Builder> change) {
    return withPool(threeNodes(), change);
  }

  private static ClusterPlan withPool(ClusterPlan plan, UnaryOperator<ZfsPool.Builder> change) {
    return withNode(
        plan,
        "pve1",
        it -> it.zfsPools(it.build().zfsPools().stream()
            .map(pool -> change.apply(ZfsPool.builder().from(pool)).build())
            .toList()));
  }

  private static ClusterPlan withJob(UnaryOperator<ReplicationJob.Builder> change) {
    return changed(
        threeNodes(),
        it -> it.replicationJobs(it.build().replicationJobs().stream()
            .map(job -> change.apply(ReplicationJob.builder().from(job)).build())
            .toList()));
  }

  private static Cable overOneSwitch(Cable cable) {
    int free = 40 + Integer.parseInt(cable.port()) / 11;
    return cable.nic().equals(Optional.of("enp11s0"))
        ? Cable.builder()
            .from(cable)
            .switchName("sw1")
            .port(Integer.toString(free))
            .build()
        : cable;
  }
}

package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.minutes;
import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withStorage;
import static io.pveplan.rules.testing.PlanChanges.withStorageServer;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.Optional;
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
            "a guest that may lose less than a gap of its replication",
            withVm(threeNodes(), 220, it -> it.rpo(minutes(14))),
            "LOC-034[guest/220]"),
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

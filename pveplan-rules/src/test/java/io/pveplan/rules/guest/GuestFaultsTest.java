package io.pveplan.rules.guest;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class GuestFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "an HA guest of type host on two CPU models",
            withCpu(ofTypeHost(201), "AMD EPYC 9684X", CpuLevel.V4),
            "GST-011[guest/201]"),
        fault(
            "a device given twice",
            withVm(
                threeNodes(),
                210,
                it -> it.addDevices(
                    GuestDevice.builder()
                        .deviceKind(DeviceKind.PCI)
                        .host("0000:41:00.0")
                        .build(),
                    GuestDevice.builder()
                        .deviceKind(DeviceKind.PCI)
                        .host("0000:41:00.0")
                        .build())),
            "GST-026[guest/210/hostpci1]"),
        fault(
            "a running VM moved without online",
            changed(
                threeNodes(),
                it -> it.migrations(replaced(
                    threeNodes().migrations(),
                    move -> true,
                    move -> Migration.builder().from(move).online(false).build()))),
            "MIG-001[migration/200/pve2]"),
        fault(
            "local disks left behind",
            moving(220, move -> move.online(true)),
            "MIG-002[migration/220/pve2]"),
        fault(
            "a directory of the node left behind",
            changed(
                threeNodes(),
                it -> it.addGuest(container()
                        .addMountPoint(MountPoint.builder()
                            .path("/srv")
                            .source("/tank/srv")
                            .build())
                        .build())
                    .addMigration(
                        Migration.builder().guest(Vmid.of(400)).target("pve2").build())),
            "BCK-014[guest/400]",
            "MIG-006[migration/400/pve2]"),
        fault(
            "local disks moved to a storage for backups",
            moving(220, move -> move.online(true).withLocalDisks(true).targetStorage("pbs1")),
            "MIG-004[migration/220/pve2/scsi0]"),
        fault(
            "no network for migrations",
            changed(
                threeNodes(),
                it -> it.datacenter(Datacenter.builder()
                    .from(threeNodes().datacenter().orElseThrow())
                    .migration(Optional.empty())
                    .build())),
            "MIG-013[cluster/migration]"),
        fault(
            "a VM moved from AMD to Intel",
            withCpu(threeNodes(), "Intel Xeon Gold 6430", CpuLevel.V4),
            "MIG-015[migration/200/pve2]",
            "NODE-008[node/pve2]"),
        fault(
            "a VM moved to an older CPU",
            withCpu(threeNodes(), "AMD Opteron 6380", CpuLevel.V2_AES),
            "GST-010[guest/200]",
            "GST-010[guest/201]",
            "GST-010[guest/210]",
            "NODE-008[node/pve2]"),
        fault(
            "a VM of type host moved to an older CPU",
            withCpu(ofTypeHost(200), "AMD Opteron 6380", CpuLevel.V2_AES),
            "GST-010[guest/201]",
            "GST-010[guest/210]",
            "GST-011[guest/200]",
            "MIG-016[migration/200/pve2]",
            "NODE-008[node/pve2]"),
        fault(
            "a CPU type of another spelling",
            withVm(threeNodes(), 201, it -> it.cpuType("epyc-milan")),
            "GST-009[guest/201]"),
        fault(
            "a VM with more virtual CPUs than its node has",
            withVm(threeNodes(), 230, it -> it.cores(4096)),
            "GST-006[guest/230]",
            "CAP-006[cluster]",
            "CAP-006[node/pve3]",
            "CEPH-023[node/pve3]"),
        fault("two cards with one MAC address", withMac(220), "GST-015[guest/220/net0]"),
        fault(
            "a card with a larger MTU than its bridge",
            withNic(220, it -> it.mtu(9001)),
            "GST-016[guest/220/net0]"),
        fault(
            "an I/O thread at a controller for all disks",
            withVm(
                threeNodes(),
                220,
                it -> it.scsihw(ScsiController.MEGASAS)
                    .disks(disks(220, disk -> disk.iothread(true)))),
            "GST-019[guest/220/scsi0]"),
        fault(
            "Windows 11 without UEFI and TPM",
            withVm(threeNodes(), 220, it -> it.ostype(OsType.WIN11)),
            "GST-020[guest/220]"),
        fault(
            "UEFI without a disk",
            withVm(threeNodes(), 220, it -> it.bios(Bios.OVMF)),
            "GST-021[guest/220]"),
        fault(
            "UEFI on 32 bits",
            withVm(
                threeNodes(),
                220,
                it -> it.bios(Bios.OVMF)
                    .cpuType("kvm32")
                    .efiDisk(EfiDisk.builder().storage("tank-vm").build())),
            "GST-023[guest/220]"),
        fault(
            "a disk with cache mode unsafe",
            withVm(
                threeNodes(),
                220,
                it -> it.disks(disks(220, disk -> disk.cache(DiskCache.UNSAFE)))),
            "GST-027[guest/220/scsi0]"),
        fault(
            "a disk that keeps what its guest frees",
            withVm(threeNodes(), 220, it -> it.disks(disks(220, disk -> disk.discard(false)))),
            "GST-028[guest/220/scsi0]"),
        fault(
            "a VM without CPU type",
            withVm(threeNodes(), 220, it -> it.cpuType(Optional.empty())),
            "GST-012[guest/220]"),
        fault(
            "a VM without agent",
            withVm(threeNodes(), 220, it -> it.agent(false)),
            "GST-029[guest/220]"),
        fault(
            "two guests of one name",
            withVm(threeNodes(), 220, it -> it.name("app01")),
            "GST-005[guest/220]"),
        fault(
            "a privileged container",
            changed(
                threeNodes(), it -> it.addGuest(container().unprivileged(false).build())),
            "GST-030[guest/400]"),
        fault(
            "an old machine type",
            withVm(threeNodes(), 220, it -> it.machine("pc-q35-4.2")),
            "GST-032[guest/220]"),
        fault(
            "a VM that nothing starts",
            withVm(threeNodes(), 220, it -> it.onBoot(false)),
            "GST-033[guest/220]"),
        fault("a VMID outside of the range for new guests", withNextIds(201), "GST-003[guest/200]"),
        fault(
            "a clone beyond local disks of its template",
            withLocalTemplate(),
            "CI-019[guest/210]"));
  }

  private static ClusterPlan ofTypeHost(int vmid) {
    return withVm(threeNodes(), vmid, it -> it.cpuType("host"));
  }

  private static ClusterPlan withCpu(ClusterPlan plan, String model, CpuLevel level) {
    return withHardware(
        plan,
        "pve2",
        it -> it.cpu(
            Cpu.builder().model(model).sockets(1).threads(64).level(level).build()));
  }

  private static ClusterPlan withNextIds(int lower) {
    return changed(
        threeNodes(),
        it -> it.datacenter(Datacenter.builder()
            .from(threeNodes().datacenter().orElseThrow())
            .nextIds(NextIds.builder().lower(lower).build())
            .build()));
  }

  private static Container.Builder container() {
    return Container.builder()
        .vmid(Vmid.of(400))
        .name("box")
        .node("pve1")
        .ostemplate(Volume.parse("nas:vztmpl/debian-13.tar.zst"))
        .rootfs(GuestDisk.builder()
            .slot("rootfs")
            .storage("vm-disks")
            .size(DataSize.gib(4))
            .build())
        .onBoot(true);
  }

  private static Vm vm(int vmid) {
    return (Vm) threeNodes().guests().stream()
        .filter(guest -> guest.vmid().value() == vmid)
        .findFirst()
        .orElseThrow();
  }

  private static List<GuestDisk> disks(int vmid, UnaryOperator<GuestDisk.Builder> change) {
    return vm(vmid).disks().stream()
        .map(disk -> change.apply(GuestDisk.builder().from(disk)).build())
        .toList();
  }

  private static ClusterPlan withNic(int vmid, UnaryOperator<GuestNic.Builder> change) {
    return withNic(threeNodes(), vmid, change);
  }

  private static ClusterPlan withNic(
      ClusterPlan plan, int vmid, UnaryOperator<GuestNic.Builder> change) {
    return withVm(
        plan,
        vmid,
        it -> it.nics(vm(vmid).nics().stream()
            .map(nic -> change.apply(GuestNic.builder().from(nic)).build())
            .toList()));
  }

  private static ClusterPlan withMac(int vmid) {
    MacAddress mac = MacAddress.parse("BC:24:11:00:00:01");
    return withNic(withNic(200, it -> it.mac(mac)), vmid, it -> it.mac(mac));
  }

  private static ClusterPlan moving(int vmid, UnaryOperator<Migration.Builder> change) {
    Migration.Builder move = Migration.builder().guest(Vmid.of(vmid)).target("pve2");
    return changed(threeNodes(), it -> it.addMigration(change.apply(move).build()));
  }

  // Made by bpg, the clone would pass.
  private static ClusterPlan withLocalTemplate() {
    ClusterPlan byHand = changed(threeNodes(), it -> it.terraform(Optional.empty()));
    Vm template = (Vm) byHand.guests().stream()
        .filter(guest -> guest.vmid().value() == 9000)
        .findFirst()
        .orElseThrow();
    GuestDisk local =
        GuestDisk.builder().from(template.disks().get(0)).storage("tank-vm").build();
    return withVm(byHand, 9000, it -> it.disks(List.of(local)));
  }
}

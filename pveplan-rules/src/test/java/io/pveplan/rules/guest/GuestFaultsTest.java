package io.pveplan.rules.guest;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHa;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class GuestFaultsTest extends SingleFaults {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt";

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
            "GST-026[guest/210/hostpci1]",
            "TF-018[guest/210]"),
        fault(
            "a running VM moved without online",
            changed(
                threeNodes(),
                it -> it.migrations(replaced(
                    threeNodes().migrations(),
                    move -> true,
                    move -> Migration.builder().from(move).online(false).build()))),
            "MIG-001[migration/200/pve3]"),
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
            "a move to where the guest is",
            changed(
                threeNodes(),
                it -> it.addMigration(Migration.builder()
                    .guest(Vmid.of(220))
                    .target("pve1")
                    .running(false)
                    .build())),
            "MIG-003[migration/220/pve1]"),
        fault(
            "a container moved online",
            changed(
                threeNodes(),
                it -> it.addGuest(container().build())
                    .addMigration(Migration.builder()
                        .guest(Vmid.of(400))
                        .target("pve2")
                        .online(true)
                        .build())),
            "MIG-005[migration/400/pve2]"),
        fault(
            "a replicated VM moved aside",
            moving(220, "pve3", move -> move.online(true).withLocalDisks(true)),
            "MIG-009[migration/220/pve3]"),
        fault(
            "a local disk with snapshots moved",
            withVm(
                moving(230, "pve1", move -> move.online(true).withLocalDisks(true)),
                230,
                it -> it.snapshots(true).disks(disks(230, disk -> disk.storage("tank-vm")))),
            "MIG-010[migration/230/pve1/scsi0]",
            "MIG-024[migration/230/pve1]"),
        fault(
            "migrations in the clear",
            changed(
                threeNodes(),
                it -> it.datacenter(Datacenter.builder()
                    .from(threeNodes().datacenter().orElseThrow())
                    .migration(MigrationSettings.builder()
                        .network("mgmt")
                        .type(MigrationType.INSECURE)
                        .build())
                    .build())),
            "MIG-014[cluster/migration]"),
        fault(
            "a move to an older release",
            changed(
                threeNodes(),
                it -> it.nodes(replaced(
                    threeNodes().nodes(),
                    node -> true,
                    node -> Node.builder()
                        .from(node)
                        .release(node.name().equals("pve1") ? "9.1" : "9.0")
                        .build()))),
            "MIG-017[migration/200/pve3]",
            "CLU-039[cluster]"),
        fault(
            "a bridge that the target of a move lacks",
            withoutPve3(withNic(
                withNode(
                    withNode(threeNodes(), "pve1", it -> it.addInterfaces(bridge("vmbr9"))),
                    "pve2",
                    it -> it.addInterfaces(bridge("vmbr9"))),
                200,
                nic -> nic.bridge("vmbr9").tag(Optional.empty()))),
            "CAP-012[cluster/mustSurvive/node]",
            "MIG-019[migration/200/pve3]",
            "MIG-027[migration/200/pve3]"),
        fault(
            "a processor that the target of a move is too old for",
            withoutPve3(withCpu(threeNodes(), "AMD Opteron 6380", CpuLevel.V2_AES)),
            "CAP-012[cluster/mustSurvive/node]",
            "GST-010[guest/201]",
            "GST-010[guest/230]",
            "MIG-020[migration/200/pve3]",
            "MIG-027[migration/200/pve3]",
            "NODE-008[node/pve3]"),
        fault(
            "a VM that writes faster than it is copied",
            withVm(threeNodes(), 220, it -> it.dirtyRate(DataRate.gbit(400))),
            "MIG-021[guest/220]"),
        fault(
            "a local image in the drive of a moving VM",
            withVm(
                moving(210, "pve3", move -> move.online(true)),
                210,
                it -> it.iso(Volume.parse("local:iso/a.iso"))),
            "MIG-022[migration/210/pve3/iso]",
            "CI-023[guest/210/iso]"),
        fault(
            "a VM behind SNAT moved online",
            moving(230, "pve1", move -> move.online(true)),
            "MIG-024[migration/230/pve1]"),
        fault(
            "a VM moved to one that HA keeps it apart from",
            changed(
                threeNodes(),
                it -> it.migrations(replaced(
                    threeNodes().migrations(),
                    move -> true,
                    move -> Migration.builder().from(move).target("pve2").build()))),
            "MIG-027[migration/200/pve2]"),
        fault(
            "a VM moved to a node without room for it",
            withVm(threeNodes(), 230, it -> it.memory(DataSize.gib(320))),
            "CAP-003[node/pve3]",
            "CAP-012[cluster/mustSurvive/node]",
            "MIG-028[migration/200/pve3]",
            "NODE-023[node/pve3]"),
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
            "MIG-015[migration/200/pve3]",
            "NODE-008[node/pve3]"),
        fault(
            "a VM moved to an older CPU",
            withCpu(threeNodes(), "AMD Opteron 6380", CpuLevel.V2_AES),
            "CAP-012[cluster/mustSurvive/node]",
            "GST-010[guest/200]",
            "GST-010[guest/201]",
            "GST-010[guest/230]",
            "NODE-008[node/pve3]"),
        fault(
            "a VM of type host moved to an older CPU",
            withCpu(ofTypeHost(200), "AMD Opteron 6380", CpuLevel.V2_AES),
            "CAP-012[cluster/mustSurvive/node]",
            "GST-010[guest/201]",
            "GST-010[guest/230]",
            "GST-011[guest/200]",
            "MIG-016[migration/200/pve3]",
            "NODE-008[node/pve3]"),
        fault(
            "a CPU type of another spelling",
            withVm(threeNodes(), 201, it -> it.cpuType("epyc-milan")),
            "CAP-012[cluster/mustSurvive/node]",
            "GST-009[guest/201]"),
        fault(
            "an older CPU type without flags against Spectre",
            withVm(threeNodes(), 220, it -> it.cpuType("EPYC")),
            "GST-013[guest/220]"),
        fault(
            "a card on a bridge of another node",
            withNic(
                withNode(
                    threeNodes(),
                    "pve2",
                    it -> it.addInterface(Bridge.builder().name("vmbr3").build())),
                220,
                it -> it.bridge("vmbr3")),
            "GST-017[guest/220/net0]"),
        fault(
            "a directory of the node moved in use",
            withVm(
                changed(
                    threeNodes(),
                    it -> it.addDeviceMapping(DeviceMapping.builder()
                        .deviceKind(DeviceKind.DIRECTORY)
                        .id("share")
                        .addDevices(directory("pve1"), directory("pve2"), directory("pve3"))
                        .build())),
                200,
                it -> it.addDevice(GuestDevice.builder()
                    .deviceKind(DeviceKind.DIRECTORY)
                    .mapping("share")
                    .build())),
            "HA-034[ha/resource/200]",
            "MIG-008[migration/200/pve3/virtiofs0]"),
        fault(
            "a linked clone moved without its template",
            withLinkedClone(),
            "MIG-011[migration/210/pve3/scsi0]"),
        fault(
            "a node without address for migrations",
            withInterface(
                threeNodes(),
                "pve2",
                "bond3.30",
                it -> Vlan.builder().from((Vlan) it).addresses(List.of()).build()),
            "MIG-012[cluster/migration/pve2]",
            "HA-025[node/pve2] undecided"),
        fault(
            "cloud-init settings and no disk",
            withCloudInit(
                230, CloudInit.builder().addSshKeys(KEY).build(), it -> it.disks(List.of())),
            "CI-001[guest/230]",
            "LOC-005[guest/230] undecided"),
        fault(
            "an address beside its VNet",
            withCloudInit(
                230,
                CloudInit.builder()
                    .addSshKeys(KEY)
                    .addIpConfigs(address("10.151.10.5/24"))
                    .build(),
                it -> it),
            "CI-006[guest/230/net0]"),
        fault(
            "a document on a storage without snippets",
            withDocument("san-lvm"),
            "CI-007[guest/220/cloud-init/vendor]"),
        fault(
            "a document that a node lacks",
            withDocument("snip"),
            "CI-008[guest/220/cloud-init/vendor]"),
        fault(
            "a file larger than Proxmox VE reads",
            withCloudInit(
                220,
                CloudInit.builder()
                    .addSshKeys(KEY)
                    .addFiles(CloudInitFile.builder()
                        .path("/a")
                        .content("x".repeat(1_048_577))
                        .build())
                    .build(),
                it -> it),
            "CI-009[guest/220/cloud-init]"),
        fault(
            "a login beside user-data",
            withCloudInit(
                220,
                CloudInit.builder()
                    .user("ops")
                    .userData(Volume.parse("nas:snippets/a.yaml"))
                    .build(),
                it -> it),
            "CI-010[guest/220/cloud-init/user]",
            "CI-012[guest/220] undecided"),
        fault(
            "a login without key",
            withCloudInit(220, CloudInit.builder().user("ops").build(), it -> it),
            "CI-012[guest/220]"),
        fault(
            "a cloud image without serial console",
            withVm(threeNodes(), 9000, it -> it.serial0(false)),
            "CI-014[guest/9000]"),
        fault(
            "a cloud image that starts from anything",
            withVm(threeNodes(), 9000, it -> it.boot(List.of())),
            "CI-015[guest/9000]"),
        fault(
            "a cloud image without VirtIO SCSI",
            withVm(threeNodes(), 9000, it -> it.scsihw(ScsiController.PVSCSI)),
            "CI-016[guest/9000/scsi0]"),
        fault(
            "packages for Windows",
            withCloudInit(
                220,
                CloudInit.builder().addSshKeys(KEY).addPackages("nginx").build(),
                it -> it.ostype(OsType.WIN10)),
            "CI-017[guest/220]"),
        fault(
            "a linked clone on another storage",
            withVm(
                threeNodes(),
                210,
                it -> it.clone(
                        Clone.builder().template(Vmid.of(9000)).full(false).build())
                    .disks(disks(210, disk -> disk.storage("nas")))),
            "CI-020[guest/210]"),
        fault(
            "a template that starts with its node",
            withVm(threeNodes(), 9000, it -> it.onBoot(true)),
            "CI-021[guest/9000]"),
        fault(
            "a clone smaller than its template",
            withVm(
                threeNodes(),
                210,
                it -> it.clone(
                        Clone.builder().template(Vmid.of(9000)).full(true).build())
                    .disks(disks(210, disk -> disk.size(DataSize.gib(1))))),
            "CI-022[guest/210/scsi0]"),
        fault(
            "an image without checksum",
            changed(threeNodes(), it -> it.images(List.of())),
            "CI-023[guest/9000/scsi0]"),
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
        fault(
            "two gateways",
            withCloudInit(
                220,
                CloudInit.builder()
                    .addSshKeys(KEY)
                    .addIpConfigs(gateway(0, "10.20.0."), gateway(1, "10.21.0."))
                    .build(),
                it -> it.addNics(
                    GuestNic.builder().bridge("vmbr2").tag(VlanTag.of(120)).build())),
            "GST-036[guest/220]"),
        fault(
            "a VM without a node",
            withVm(threeNodes(), 220, it -> it.node(Optional.empty())),
            "GST-035[guest/220]",
            "CAP-012[cluster/mustSurvive/node] undecided"),
        fault("a VMID outside of the range for new guests", withNextIds(201), "GST-003[guest/200]"),
        fault(
            "a clone beyond local disks of its template",
            withLocalTemplate(),
            "CI-019[guest/210]"));
  }

  private static MappedDevice directory(String node) {
    return MappedDevice.builder().node(node).path("/srv/share").build();
  }

  private static ClusterPlan withLinkedClone() {
    ClusterPlan local = withVm(
        withLocalTemplate(),
        210,
        it -> it.clone(Clone.builder().template(Vmid.of(9000)).full(false).build())
            .node("pve1")
            .disks(disks(210, disk -> disk.storage("tank-vm"))));
    return changed(
        local,
        it -> it.addMigration(Migration.builder()
            .guest(Vmid.of(210))
            .target("pve3")
            .running(false)
            .build()));
  }

  private static ClusterPlan withCloudInit(
      int vmid, CloudInit cloudInit, UnaryOperator<Vm.Builder> more) {
    return withVm(threeNodes(), vmid, it -> more.apply(it.cloudInit(cloudInit)));
  }

  private static ClusterPlan withDocument(String storage) {
    CloudInit cloudInit = CloudInit.builder()
        .addSshKeys(KEY)
        .vendorData(new Volume(storage, "snippets", "a.yaml"))
        .build();
    ClusterPlan plan = changed(
        threeNodes(),
        it -> it.addStorage(DirStorage.builder()
            .id("snip")
            .directory("/srv/snip")
            .addContent(ContentType.SNIPPETS)
            .addNodes("pve2")
            .build()));
    return withVm(plan, 220, it -> it.cloudInit(cloudInit));
  }

  private static IpConfig gateway(int nic, String subnet) {
    return IpConfig.builder()
        .nic(nic)
        .address(new InterfaceAddress(HostAddress.parse(subnet + "20/24"), Optional.empty()))
        .gateway(IpAddress.parse(subnet + "1"))
        .build();
  }

  private static IpConfig address(String address) {
    return IpConfig.builder()
        .nic(0)
        .address(new InterfaceAddress(HostAddress.parse(address), Optional.empty()))
        .build();
  }

  private static ClusterPlan ofTypeHost(int vmid) {
    return withVm(threeNodes(), vmid, it -> it.cpuType("host"));
  }

  private static ClusterPlan withCpu(ClusterPlan plan, String model, CpuLevel level) {
    return withHardware(
        plan,
        "pve3",
        it -> it.cpu(
            Cpu.builder().model(model).sockets(1).threads(64).level(level).build()));
  }

  // HA does not let app01 run on pve3, where it is planned to move; app02 it does.
  private static ClusterPlan withoutPve3(ClusterPlan plan) {
    return withHa(
        plan,
        it -> it.nodeAffinities(replaced(
            plan.ha().orElseThrow().nodeAffinities(),
            rule -> true,
            rule -> NodeAffinity.builder()
                .from(rule)
                .resources(List.of(Vmid.of(200)))
                .nodes(rule.nodes().subList(0, 2))
                .build())));
  }

  private static Bridge bridge(String name) {
    return Bridge.builder().name(name).build();
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
    return moving(vmid, "pve2", change);
  }

  private static ClusterPlan moving(
      int vmid, String target, UnaryOperator<Migration.Builder> change) {
    Migration.Builder move = Migration.builder().guest(Vmid.of(vmid)).target(target);
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

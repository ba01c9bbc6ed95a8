package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Checksum;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.CloudInitCommand;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerDevice;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiProvider;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsRecovery;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A part that can not be is refused when it is built, by whoever builds it. */
class StrictBuilderTest {

  private static final CalendarEvent NIGHT = CalendarEvent.parse("02:30");
  private static final String LABEL_ADVICE =
      ": Use at most 40 letters, digits, dots, dashes and underscores, a letter or digit first.";
  private static final String LINE_ADVICE =
      ": Write one line of 1 to 1024 characters without control or invisible characters and without"
          + " blanks at its ends.";
  private static final String NODE_ADVICE =
      ": Use at most 63 letters, digits and inner dashes, not digits only, for example pve1.";
  private static final String STORAGE_ADVICE =
      ": Use 2 or more letters, digits, dots, dashes and underscores, a letter first, a letter or"
          + " digit last, for example local-zfs.";
  private static final String PATH_ADVICE =
      ": Use a path of letters, digits and any of -_.@ without . and .. segments, for example"
          + " /export/pve.";
  private static final String DEVICE_ADVICE =
      ": Write a path below /dev, best one of /dev/disk/by-id, for example /dev/nvme0n1.";
  private static final String NIC_ADVICE =
      "Use 2 to 15 letters, digits and underscores, a small letter first, and no name of a bond,"
          + " bridge, VLAN or card of a guest, for example eno1.";
  private static final String INTERFACE_ADVICE =
      ": Use 2 to 15 letters, digits and underscores, a letter first, for example vmbr0 or"
          + " bond0.30.";
  private static final String PACKAGE_ADVICE =
      ": Use 2 or more lower-case letters, digits and any of +-. for example open-iscsi.";

  private static Arguments refused(ThrowingCallable call, String text) {
    return arguments(text, call);
  }

  private static String range(String what, String rule, long least, long most) {
    return what + " is outside " + least + " to " + most + rule + ": Use a number from " + least
        + " to " + most + ".";
  }

  private static ClusterPlan.Builder plan() {
    return ClusterPlan.builder().name("prod");
  }

  private static Vm.Builder vm() {
    return Vm.builder().vmid(Vmid.of(200)).name("web");
  }

  private static MountPoint.Builder bind(String path) {
    return MountPoint.builder().path(path).source("/tank");
  }

  private static GuestDisk.Builder disk(String slot) {
    return GuestDisk.builder().slot(slot).storage("local").size(DataSize.gib(1));
  }

  private static Container.Builder container(String slot) {
    return Container.builder()
        .vmid(Vmid.of(300))
        .name("dns")
        .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
        .rootfs(disk(slot).build());
  }

  private static Bond.Builder bond(BondMode mode) {
    return Bond.builder().name("bond0").mode(mode).addSlaves("eno1", "eno2");
  }

  private static PbsStorage.Builder pbs() {
    return PbsStorage.builder()
        .id("pbs1")
        .server("10.0.0.9")
        .datastore("store1")
        .username("a@pbs")
        .password(SecretReference.prompt());
  }

  private static BackupJob.Builder job() {
    return BackupJob.builder().id("nightly").schedule(NIGHT).storage("local");
  }

  private static Nic.Builder nic() {
    return Nic.builder().name("eno1");
  }

  private static Vlan.Builder vlan(String name, String parent, int tag) {
    return Vlan.builder().name(name).parent(parent).tag(VlanTag.of(tag));
  }

  static Stream<Arguments> cluster() {
    return Stream.of(
        refused(
            () -> plan().name("prod_1").build(),
            "\"prod_1\" is not a cluster name [CLU-001]: Use at most 15 letters, digits and inner"
                + " dashes, for example prod."),
        refused(
            () -> plan().formatVersion(2).build(),
            "formatVersion 2 is not known: This library reads and writes version 1."),
        refused(
            () -> SurvivalGoal.of(0, FailureKind.NODE), range("number of failures 0", "", 1, 100)),
        refused(
            () -> SurvivalGoal.of(101, FailureKind.NODE),
            range("number of failures 101", "", 1, 100)),
        refused(
            () -> SurvivalGoal.of(2, FailureKind.STORAGE_SERVER),
            "2 failures of kind storage-server can not be a goal: only nodes can be promised in sets:"
                + " Use 1."),
        refused(
            () -> plan().macsFromVmids(32).build(),
            range("number of the cluster 32", " [GST-014]", 0, 31)),
        refused(
            () -> plan().domain("a b").build(),
            "\"a b\" is not a DNS domain [NODE-002]: Use labels of letters, digits and inner dashes"
                + " with dots between, for example example.org."),
        refused(
            () -> plan()
                .addAllDnsServers(IntStream.range(1, 5)
                    .mapToObj(i -> IpAddress.parse("10.0.0." + i))
                    .toList())
                .build(),
            range("number of name servers 4", "", 0, 3)),
        refused(
            () -> plan().addTimeServers("10.0.0.256").build(),
            "\"10.0.0.256\" is not an IP address or DNS name: Write an address like 10.20.0.60 or"
                + " 2001:db8::60, or a name like nas.example.org."),
        refused(
            () -> plan().addPackages("a b").build(),
            "\"a b\" is not a package name" + PACKAGE_ADVICE),
        refused(
            () -> CorosyncLink.builder().number(8).network("ring").build(),
            range("link number 8", " [CLU-017]", 0, 7)),
        refused(
            () -> CorosyncLink.builder().number(0).network("ring").priority(256).build(),
            range("link priority 256", " [CLU-023]", 0, 255)),
        refused(
            () -> CorosyncLink.builder().number(0).network("a b").build(),
            "\"a b\" is not a name" + LABEL_ADVICE),
        refused(
            () -> MigrationSettings.builder().network("").build(),
            "\"\" is not a name" + LABEL_ADVICE));
  }

  static Stream<Arguments> hardware() {
    return Stream.of(
        refused(
            () -> Circuit.builder().name("a b").build(), "\"a b\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Circuit.builder().name("a").ups("$(id)").build(),
            "\"$(id)\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Cpu.builder().model(" EPYC").sockets(1).build(),
            "\" EPYC\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> Cpu.builder().model("EPYC").sockets(0).build(),
            range("number of CPU sockets 0", "", 1, 8)),
        refused(
            () -> Cpu.builder().model("EPYC").sockets(1).threads(0).build(),
            range("number of CPU threads 0", "", 1, 8192)),
        refused(
            () -> Disk.builder()
                .device("nvme0n1")
                .size(DataSize.tb(1))
                .diskKind(DiskKind.NVME)
                .build(),
            "\"nvme0n1\" is not a device path" + DEVICE_ADVICE),
        refused(() -> Hardware.builder().rack("").build(), "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Node.builder().name("pve_1").build(),
            "\"pve_1\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> Node.builder().name("1").build(),
            "\"1\" is not a node name [NODE-002]" + NODE_ADVICE),
        refused(
            () -> Node.builder().name("pve1").votes(256).build(),
            range("number of votes 256", "", 1, 255)),
        refused(
            () -> Node.builder().name("pve1").release("9").build(),
            "\"9\" is not a release of Proxmox VE: Write the major and the minor number, for example"
                + " 9.1."),
        refused(
            () -> Corosync.builder().tokenCoefficient(-1).build(),
            range("token coefficient -1", "", 0, 1_000_000)),
        refused(
            () -> Node.builder().name("pve1").addPackages("A").build(),
            "\"A\" is not a package name" + PACKAGE_ADVICE),
        refused(
            () -> Osd.builder().device("/dev/../sda").build(),
            "\"/dev/../sda\" is not a device path" + DEVICE_ADVICE),
        refused(
            () -> Osd.builder().device("/dev/sda").deviceClass("a b").build(),
            "\"a b\" is not a name" + LABEL_ADVICE));
  }

  static Stream<Arguments> network() {
    return Stream.of(
        refused(
            () -> Network.builder().name("a b").build(), "\"a b\" is not a name" + LABEL_ADVICE),
        refused(
            () ->
                Network.builder().name("a").gateway(IpAddress.parse("10.0.0.1")).build(),
            "gateway 10.0.0.1 stands in a network without a subnet: Declare the network with its"
                + " subnet."),
        refused(
            () -> Network.builder()
                .name("a")
                .subnet(Subnet.parse("10.0.0.0/24"))
                .gateway(IpAddress.parse("10.0.1.1"))
                .build(),
            "gateway 10.0.1.1 is not in 10.0.0.0/24 [NET-021]: Name an address of 10.0.0.0/24."),
        refused(
            () -> new InterfaceAddress(HostAddress.parse("10.0.0.1/24"), Optional.of("")),
            "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> nic().name("eno1.5").build(),
            "\"eno1.5\" is not the name of a network card [NET-001]: " + NIC_ADVICE),
        refused(
            () -> nic().name("lo").build(),
            "\"lo\" is not the name of a network card [NET-001]: " + NIC_ADVICE),
        refused(
            () -> nic()
                .name("enP2p1s0")
                .mac(MacAddress.parse("02:00:5E:00:53:01"))
                .pinned(true)
                .build(),
            "enP2p1s0 is pinned and has capitals [NET-001]: Pin small letters, digits and underscores,"
                + " for example nic0."),
        refused(
            () -> nic().comment("a\tb").build(), "\"a\\tb\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> bond(BondMode.LACP).name("lag0").build(),
            "\"lag0\" is not a bond name [NET-042]: Use bond and a number, for example bond0."),
        refused(
            () -> Bond.builder().name("bond0").mode(BondMode.LACP).build(),
            "bond0 has no slaves [NET-026]: Name the NICs it is made of."),
        refused(
            () -> bond(BondMode.LACP).addSlaves("eno1").build(),
            "bond0 has slave eno1 twice [NET-005]: Name each NIC once."),
        refused(
            () -> bond(BondMode.LACP).addSlaves("eno3.5").build(),
            "\"eno3.5\" is not the name of a network card [NET-001]: " + NIC_ADVICE),
        refused(
            () -> bond(BondMode.LACP).miimon(60_001).build(),
            range("bond-miimon 60001", "", 0, 60_000)),
        refused(
            () -> bond(BondMode.ACTIVE_BACKUP).hashPolicy(HashPolicy.LAYER2).build(),
            "bond0 has a hash policy, which mode active-backup does not use [NET-010]: Leave it out,"
                + " or use mode balance-xor or 802.3ad."),
        refused(
            () -> bond(BondMode.BALANCE_XOR).lacpRate(LacpRate.FAST).build(),
            "bond0 has a LACP rate, which mode balance-xor does not use: Leave it out, or use mode"
                + " 802.3ad."),
        refused(
            () -> bond(BondMode.BALANCE_XOR).switchLacpRate(LacpRate.FAST).build(),
            "bond0 has a LACP rate of the switch, which mode balance-xor does not use: Leave it out,"
                + " or use mode 802.3ad."),
        refused(
            () -> Network.builder().name("a").latency(Duration.ofMillis(-1)).build(),
            "latency PT-0.001S is negative: Use a time of zero or more."),
        refused(
            () -> bond(BondMode.LACP).primary("eno1").build(),
            "bond0 has a primary slave, which mode 802.3ad does not use [NET-008]: Leave it out, or"
                + " use mode active-backup."),
        refused(
            () -> bond(BondMode.ACTIVE_BACKUP).primary("eno3").build(),
            "primary eno3 is not a slave of bond0 [NET-008]: Name one of eno1, eno2."),
        refused(
            () -> Bridge.builder().name("my-bridge").build(),
            "\"my-bridge\" is not a bridge name [NET-001]: Use 2 to 15 letters, digits and"
                + " underscores, a letter first, for example vmbr0."),
        refused(
            () -> Bridge.builder().name("vmbr0").addPorts("eno 1").build(),
            "\"eno 1\" is not an interface name [NET-001]" + INTERFACE_ADVICE),
        refused(
            () -> Bridge.builder().name("vmbr0").addNetworks("").build(),
            "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Bridge.builder().name("vmbr0").comment("").build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> vlan("bond0.31", "bond0", 30).build(),
            "VLAN interface bond0.31 does not tell its tag 30 [NET-016]: Name it bond0.30 or"
                + " vlan30, or a name of its own, such as storage."),
        refused(
            () -> vlan("30", "bond0", 30).build(),
            "\"30\" is not an interface name [NET-001]" + INTERFACE_ADVICE),
        refused(
            () -> vlan("vlan30", "b", 30).build(),
            "\"b\" is not an interface name [NET-001]" + INTERFACE_ADVICE));
  }

  static Stream<Arguments> storage() {
    return Stream.of(
        refused(
            () -> DirStorage.builder().id("n").directory("/srv").build(),
            "\"n\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> DirStorage.builder().id("files").directory("srv").build(),
            "\"srv\" is not an absolute path [LOC-040]" + PATH_ADVICE),
        refused(
            () ->
                DirStorage.builder().id("files").directory("/srv").addNodes("1").build(),
            "\"1\" is not a node name [NODE-002]" + NODE_ADVICE),
        refused(
            () -> DirStorage.builder()
                .id("files")
                .directory("/srv")
                .addContent(ContentType.NONE, ContentType.ISO)
                .build(),
            "storage files has content none together with others [LOC-004]: Leave none out, or name"
                + " nothing else."),
        refused(
            () -> NfsStorage.builder().id("nas").server("a b").export("/srv").build(),
            "\"a b\" is not an IP address or DNS name [SHR-001]: Write an address like 10.20.0.60 or"
                + " 2001:db8::60, or a name like nas.example.org."),
        refused(
            () -> NfsStorage.builder().id("nas").server("nas").export("/a/../b").build(),
            "\"/a/../b\" is not an absolute path [SHR-001]" + PATH_ADVICE),
        refused(
            () -> NfsStorage.builder()
                .id("nas")
                .server("nas")
                .export("/srv")
                .options("vers=4.2, soft")
                .build(),
            "\"vers=4.2, soft\" is not a list of mount options: Write options with one comma between"
                + " two and without blanks, for example vers=4.2,soft."),
        refused(
            () -> DirStorage.builder()
                .id("local")
                .directory("/var/lib/vz")
                .snapshotAsVolumeChain(true)
                .build(),
            "storage local is there after the installation, and whether its snapshots are volume chains"
                + " can not be changed then: Define another storage for these disks."),
        refused(
            () -> DirStorage.builder()
                .id("files")
                .directory("/srv")
                .maxProtectedBackups(-2)
                .build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> NfsStorage.builder()
                .id("nas")
                .server("nas")
                .export("/srv")
                .maxProtectedBackups(-2)
                .build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .maxProtectedBackups(-2)
                .build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> BtrfsStorage.builder()
                .id("fast")
                .directory("/srv")
                .maxProtectedBackups(-2)
                .build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> CephFsStorage.builder().id("fs").maxProtectedBackups(-2).build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> PbsStorage.builder()
                .id("pbs1")
                .server("pbs")
                .datastore("store1")
                .username("pve@pbs")
                .password(SecretReference.prompt())
                .maxProtectedBackups(-2)
                .build(),
            range("number of protected backups -2", "", -1, Integer.MAX_VALUE)),
        refused(
            () -> ZfsPoolStorage.builder().id("tank").pool("log").build(),
            "\"log\" is not a ZFS pool or dataset [LOC-012]: Write the pool, or the pool and datasets"
                + " with slashes between, for example tank/vm."),
        refused(
            () -> ZfsPoolStorage.builder()
                .id("tank")
                .pool("tank")
                .blocksize(DataSize.bytes(256))
                .build(),
            range("block size in bytes 256", " [LOC-016]", 512, 16_777_216)),
        refused(
            () -> ZfsPoolStorage.builder()
                .id("tank")
                .pool("tank")
                .blocksize(DataSize.kib(12))
                .build(),
            "block size 12KiB is not a power of two [LOC-016]: Use 16KiB."),
        refused(
            () -> LvmStorage.builder().id("lvm1").vgname("v").build(),
            "\"v\" is not an LVM name [LOC-039]: Use 2 or more letters, digits, dots, dashes and"
                + " underscores, a letter or digit first and last, for example vg_cluster."),
        refused(
            () -> LvmStorage.builder().id("lvm1").vgname("vg").base("a\nb").build(),
            "\"a\\nb\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> IscsiStorage.builder()
                .id("san")
                .target("lun1")
                .addPortals(Portal.parse("san"))
                .build(),
            "\"lun1\" is not an iSCSI target: Use a name like iqn.2024-02.org.example:cluster.lun1,"
                + " or one that starts with eui. or naa."),
        refused(
            () ->
                IscsiStorage.builder().id("san").target("iqn.2024-02.example:a").build(),
            "storage san has no portal [SHR-011]: Name the address of the iSCSI server."),
        refused(
            () -> LvmStorage.builder()
                .id("lvm1")
                .vgname("vg")
                .base("san:0.0.1.scsi-36000")
                .addLun(new LunId("san", 1))
                .build(),
            "storage lvm1 has a base and LUNs: Name the base, on which Proxmox VE makes the volume"
                + " group, or the LUNs on which it is made by hand."),
        refused(
            () -> LvmStorage.builder()
                .id("lvm1")
                .vgname("vg")
                .addLuns(new LunId("san", 1), new LunId("san", 1))
                .build(),
            "storage lvm1 has a LUN twice: Name each LUN once."),
        refused(
            () -> iscsi(Lun.builder().number(1).build(), Lun.builder().number(1).build()),
            "storage san has two LUNs of number 1: Give each LUN its own number."),
        refused(
            () -> iscsi(
                Lun.builder().number(1).wwid("35000c50015ea71ac").build(),
                Lun.builder().number(2).wwid("35000c50015ea71ac").build()),
            "storage san has two LUNs of WWID 35000c50015ea71ac: Give each LUN its own WWID."),
        refused(
            () -> Lun.builder().number(16_384).build(),
            range("number of a LUN 16384", "", 0, 16_383)),
        refused(
            () -> Lun.builder().number(1).alias("disk1").build(),
            "LUN 1 has an alias and no WWID: Name its WWID too: multipath knows it by that."),
        refused(
            () -> Lun.builder().number(1).wwid("0x6000").build(),
            "\"0x6000\" is not the WWID of a LUN: Write it as multipath -ll shows it, mostly 3 and then"
                + " 16 or 32 hexadecimal digits in lower case."),
        refused(() -> new LunId("san", -1), range("number of a LUN -1", "", 0, 16_383)),
        refused(
            () ->
                OpenIscsi.builder().replacementTimeout(Duration.ofMillis(1500)).build(),
            "replacement timeout PT1.5S is not a number of whole seconds: Use whole seconds,"
                + " for example 15 s."),
        refused(
            () -> OpenIscsi.builder().replacementTimeout(Duration.ofDays(2)).build(),
            range("replacement timeout in seconds 172800", "", 0, 86_400)),
        refused(
            () -> nfs().version(NfsVersion.V4_1).options("nconnect=4,vers=3").build(),
            "storage nas has the mount option vers=3 beside version 4.1: Say it once."),
        refused(
            () -> nfs().recovery(NfsRecovery.HARD).options("softerr").build(),
            "storage nas has the mount option softerr beside hard: Say it once."),
        refused(
            () -> Node.builder().name("pve1").initiator("pve1").build(),
            "\"pve1\" is not an iSCSI qualified name: Use iqn., year and month, the domain reversed and"
                + " a name, for example iqn.1993-08.org.debian:pve1."),
        refused(
            () -> Node.builder().name("pve1").watchdogModule("softdog; reboot").build(),
            "\"softdog; reboot\" is not the name of a kernel module: Use at most 55 letters, digits,"
                + " underscores and dashes, a letter first, for example ipmi_watchdog."),
        refused(() -> Portal.parse("10.0.0.5:70000"), range("port 70000", " [SHR-011]", 1, 65_535)),
        refused(
            () -> Portal.parse("10.0.0.5:0"),
            "portal \"10.0.0.5:0\" has no port after the colon [SHR-011]: Write the address alone, or"
                + " address:3260."),
        refused(
            () -> RbdStorage.builder().id("rbd1").pool("a b").build(),
            "\"a b\" is not a Ceph pool name [CEPH-041]: Use letters, digits, dots, dashes and"
                + " underscores, for example vm-disks."),
        refused(
            () -> CifsStorage.builder().id("smb1").server("nas").share("a/b").build(),
            "\"a/b\" is not a share: Use letters, digits and any of ._- without blanks, for example backup or data$."),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .options("a b")
                .build(),
            "\"a b\" is not a list of mount options: Write options with one comma between two and"
                + " without blanks, for example vers=4.2,soft."),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .subdir("a")
                .build(),
            "\"a\" is not an absolute path: Use a path of letters, digits and any of -_.@ without . and"
                + " .. segments, for example /export/pve."),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .username("pve")
                .build(),
            "storage smb1 has a user and no password: Name both, or neither to be a guest of the"
                + " server."),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .password(SecretReference.prompt())
                .build(),
            "storage smb1 has a password and no user: Name both, or neither to be a guest of the"
                + " server."),
        refused(
            () -> CifsStorage.builder()
                .id("smb1")
                .server("nas")
                .share("pve")
                .domain("EXAMPLE")
                .build(),
            "storage smb1 has a domain and no user: Name user and password too, or no domain."),
        refused(
            () -> BtrfsStorage.builder().id("btrfs1").directory("srv").build(),
            "\"srv\" is not an absolute path [LOC-040]" + PATH_ADVICE),
        refused(
            () ->
                LvmThinStorage.builder().id("thin1").vgname("pve").thinPool("d").build(),
            "\"d\" is not an LVM name [LOC-039]: Use 2 or more letters, digits, dots, dashes and"
                + " underscores, a letter or digit first and last, for example vg_cluster."),
        refused(
            () -> IscsiDirectStorage.builder()
                .id("direct")
                .portal(Portal.parse("san"))
                .target("lun1")
                .build(),
            "\"lun1\" is not an iSCSI target: Use a name like iqn.2024-02.org.example:cluster.lun1,"
                + " or one that starts with eui. or naa."),
        refused(
            () -> ZfsOverIscsiStorage.builder()
                .id("zsan")
                .server("san")
                .target("iqn.2024-02.example:z")
                .pool("tank")
                .blocksize(DataSize.kib(16))
                .provider(IscsiProvider.LIO)
                .build(),
            "storage zsan is on LIO and has no target portal group: Name the target portal group, for"
                + " example tpg1."),
        refused(
            () -> ZfsOverIscsiStorage.builder()
                .id("zsan")
                .server("san")
                .target("iqn.2024-02.example:z")
                .pool("tank")
                .blocksize(DataSize.kib(16))
                .provider(IscsiProvider.IET)
                .lioTpg("tpg1")
                .build(),
            "storage zsan has a target portal group and is not on LIO: Leave it out."),
        refused(
            () -> ZfsOverIscsiStorage.builder()
                .id("zsan")
                .server("san")
                .target("iqn.2024-02.example:z")
                .pool("tank")
                .blocksize(DataSize.kib(16))
                .provider(IscsiProvider.LIO)
                .lioTpg("1")
                .build(),
            "\"1\" is not a target portal group: Write tpg and its number, for example tpg1."),
        refused(
            () -> EsxiStorage.builder()
                .id("old")
                .server("esxi")
                .username("a b")
                .password(SecretReference.prompt())
                .build(),
            "\"a b\" is not a user of an ESXi host: Use letters, digits and any of ._@-, for example root"
                + " or pve@vsphere.local."),
        refused(
            () -> pbs().datastore("s1").build(),
            "datastore \"s1\" is not a datastore name [BCK-022]: Use 3 to 32 letters, digits, dots,"
                + " underscores and dashes."),
        refused(
            () -> pbs().namespace("a//b").build(),
            "\"a//b\" is not a namespace [BCK-022]: Use up to seven names with slashes between them,"
                + " such as prod/site1."),
        refused(
            () -> pbs().namespace("a/b/c/d/e/f/g/h").build(),
            "\"a/b/c/d/e/f/g/h\" is not a namespace [BCK-022]: Use up to seven names with slashes"
                + " between them, such as prod/site1."),
        refused(
            () -> pbs().username("root").build(),
            "\"root\" is not a user of a backup server [BCK-022]: Write user@realm or"
                + " user@realm!token."),
        refused(
            () -> pbs().fingerprint("ab:cd").build(),
            "\"ab:cd\" is not a SHA-256 fingerprint [BCK-022]: Write 32 hexadecimal pairs with colons"
                + " between them."),
        refused(
            () -> ReplicationJob.builder()
                .guest(Vmid.of(200))
                .number(-1)
                .target("pve1")
                .build(),
            range("replication job number -1", " [LOC-028]", 0, 999_999_999)),
        refused(
            () -> ReplicationJob.builder()
                .guest(Vmid.of(200))
                .number(0)
                .target("")
                .build(),
            "\"\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> ReplicationJob.builder()
                .guest(Vmid.of(200))
                .number(0)
                .target("pve1")
                .comment("")
                .build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> ReplicationJob.builder()
                .guest(Vmid.of(200))
                .number(0)
                .target("pve1")
                .rate(DataRate.mbit(7))
                .build(),
            "a replication job is not limited to 7Mbit/s [LOC-029]: Use 1 MB/s (8 Mbit/s) or more, or"
                + " no limit."),
        refused(
            () -> Disk.builder()
                .device("/dev/sda")
                .size(DataSize.tb(1))
                .diskKind(DiskKind.SSD)
                .sectorSize(DataSize.bytes(520))
                .build(),
            "sector size 520B is not a power of two: Use 512B or 4KiB."),
        refused(
            () -> StorageServer.builder().name("a b").build(),
            "\"a b\" is not a name" + LABEL_ADVICE),
        refused(
            () -> StorageServer.builder().name("nas").heads(0).build(),
            range("number of heads 0", "", 1, 64)),
        refused(
            () -> StorageServer.builder()
                .name("nas")
                .latency(Duration.ofMillis(-1))
                .build(),
            "latency PT-0.001S is negative: Use a time of zero or more."),
        refused(
            () -> ZfsPool.builder()
                .name("mirror1")
                .raid(ZfsRaid.MIRROR)
                .addDevices("/dev/sda", "/dev/sdb")
                .build(),
            "\"mirror1\" is not a ZFS pool name [LOC-012]: Use letters, digits and any of -_.: with a"
                + " letter first; log and names that start with mirror, raidz, draid or spare are"
                + " reserved. For example tank."),
        refused(
            () -> ZfsPool.builder()
                .name("tank")
                .raid(ZfsRaid.SINGLE)
                .addDevices("sda")
                .build(),
            "\"sda\" is not a device path" + DEVICE_ADVICE),
        refused(
            () -> pool(ZfsRaid.SINGLE, 2).build(),
            "a ZFS pool of layout single has one disk, not 2 [LOC-011]: Name one disk, or use another"
                + " layout."),
        refused(
            () -> pool(ZfsRaid.RAID10, 5).build(),
            "a ZFS pool of layout raid10 has pairs of disks, not 5 [LOC-011]: Name an even number of"
                + " disks."),
        refused(() -> pool(ZfsRaid.MIRROR, 1).build(), fewDisks("mirror", 2, 1)),
        refused(() -> pool(ZfsRaid.RAID10, 2).build(), fewDisks("raid10", 4, 2)),
        refused(() -> pool(ZfsRaid.RAIDZ, 2).build(), fewDisks("raidz", 3, 2)),
        refused(() -> pool(ZfsRaid.RAIDZ2, 3).build(), fewDisks("raidz2", 4, 3)),
        refused(() -> pool(ZfsRaid.RAIDZ3, 4).build(), fewDisks("raidz3", 5, 4)),
        refused(() -> pool(ZfsRaid.DRAID, 2).build(), fewDisks("draid", 3, 2)),
        refused(
            () -> pool(ZfsRaid.DRAID2, 10).draidData(8).draidSpares(1).build(),
            fewDisks("draid2", 11, 10)),
        refused(
            () -> pool(ZfsRaid.MIRROR, 2).draidData(8).build(),
            "a ZFS pool of layout mirror has no groups and no spares of a dRAID [LOC-011]: Use draid,"
                + " draid2 or draid3."),
        refused(
            () -> pool(ZfsRaid.DRAID, 4).draidData(0).build(),
            range("number of dRAID disks 0", " [LOC-011]", 1, 255)),
        refused(() -> pool(ZfsRaid.MIRROR, 2).ashift(8).build(), range("ashift 8", "", 9, 16)),
        refused(
            () -> pool(ZfsRaid.MIRROR, 2).addLog("sdx").build(),
            "\"sdx\" is not a device path" + DEVICE_ADVICE),
        refused(
            () -> LvmThinPool.builder().vgname("vg_local").thinPool("data").build(),
            "volume group vg_local lies on no device: Name a device."),
        refused(
            () -> LvmThinPool.builder()
                .vgname("-vg")
                .thinPool("data")
                .addDevices("/dev/sda")
                .build(),
            "\"-vg\" is not an LVM name [LOC-039]: Use 2 or more letters, digits, dots, dashes and"
                + " underscores, a letter or digit first and last, for example vg_cluster."),
        refused(
            () -> Node.builder().name("pve1").arcMax(DataSize.mib(63)).build(),
            "ZFS takes no limit of 63MiB for its cache [LOC-018]: Use 64MiB or more."),
        refused(
            () -> Node.builder().name("pve1").arcMin(DataSize.mib(31)).build(),
            "ZFS takes no limit of 31MiB for its cache [LOC-018]: Use 32MiB or more."),
        refused(
            () -> CephPool.builder().name("_1").build(),
            "\"_1\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> CephPool.builder().name("a/b").addStorages(false).build(),
            "\"a/b\" is not a Ceph pool name [CEPH-041]: Use letters, digits, dots, dashes and"
                + " underscores, for example vm-disks."),
        refused(
            () -> CephPool.builder().name("pool").size(8).build(),
            range("pool size 8", " [CEPH-003]", 1, 7)),
        refused(
            () -> CephPool.builder().name("pool").minSize(0).build(),
            range("pool min_size 0", " [CEPH-003]", 1, 7)),
        refused(
            () -> Ceph.builder().publicNetwork("").build(), "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Ceph.builder().clusterNetwork("").build(), "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Ceph.builder().addMonitors("a b").build(),
            "\"a b\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> Ceph.builder().addManagers("a b").build(),
            "\"a b\" is not a node name [NODE-001]" + NODE_ADVICE));
  }

  static Stream<Arguments> guest() {
    return Stream.of(
        refused(
            () -> vm().name("web_1").build(),
            "\"web_1\" is not a guest name: it has the character \"_\" [GST-004]: Use letters, digits, inner dashes and dots, for"
                + " example web01."),
        refused(
            () -> vm().node("pve 1").build(),
            "\"pve 1\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(() -> vm().cores(0).build(), range("number of cores 0", "", 1, 8192)),
        refused(() -> vm().sockets(65).build(), range("number of sockets 65", "", 1, 64)),
        refused(
            () -> vm().memory(DataSize.mib(15)).build(),
            "memory 15MiB of web is not at least 16 whole MiB: Proxmox VE counts the memory of guests"
                + " in MiB; use gib(..) or mib(..)."),
        refused(
            () -> vm().memory(DataSize.gb(1)).build(),
            "memory 1GB of web is not at least 16 whole MiB: Proxmox VE counts the memory of guests"
                + " in MiB; use gib(..) or mib(..)."),
        refused(
            () -> vm().fleet("web_").build(),
            "\"web_\" is not the name of a profile [GST-004]: Use at most 40 letters, digits and"
                + " dashes, a letter first, for example web."),
        refused(
            () -> GuestDevice.builder().deviceKind(DeviceKind.PCI).build(),
            "a device of a machine comes by a mapping, or from its node, and one of both [GST-026]:"
                + " Name a mapping, or the device of the node."),
        refused(
            () ->
                GuestDevice.builder().deviceKind(DeviceKind.PCI).host("41:00.0").build(),
            "\"41:00.0\" is not the address of a PCI device [GST-026]: Write it as lspci -D shows it,"
                + " for example 0000:01:00.0."),
        refused(
            () -> GuestDevice.builder().deviceKind(DeviceKind.USB).host("0529").build(),
            "\"0529\" is not a USB device [GST-026]: Write bus and ports as 1-2.3, or vendor and"
                + " product as 046d:c52b."),
        refused(
            () -> GuestDevice.builder()
                .deviceKind(DeviceKind.DIRECTORY)
                .host("/srv")
                .build(),
            "a machine gets a directory by a mapping only [GST-026]: Declare a mapping."),
        refused(
            () -> GuestDevice.builder()
                .deviceKind(DeviceKind.USB)
                .mapping("dongle")
                .mediatedType("nvidia-63")
                .build(),
            "\"nvidia-63\" is not the type of a mediated PCI device [GST-026]: Write one that the node"
                + " offers below mdev_supported_types, for PCI devices only."),
        refused(
            () -> vm().addDevices(IntStream.range(0, 17)
                    .mapToObj(number -> GuestDevice.builder()
                        .deviceKind(DeviceKind.PCI)
                        .mapping("gpu")
                        .build())
                    .toArray(GuestDevice[]::new))
                .build(),
            "web has 17 devices of kind pci [GST-026]: Give it 16 at most."),
        refused(
            () ->
                DeviceMapping.builder().deviceKind(DeviceKind.USB).id("dongle").build(),
            "mapping dongle stands for nothing on any node [GST-026]: Name what it is on a node."),
        refused(
            () -> DeviceMapping.builder()
                .deviceKind(DeviceKind.DIRECTORY)
                .id("share")
                .addDevices(
                    MappedDevice.builder().node("pve1").path("/srv/a").build(),
                    MappedDevice.builder().node("pve1").path("/srv/b").build())
                .build(),
            "mapping share has two entries for pve1 [GST-026]: Give it one entry for each node."),
        refused(
            () -> DeviceMapping.builder()
                .deviceKind(DeviceKind.DIRECTORY)
                .id("share")
                .addDevice(MappedDevice.builder().node("pve1").path("srv").build())
                .build(),
            "\"srv\" is not a directory that can be mapped [GST-026]: Write the whole path, without"
                + " blanks and any of ;,=()."),
        refused(
            () -> DeviceMapping.builder()
                .deviceKind(DeviceKind.PCI)
                .id("gpu")
                .addDevice(
                    MappedDevice.builder().node("pve1").path("0000:41:00.0").build())
                .build(),
            "a mapped PCI device has an address and an ID [GST-026]: Write what lspci -nn, lsusb or the"
                + " file system of pve1 shows."),
        refused(
            () -> DeviceMapping.builder()
                .deviceKind(DeviceKind.USB)
                .id("dongle")
                .mediated(true)
                .addDevice(
                    MappedDevice.builder().node("pve1").deviceId("0529:0001").build())
                .build(),
            "only a PCI device makes mediated devices [GST-026]: Leave it out, or map PCI devices."),
        refused(
            () -> MappedDevice.builder().node("pve1").deviceId("10DE:2204").build(),
            "\"10DE:2204\" is not a vendor and device [GST-026]: Write both with four hexadecimal digits"
                + " in lower case, as lspci -nn shows them: 10de:2204."),
        refused(
            () -> vm().memory(DataSize.gib(2)).balloon(DataSize.mib(2049)).build(),
            "balloon 2049MiB of web is more than its memory of 2GiB [GST-008]: Give it at most the"
                + " memory, or leave it out."),
        refused(
            () -> vm().balloon(DataSize.bytes(1)).build(),
            "balloon 1B of web is not in whole MiB: Proxmox VE counts the memory of guests in MiB;"
                + " use gib(..) or mib(..)."),
        refused(
            () -> vm().rpo(Duration.ofMinutes(-1)).build(),
            "RPO PT-1M is negative: Use a time of zero or more."),
        refused(
            () -> vm().rto(Duration.ofMinutes(-1)).build(),
            "RTO PT-1M is negative: Use a time of zero or more."),
        refused(
            () -> vm().addTags("a b").build(),
            "\"a b\" is not a tag [GST-034]: Use letters, digits and any of _+.- with a letter, digit"
                + " or underscore first, for example web."),
        refused(
            () -> vm().description("a\nb").build(),
            "\"a\\nb\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> vm().cpuType("host,flags=+aes").build(),
            "\"host,flags=+aes\" is not a CPU type [GST-009]: Use host, x86-64-v2-AES, a model of"
                + " QEMU or custom- and a name."),
        refused(
            () -> vm().addCpuFlags("aes").build(),
            "\"aes\" is not a CPU flag of a virtual machine [GST-009]: Use + or - and one of aes,"
                + " amd-no-ssb, amd-ssbd, hv-evmcs, hv-tlbflush, ibpb, md-clear, nested-virt, pcid,"
                + " pdpe1gb, spec-ctrl, ssbd, virt-ssbd; a custom CPU type may have others."),
        refused(
            () -> vm().addCpuFlags("+aes", "-aes").build(),
            "CPU flag aes is both on and off: Choose one of the two."),
        refused(
            () -> vm().machine("q36").build(),
            "\"q36\" is not a machine type: Use q35 or pc, or one of a version, for example"
                + " pc-q35-10.0."),
        refused(
            () -> vm().addBoot("efidisk0").build(),
            "\"efidisk0\" is nothing to start from: Use the slot of a disk or a network card, for"
                + " example scsi0 or net0."),
        refused(
            () -> vm().addBoot("net0", "net0").build(),
            "net0 is twice in the boot order: Name each device once."),
        refused(
            () -> vm().pool("a/b/c/d").build(),
            "\"a/b/c/d\" is not a resource pool: Use letters, digits, dots, dashes and underscores,"
                + " with slashes between at most three levels, for example prod/web."),
        refused(
            () -> vm().cpuLimit(128.5).build(),
            "CPU limit 128.5 is outside 0 to 128 [GST-007]: Use a number from 0 to 128; 0 is no"
                + " limit."),
        refused(
            () -> vm().cpuLimit(Double.NaN).build(),
            "CPU limit NaN is outside 0 to 128 [GST-007]: Use a number from 0 to 128; 0 is no"
                + " limit."),
        refused(
            () -> container("rootfs").cpuLimit(8193).build(),
            "CPU limit 8193.0 is outside 0 to 8192 [GST-007]: Use a number from 0 to 8192; 0 is no"
                + " limit."),
        refused(() -> vm().cpuUnits(0).build(), range("CPU units 0", " [GST-007]", 1, 262_144)),
        refused(
            () -> container("rootfs").cpuUnits(500_001).build(),
            range("CPU units 500001", " [GST-007]", 0, 500_000)),
        refused(
            () -> Startup.builder().build(),
            "a start order says nothing [GST-034]: Say order, up or down, or leave it out."),
        refused(
            () -> Startup.builder().order(-1).build(),
            range("start order -1", " [GST-034]", 0, Integer.MAX_VALUE)),
        refused(
            () -> Startup.builder().up(Duration.ofMillis(1500)).build(),
            "delay PT1.5S is not in whole seconds [GST-034]: Use seconds(..) or minutes(..)."),
        refused(
            () -> EfiDisk.builder().storage("").build(),
            "\"\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> TpmState.builder().storage("").build(),
            "\"\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> disk("efidisk0").build(),
            "\"efidisk0\" is not a disk slot [GST-018]: Use scsi0 to scsi30, virtio0 to virtio15,"
                + " sata0 to sata5 or ide0 to ide3."),
        refused(
            () -> vm().addAllNics(IntStream.range(0, 33)
                    .mapToObj(i -> GuestNic.builder().bridge("vmbr0").build())
                    .toList())
                .build(),
            range("number of network cards 33", "", 0, 32)),
        refused(
            () -> vm().addDisks(disk("scsi0").build(), disk("scsi0").build()).build(),
            "two disks are attached at scsi0: Give each disk a slot of its own."),
        refused(
            () -> vm().addDisks(disk("rootfs").build()).build(),
            "a virtual machine has no disk slot rootfs [GST-018]: Use scsi0 to scsi30 or another"
                + " bus."),
        refused(
            () -> container("scsi0").build(),
            "a container has no disk slot scsi0 [GST-018]: Use rootfs."),
        refused(
            () -> container("rootfs").name("a..b").build(),
            "\"a..b\" is not a guest name [GST-004]: Use letters, digits, inner dashes and dots, for"
                + " example web01."),
        refused(
            () -> disk("scsi31").build(),
            "\"scsi31\" is not a disk slot [GST-018]: Use scsi0 to scsi30, virtio0 to virtio15, sata0"
                + " to sata5 or ide0 to ide3."),
        refused(
            () -> disk("scsi0").storage("").build(),
            "\"\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> container("mp0").build(),
            "a container has no disk slot mp0 [GST-018]: Use rootfs."),
        refused(
            () -> container("rootfs").swap(DataSize.gb(1)).build(),
            "swap 1GB is not in whole MiB: Use gib(..) or mib(..)."),
        refused(
            () -> container("rootfs").searchDomain("").build(),
            "\"\" is not a DNS domain [NODE-002]: Use labels of letters, digits and inner dashes with"
                + " dots between, for example example.org."),
        refused(
            () -> container("rootfs")
                .addMountPoints(bind("/srv").build(), bind("/srv").build())
                .build(),
            "two mount points are at /srv: Give each a path of its own."),
        refused(
            () -> container("rootfs")
                .addAllMountPoints(IntStream.range(0, 257)
                    .mapToObj(i -> bind("/srv/" + i).build())
                    .toList())
                .build(),
            range("number of mount points 257", "", 0, 256)),
        refused(
            () -> container("rootfs")
                .addAllDevices(IntStream.range(0, 257)
                    .mapToObj(i -> ContainerDevice.builder().path("/dev/sd" + i).build())
                    .toList())
                .build(),
            range("number of devices 257", "", 0, 256)),
        refused(() -> bind("srv").build(), "\"srv\" is not an absolute path" + PATH_ADVICE),
        refused(
            () -> bind("/srv").storage("local").size(DataSize.gib(1)).build(),
            "the mount point /srv is neither a volume nor a source: Name storage and size, or a"
                + " source."),
        refused(
            () -> MountPoint.builder().path("/srv").storage("local").build(),
            "the mount point /srv is neither a volume nor a source: Name storage and size, or a"
                + " source."),
        refused(
            () -> bind("/srv").backup(true).build(),
            "backups do not copy the source of /srv: Leave it out, or use a volume."),
        refused(
            () -> MountPoint.builder()
                .path("/srv")
                .storage("local")
                .size(DataSize.gib(1))
                .shared(true)
                .build(),
            "the volume at /srv is said to be shared: Leave it out: the storage tells that."),
        refused(
            () -> ContainerFeatures.builder().addMount("a b").build(),
            "\"a b\" is not a file system: Use letters, digits and underscores, for example nfs."),
        refused(
            () -> ContainerDevice.builder().path("/dev/sda").mode("660").build(),
            "\"660\" is not an access mode: Write a zero and three octal digits, for example 0660."),
        refused(
            () -> ContainerDevice.builder().path("/dev/sda").uid(-1).build(),
            range("UID -1", "", 0, Integer.MAX_VALUE)),
        refused(
            () -> ContainerDevice.builder().path("/dev/sda").gid(-1).build(),
            range("GID -1", "", 0, Integer.MAX_VALUE)),
        refused(
            () -> disk("virtio0").ssd(true).build(),
            "a disk at virtio0 has no option ssd: Leave it out, or use another slot."),
        refused(
            () -> disk("sata0").iothread(true).build(),
            "a disk at sata0 has no option iothread: Leave it out, or use another slot."),
        refused(
            () -> disk("rootfs").cache(DiskCache.NONE).build(),
            "a disk at rootfs has no option cache: Leave it out, or use another slot."),
        refused(
            () -> disk("rootfs").aio(DiskAio.NATIVE).build(),
            "a disk at rootfs has no option aio: Leave it out, or use another slot."),
        refused(
            () -> disk("rootfs").discard(true).build(),
            "a disk at rootfs has no option discard: Leave it out, or use another slot."),
        refused(
            () -> disk("rootfs").backup(false).build(),
            "a disk at rootfs has no option backup: Leave it out, or use another slot."),
        refused(
            () -> disk("rootfs").ssd(true).build(),
            "a disk at rootfs has no option ssd: Leave it out, or use another slot."),
        refused(
            () -> GuestNic.builder().bridge("vmbr0").queues(65).build(),
            range("number of queues 65", " [GST-014]", 0, 64)),
        refused(
            () -> vm().addNics(GuestNic.builder().bridge("vmbr0").mtu(575).build())
                .build(),
            range("MTU 575", " [GST-016]", 576, 65_520)),
        refused(
            () -> vm().addNics(GuestNic.builder()
                    .bridge("vmbr0")
                    .mtu(1500)
                    .model(NicModel.E1000)
                    .build())
                .build(),
            "a network card of model e1000 ignores an MTU [GST-016]: Use model virtio, or leave the"
                + " MTU out."),
        refused(
            () -> container("rootfs")
                .addNics(GuestNic.builder().bridge("vmbr0").mtu(63).build())
                .build(),
            range("MTU 63", " [GST-016]", 64, 65_535)),
        refused(
            () -> container("rootfs")
                .addNics(GuestNic.builder()
                    .bridge("vmbr0")
                    .addTrunks(VlanRange.of(20), VlanRange.of(30, 39))
                    .build())
                .build(),
            "a network card of a container takes no ranges of VLAN tags [GST-014]: Name each tag by"
                + " itself."),
        refused(
            () -> container("rootfs")
                .addNics(
                    GuestNic.builder().bridge("vmbr0").model(NicModel.E1000).build())
                .build(),
            "a network card of a container has no model e1000 [GST-014]: Leave it out."),
        refused(
            () -> container("rootfs")
                .addNics(GuestNic.builder().bridge("vmbr0").queues(2).build())
                .build(),
            "a network card of a container has no queues [GST-014]: Leave them out."),
        refused(
            () -> GuestNic.builder().bridge("$(id)").build(),
            "\"$(id)\" is not an interface name [NET-001]" + INTERFACE_ADVICE),
        refused(
            () -> Volume.parse("debian.iso"),
            "\"debian.iso\" is not a volume ID: Write storage:iso/file, for example nas:iso/a.iso."),
        refused(
            () -> Volume.parse("nas:images/a.raw"),
            "\"images\" is not a content directory: Use iso, vztmpl, import or snippets."),
        refused(
            () -> Volume.parse("nas:iso/../a.iso"),
            "\"../a.iso\" is not a file name: Use letters, digits and any of ._+=- with a letter,"
                + " digit or underscore first, for example debian-13.iso."),
        refused(
            () -> IpConfig.builder().nic(32).dhcp(true).build(),
            range("number of the network card 32", "", 0, 31)),
        refused(
            () -> IpConfig.builder().nic(0).build(),
            "net0 has neither DHCP nor an address [CI-003]: Choose one of the two."),
        refused(
            () -> IpConfig.builder()
                .nic(0)
                .dhcp(true)
                .address(new InterfaceAddress(HostAddress.parse("10.0.0.5/24"), Optional.empty()))
                .build(),
            "net0 has both DHCP and an address [CI-003]: Choose one of the two."),
        refused(
            () -> IpConfig.builder()
                .nic(0)
                .dhcp(true)
                .gateway(IpAddress.parse("10.0.0.1"))
                .build(),
            "net0 has a gateway together with DHCP [CI-004]: Leave the gateway out; Proxmox VE"
                + " ignores the whole entry otherwise."),
        refused(
            () -> IpConfig.builder().nic(0).dhcp(true).ipv6(Ipv6Source.AUTO).build(),
            "net0 has both DHCP and SLAAC [CI-003]: Choose one of the two."),
        refused(
            () -> IpConfig.builder()
                .nic(0)
                .ipv6(Ipv6Source.DHCP)
                .gateway(IpAddress.parse("2001:db8::1"))
                .build(),
            "net0 has a gateway together with ip6=dhcp [CI-004]: Leave the gateway out; Proxmox VE"
                + " ignores the whole entry otherwise."),
        refused(
            () -> IpConfig.builder()
                .nic(0)
                .address(new InterfaceAddress(HostAddress.parse("10.0.0.5/24"), Optional.empty()))
                .gateway(IpAddress.parse("2001:db8::1"))
                .build(),
            "net0 has gateway 2001:db8::1 of another family than its address [CI-003]: Name a"
                + " gateway of the family of the address."),
        refused(
            () -> CloudInitAccount.builder().name("Deploy").build(),
            "\"Deploy\" is not a user name: Use at most 32 lower-case letters, digits, dashes and"
                + " underscores, no digit or dash first, for example admin."),
        refused(
            () -> CloudInitAccount.builder().name("deploy").sudo("a\nb").build(),
            "\"a\\nb\" is not a line of text: Write one line of 1 to 1024 characters without control"
                + " or invisible characters and without blanks at its ends."),
        refused(
            () -> CloudInitFile.builder()
                .path("/etc/motd")
                .permissions("rw-r--r--")
                .content("")
                .build(),
            "\"rw-r--r--\" is not a file mode: Write three or four octal digits, for example 0644."),
        refused(
            () -> CloudInitFile.builder()
                .path("/etc/motd")
                .owner("a:b:c")
                .content("")
                .build(),
            "\"a:b:c\" is not the owner of a file: Write a user, or user and group, for example"
                + " root:adm."),
        refused(
            () -> CloudInitFile.builder().path("/etc/motd").content("a\r\n").build(),
            "content has a character that YAML can not tell for sure: Use newlines as line ends and"
                + " no control characters but tabs."),
        refused(
            () -> CloudInitCommand.of(),
            "a command has no program: Write the program first, then each argument by itself."),
        refused(
            () -> CloudInitCommand.of("echo", "\0"),
            "command has a character that YAML can not tell for sure: Use newlines as line ends and"
                + " no control characters but tabs."),
        refused(
            () -> CloudInit.builder()
                .user("ops")
                .addAccounts(CloudInitAccount.builder().name("ops").build())
                .build(),
            "user ops is there twice: Declare each user once; the login counts."),
        refused(
            () -> CloudInit.builder()
                .addFiles(CloudInitFile.builder().path("/a").content("").build())
                .addFiles(CloudInitFile.builder().path("/a").content("b").build())
                .build(),
            "file /a is there twice: Declare each file once."),
        refused(
            () ->
                CloudInit.builder().vendorData(Volume.parse("nas:iso/web.iso")).build(),
            "nas:iso/web.iso is not a snippet [CI-007]: Name a file below snippets, for example"
                + " nas:snippets/web.yaml."),
        refused(
            () -> Volume.parse("nas:import/noble-amd64.img"),
            "Proxmox VE knows no import file named noble-amd64.img: Rename it to what it holds: .qcow2, .raw or .vmdk. Images of clouds called .img"
                + " are qcow2 mostly."),
        refused(
            () -> Volume.parse("nas:iso/a.qcow2"),
            "Proxmox VE knows no iso file named a.qcow2: Use a file whose name ends in .iso or .img."),
        refused(
            () -> Volume.parse("nas:vztmpl/debian-13.img"),
            "Proxmox VE knows no vztmpl file named debian-13.img: Use a file whose name ends in"
                + " .tar.zst, .tar.gz, .tar.xz, .tar.bz2 or .tar."),
        refused(
            () -> GuestDisk.builder()
                .slot("scsi0")
                .storage("nas")
                .size(DataSize.gib(1))
                .importFrom(Volume.parse("nas:iso/a.img"))
                .build(),
            "nas:iso/a.img is nothing to make a disk from: Put the image below import, for example"
                + " nas:import/debian-13.qcow2."),
        refused(
            () -> GuestDisk.builder()
                .slot("scsi0")
                .storage("nas")
                .size(DataSize.gib(1))
                .importFrom(Volume.parse("nas:import/app.ova"))
                .build(),
            "nas:import/app.ova is a whole machine, and a disk is made from the image of one: Take the"
                + " disk out of it and name that, for example nas:import/debian-13.vmdk."),
        refused(
            () -> Checksum.parse("9f86"),
            "\"9f86\" is not a checksum: Write the algorithm first: sha256: or sha512: and the"
                + " digits."),
        refused(
            () -> Checksum.parse("md5:098f6bcd4621d373cade4e832627b4f6"),
            "\"md5\" is not an algorithm for checksums: Use sha256 or sha512."),
        refused(
            () -> Checksum.parse("sha256:9f86"),
            "\"9f86\" is not a checksum by sha256: Write 64 hexadecimal digits."),
        refused(
            () -> image("nas:snippets/a.yaml", "https://example.org/a").build(),
            "nas:snippets/a.yaml is nothing that Proxmox VE fetches: Use import, iso or vztmpl."),
        refused(
            () -> image("nas:import/a.ovf", "https://example.org/a").build(),
            "Proxmox VE fetches no import file named a.ovf: Use letters, digits and any of _.- with"
                + " an extension of its kind, for example debian-13.qcow2 for import,"
                + " debian-13.iso for iso and debian-13.tar.zst for vztmpl."),
        refused(
            () -> image("nas:import/a.qcow2", "https://u:p@example.org/a").build(),
            "\"https://u:p@example.org/a\" is not an address to fetch a file from: Write https://, a"
                + " host and a path, without user, password and query."),
        refused(
            () -> CloudInit.builder().timezone("vienna").build(),
            "\"vienna\" is not a time zone: Write an area and a place, for example Europe/Vienna, or"
                + " UTC."),
        refused(
            () -> CloudInit.builder().locale("german").build(),
            "\"german\" is not a locale: Write language, country and character set, for example"
                + " de_AT.UTF-8."),
        refused(
            () -> CloudInit.builder().storage("").build(),
            "\"\" is not a storage id [LOC-001]" + STORAGE_ADVICE),
        refused(
            () -> CloudInit.builder().user("Ro ot").build(),
            "\"Ro ot\" is not a user name: Use at most 32 lower-case letters, digits, dashes and"
                + " underscores, no digit or dash first, for example admin."),
        refused(
            () -> CloudInit.builder().addSshKeys("ssh-rsa x").build(),
            "\"ssh-rsa x\" is not an OpenSSH public key: Write one line of a .pub file: type, key in"
                + " base64 and an optional comment."),
        refused(
            () -> CloudInit.builder().searchDomain("").build(),
            "\"\" is not a DNS domain [NODE-002]: Use labels of letters, digits and inner dashes with"
                + " dots between, for example example.org."),
        refused(
            () -> CloudInit.builder().addPackages("-y").build(),
            "\"-y\" is not a package name" + PACKAGE_ADVICE),
        refused(
            () -> Migration.builder().guest(Vmid.of(200)).target("").build(),
            "\"\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> Migration.builder()
                .guest(Vmid.of(200))
                .target("pve1")
                .targetStorage("")
                .build(),
            "\"\" is not a storage id [LOC-001]" + STORAGE_ADVICE));
  }

  static Stream<Arguments> services() {
    return Stream.of(
        refused(
            () -> HaResource.builder().guest(Vmid.of(200)).maxRestart(-1).build(),
            range("max_restart -1", "", 0, 1000)),
        refused(
            () -> HaResource.builder().guest(Vmid.of(200)).maxRelocate(1001).build(),
            range("max_relocate 1001", "", 0, 1000)),
        refused(
            () -> HaResource.builder().guest(Vmid.of(200)).comment("").build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> NodeAffinity.builder().name("a b").build(),
            "\"a b\" is not the id of an HA rule [HA-004]: Use 2 or more letters, digits, dashes and"
                + " underscores, a letter first, for example db-apart."),
        refused(
            () -> NodeAffinity.builder().name("home").comment("").build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> ResourceAffinity.builder()
                .name("apart")
                .affinity(Affinity.NEGATIVE)
                .comment("")
                .build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> NodePriority.builder().node("pve1").priority(1001).build(),
            range("node priority 1001", "", 0, 1000)),
        refused(
            () -> NodePriority.builder().node("").build(),
            "\"\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> EvpnController.builder().id("a").asn(1).network("ring").build(),
            "\"a\" is not the id of an SDN controller [SDN-002]: Use 2 to 64 letters, digits, dashes"
                + " and underscores, a letter first, a letter or digit last, for example evpn1."),
        refused(
            () -> EvpnController.builder()
                .id("ev")
                .asn(4_294_967_296L)
                .network("ring")
                .build(),
            range("autonomous system number 4294967296", "", 0, 4_294_967_295L)),
        refused(
            () -> EvpnController.builder().id("ev").asn(1).network("").build(),
            "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> EvpnZone.builder().id("evz").controller("").vrfVxlan(1).build(),
            "\"\" is not the id of an SDN controller [SDN-002]: Use 2 to 64 letters, digits, dashes"
                + " and underscores, a letter first, a letter or digit last, for example evpn1."),
        refused(
            () -> EvpnZone.builder().id("evz").controller("ev").vrfVxlan(0).build(),
            range("vrf-vxlan 0", "", 1, 16_777_215)),
        refused(
            () -> SimpleZone.builder().id("too-long-").build(),
            "\"too-long-\" is not an SDN id: it has 9 characters, at most 8 are allowed [SDN-001]:"
                + " Use 2 to 8 letters and digits, a letter first, for example vnet10."),
        refused(
            () -> SimpleZone.builder().id("nat").mtu(1279).build(),
            range("MTU 1279", "", 1280, 65_520)),
        refused(
            () -> SimpleZone.builder().id("nat").ipam("").build(),
            "\"\" is not the id of an SDN controller [SDN-002]: Use 2 to 64 letters, digits, dashes"
                + " and underscores, a letter first, a letter or digit last, for example evpn1."),
        refused(
            () -> SimpleZone.builder().id("nat").addNodes("").build(),
            "\"\" is not a node name [NODE-001]" + NODE_ADVICE),
        refused(
            () -> VlanZone.builder().id("vl").bridge("").build(),
            "\"\" is not an interface name [NET-001]" + INTERFACE_ADVICE),
        refused(
            () -> VxlanZone.builder().id("vx").network("").build(),
            "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> Vnet.builder().id("vn").zone("nat").tag(0).build(),
            range("VNet tag 0", "", 1, 16_777_215)),
        refused(
            () -> Vnet.builder().id("vn").zone("nat").alias("").build(),
            "\"\" is not a line of text" + LINE_ADVICE),
        refused(
            () -> SdnSubnet.builder()
                .vnet("1")
                .subnet(Subnet.parse("10.0.0.0/24"))
                .build(),
            "\"1\" is not an SDN id [SDN-001]: Use 2 to 8 letters and digits, a letter first, for"
                + " example vnet10."),
        refused(
            () -> job().id("n").all(true).build(),
            "\"n\" is not a configuration id: Use 2 to 64 letters, digits, dashes and underscores, a"
                + " letter first, for example nightly."),
        refused(
            () -> job().build(),
            "backup job nightly takes no guest [BCK-008]: Take all guests, or name those it takes."),
        refused(
            () -> job().all(true).addGuests(Vmid.of(200)).build(),
            "backup job nightly takes all guests and also names some [BCK-008]: Take all guests, or"
                + " name those it takes."),
        refused(
            () -> job().addGuests(Vmid.of(200)).addExclude(Vmid.of(201)).build(),
            "backup job nightly leaves guests out of a list [BCK-008]: Leave them out of the list"
                + " itself; exclude goes with all guests."),
        refused(
            () -> Retention.builder().build(),
            "the retention keeps nothing by number: Name how many backups are kept, for example"
                + " keepLast(3)."),
        refused(
            () -> Retention.builder().keepLast(0).keepYearly(0).build(),
            "the retention keeps nothing by number: Name how many backups are kept, for example"
                + " keepLast(3)."),
        refused(
            () -> Retention.builder().keepLast(3).keepHourly(1_000_001).build(),
            range("number of backups to keep 1000001", "", 0, 1_000_000)),
        refused(
            () -> Retention.builder().keepLast(3).keepDaily(-1).build(),
            range("number of backups to keep -1", "", 0, 1_000_000)),
        refused(
            () -> BackupServer.builder()
                .name("")
                .address(IpAddress.parse("10.0.0.9"))
                .build(),
            "\"\" is not a name" + LABEL_ADVICE),
        refused(
            () -> HostBackup.builder()
                .schedule(NIGHT)
                .storage("pbs1")
                .addPaths("etc")
                .build(),
            "\"etc\" is not an absolute path" + PATH_ADVICE),
        refused(
            () -> Terraform.builder().apiHost("https://pve1").build(),
            "\"https://pve1\" is not an IP address or DNS name: Write an address like 10.20.0.60 or"
                + " 2001:db8::60, or a name like nas.example.org."),
        refused(
            () -> Terraform.builder()
                .addProvider(TerraformProvider.TELMATE)
                .addManage(TerraformPart.HA)
                .build(),
            "Terraform is to use Telmate/proxmox alone, which makes nothing but guests: Add the"
                + " provider bpg, or leave it out."),
        refused(
            () -> Terraform.builder().withoutGuests(true).addGuest(Vmid.of(100)).build(),
            "Terraform is to make no guest, and these: [100]: Leave out one of the two."),
        refused(
            () -> BpgVersion.parse("0.98.1"),
            "version 0.98.1 of bpg/proxmox is older than 0.99.0: Take 0.99.0 or later: before, it"
                + " has no HA rules and no replication jobs."),
        refused(
            () -> BpgVersion.parse("1.0.0"),
            "\"1.0.0\" is not a version of bpg/proxmox below 1.0: Write three numbers, as in"
                + " 0.111.1."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cluster", "hardware", "network", "storage", "guest", "services"})
  void what_can_not_be_is_refused(String text, ThrowingCallable call) {
    assertThat(Refusal.of(call)).isEqualTo(text);
  }

  @Test
  void the_ends_of_a_range_are_in_it() {
    assertThat(CorosyncLink.builder().number(0).network("a").priority(0).build().priority())
        .hasValue(0);
    assertThat(
            CorosyncLink.builder().number(7).network("a").priority(255).build().number())
        .isEqualTo(7);
    assertThat(Node.builder().name("pve1").votes(1).build().votes()).hasValue(1);
    assertThat(Node.builder().name("pve1").votes(255).build().votes()).hasValue(255);
    assertThat(Portal.parse("10.0.0.5:65535").port()).hasValue(65_535);
    assertThat(vm().memory(DataSize.mib(16)).rpo(Duration.ZERO).build().memory())
        .contains(DataSize.mib(16));
  }

  @Test
  void a_part_without_a_mandatory_field_is_a_broken_call() {
    assertThatThrownBy(() -> Network.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot build Network, some of required attributes are not set [name]");
    assertThatThrownBy(() -> ClusterPlan.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot build ClusterPlan, some of required attributes are not set [name]");
  }

  @Test
  void null_is_a_broken_call() {
    assertThatThrownBy(() -> Network.builder().name(null)).isInstanceOf(NullPointerException.class);
  }

  private static ZfsPool.Builder pool(ZfsRaid raid, int disks) {
    ZfsPool.Builder pool = ZfsPool.builder().name("tank").raid(raid);
    for (int disk = 0; disk < disks; disk++) {
      pool.addDevices("/dev/disk/by-id/disk" + disk);
    }
    return pool;
  }

  private static String fewDisks(String raid, int fewest, int disks) {
    return "a ZFS pool of layout " + raid + " has at least " + fewest + " disks, not " + disks
        + " [LOC-011]: Name more disks, or use another layout.";
  }

  private static NfsStorage.Builder nfs() {
    return NfsStorage.builder().id("nas").server("nas").export("/srv");
  }

  private static IscsiStorage iscsi(Lun... luns) {
    return IscsiStorage.builder()
        .id("san")
        .target("iqn.2024-02.example:a")
        .addPortals(Portal.parse("san"))
        .addLuns(luns)
        .build();
  }

  private static Image.Builder image(String volume, String url) {
    return Image.builder()
        .volume(Volume.parse(volume))
        .url(url)
        .checksum(Checksum.parse("sha256:" + "0".repeat(64)));
  }
}

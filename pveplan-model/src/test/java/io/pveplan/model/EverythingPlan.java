package io.pveplan.model;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.automation.Installation;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.ceph.PoolApplication;
import io.pveplan.model.cluster.AutoRebalance;
import io.pveplan.model.cluster.BandwidthLimits;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.cluster.TagColor;
import io.pveplan.model.cluster.TagOrdering;
import io.pveplan.model.cluster.TagShape;
import io.pveplan.model.cluster.TagStyle;
import io.pveplan.model.cluster.UserTagAccess;
import io.pveplan.model.cluster.UserTags;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Checksum;
import io.pveplan.model.guest.Clone;
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
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskFilter;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.BridgePort;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.ReservedRange;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VirtualAddress;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanProtocol;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
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
import io.pveplan.model.storage.DiskFormat;
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
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.model.storage.SmbVersion;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.model.unit.Length;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A plan with every type of the model, and every field of each type set somewhere. */
public final class EverythingPlan {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops";

  private EverythingPlan() {}

  /** The plan, each part of it with a line. */
  public static ClusterPlan plan() {
    return ClusterPlan.builder()
        .name("everything")
        .declaredAt(line(1))
        .target(ProductVersion.PVE_8_4)
        .addMustSurvive(
            SurvivalGoal.builder()
                .number(2)
                .failure(FailureKind.NODE)
                .declaredAt(line(2))
                .build(),
            SurvivalGoal.builder()
                .number(1)
                .failure(FailureKind.RACK)
                .declaredAt(line(3))
                .build())
        .macsFromVmids(7)
        .goLive(LocalDate.of(2027, 1, 31))
        .repository(PackageRepository.ENTERPRISE)
        .installation(Installation.builder()
            .country("at")
            .keyboard(Keyboard.DE_CH)
            .timezone("Europe/Vienna")
            .mail("ops@example.net")
            .rootPasswordHash(SecretReference.env("ROOT_HASH"))
            .addSshKey(KEY)
            .declaredAt(line(7))
            .build())
        .domain("example.net")
        .addDnsServers(IpAddress.parse("10.0.0.2"), IpAddress.parse("2001:db8::2"))
        .addTimeServers("ntp2.example.net", "ntp1.example.net")
        .addPackages("multipath-tools", "dnsmasq")
        .corosync(corosync())
        .datacenter(datacenter())
        .addCircuits(
            Circuit.builder()
                .name("feed-a")
                .ups("ups-a")
                .upsAddress(address("10.0.0.240/24", "mgmt"))
                .declaredAt(line(2))
                .build(),
            Circuit.builder().name("feed-b").build())
        .addDeviceMappings(
            DeviceMapping.builder()
                .deviceKind(DeviceKind.PCI)
                .id("gpu")
                .description("graphics card")
                .mediated(true)
                .liveMigration(true)
                .addDevices(
                    MappedDevice.builder()
                        .node("pve1")
                        .path("0000:41:00.0")
                        .deviceId("10de:2204")
                        .subsystemId("10de:1467")
                        .iommuGroup(30)
                        .declaredAt(line(71))
                        .build(),
                    MappedDevice.builder()
                        .node("pve2")
                        .path("0000:c1:00.0")
                        .deviceId("10de:2204")
                        .build())
                .declaredAt(line(70))
                .build(),
            DeviceMapping.builder()
                .deviceKind(DeviceKind.DIRECTORY)
                .id("share")
                .addDevice(
                    MappedDevice.builder().node("pve1").path("/srv/share").build())
                .build())
        .addRack(
            Rack.builder().name("rack-a").room("basement").declaredAt(line(6)).build())
        .addSwitches(switches())
        .addNetworks(networks())
        .addNodes(
            pve1(),
            Node.builder()
                .name("pve2")
                .hardware(Hardware.builder()
                    .systemDisks(SystemDisks.builder()
                        .filesystem(SystemFilesystem.ZFS)
                        .raid(SystemRaid.RAIDZ1)
                        .addFilter(new DiskFilter("ID_MODEL", "EXAMPLE_BOOT*"))
                        .build())
                    .build())
                .declaredAt(line(30))
                .build())
        .addCables(cables())
        .addStorageServer(StorageServer.builder()
            .name("nas")
            .addAddresses(IpAddress.parse("10.0.3.50"))
            .heads(2)
            .logDevice(true)
            .latency(Duration.ofMillis(3))
            .mtu(Mtu.of(9000))
            .declaredAt(line(31))
            .build())
        .addStorage(DirStorage.builder()
            .id("files")
            .directory("/srv/files")
            .format(DiskFormat.QCOW2)
            .preallocation(Preallocation.FALLOC)
            .snapshotAsVolumeChain(true)
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .shared(true)
            .disabled(true)
            .addContent(ContentType.SNIPPETS, ContentType.ISO)
            .addNodes("pve2", "pve1")
            .build())
        .addStorage(NfsStorage.builder()
            .id("nas")
            .server("10.0.3.50")
            .export("/export/pve")
            .format(DiskFormat.QCOW2)
            .snapshotAsVolumeChain(true)
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .version(NfsVersion.V4_2)
            .recovery(NfsRecovery.HARD)
            .options("nconnect=4")
            .preallocation(Preallocation.FALLOC)
            .disabled(true)
            .addContent(
                ContentType.ISO,
                ContentType.VZTMPL,
                ContentType.IMPORT,
                ContentType.BACKUP,
                ContentType.SNIPPETS)
            .addNodes("pve1")
            .build())
        .addStorage(ZfsPoolStorage.builder()
            .id("tank-vm")
            .pool("tank/vm")
            .sparse(true)
            .blocksize(DataSize.kib(16))
            .disabled(true)
            .addContent(ContentType.IMAGES, ContentType.ROOTDIR)
            .addNodes("pve1")
            .build())
        .addStorage(LvmStorage.builder()
            .id("san-lvm")
            .vgname("vg_cluster")
            .snapshotAsVolumeChain(true)
            .base("san:0.0.1.scsi-36000")
            .shared(true)
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(IscsiStorage.builder()
            .id("san")
            .addPortals(Portal.parse("10.0.3.60"), Portal.parse("10.0.3.61:3261"))
            .target("iqn.2024-02.example:cluster.lun1")
            .disabled(true)
            .addContent(ContentType.NONE)
            .addNodes("pve1")
            .build())
        .openIscsi(OpenIscsi.builder()
            .replacementTimeout(Duration.ofSeconds(15))
            .startup(SessionStartup.AUTOMATIC)
            .build())
        .addStorage(IscsiStorage.builder()
            .id("san2")
            .addPortals(Portal.parse("10.0.3.65"), Portal.parse("10.0.3.66"))
            .target("iqn.2024-02.example:cluster.san2")
            .addLun(Lun.builder()
                .number(1)
                .wwid("360000000000000000e00000000010001")
                .alias("mpath_san2")
                .size(DataSize.tib(2))
                .build())
            .disabled(true)
            .addContent(ContentType.NONE)
            .addNodes("pve1")
            .build())
        .addStorage(LvmStorage.builder()
            .id("san2-lvm")
            .vgname("vg_san2")
            .addLun(new LunId("san2", 1))
            .shared(true)
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(RbdStorage.builder()
            .id("rbd-archive")
            .pool("archive")
            .dataPool("cold-data")
            .namespace("tenant1")
            .addMonitors("10.0.9.1", "10.0.9.2")
            .username("pve")
            .keyring(SecretReference.file("/root/ceph.client.pve.keyring"))
            .krbd(true)
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(CephFsStorage.builder()
            .id("remote-fs")
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .fileSystem("remote")
            .subdir("/pve")
            .addMonitors("10.0.9.1", "10.0.9.2")
            .username("pve")
            .keyring(SecretReference.file("/root/ceph.client.pve.secret"))
            .fuse(true)
            .options("noatime")
            .disabled(true)
            .addContent(ContentType.ISO)
            .addNodes("pve1")
            .build())
        .addStorage(CifsStorage.builder()
            .id("files-smb")
            .server("10.0.3.51")
            .share("pve$")
            .format(DiskFormat.QCOW2)
            .preallocation(Preallocation.FALLOC)
            .snapshotAsVolumeChain(true)
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .username("pve")
            .password(SecretReference.file("/root/smb"))
            .domain("EXAMPLE")
            .smbVersion(SmbVersion.V3_11)
            .subdir("/images")
            .options("echo_interval=30")
            .disabled(true)
            .addContent(ContentType.BACKUP)
            .addNodes("pve1")
            .build())
        .addStorage(BtrfsStorage.builder()
            .id("fast")
            .directory("/srv/fast")
            .preallocation(Preallocation.FULL)
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .nocow(true)
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(LvmThinStorage.builder()
            .id("thin")
            .vgname("pve")
            .thinPool("data")
            .disabled(true)
            .addContent(ContentType.ROOTDIR)
            .addNodes("pve1")
            .build())
        .addStorage(IscsiDirectStorage.builder()
            .id("direct")
            .portal(Portal.parse("10.0.3.60:3261"))
            .target("iqn.2024-02.example:cluster.lun2")
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(ZfsOverIscsiStorage.builder()
            .id("zsan")
            .server("10.0.3.62")
            .target("iqn.2024-02.example:zsan")
            .pool("tank/pve")
            .provider(IscsiProvider.LIO)
            .lioTpg("tpg1")
            .blocksize(DataSize.kib(16))
            .sparse(true)
            .disabled(true)
            .addContent(ContentType.IMAGES)
            .addNodes("pve1")
            .build())
        .addStorage(EsxiStorage.builder()
            .id("old")
            .server("10.0.3.63")
            .username("root")
            .password(SecretReference.env("ESXI_PASSWORD"))
            .skipCertVerification(true)
            .disabled(true)
            .addContent(ContentType.IMPORT)
            .addNodes("pve1")
            .build())
        .addStorage(PbsStorage.builder()
            .id("pbs1")
            .server("pbs.example.net")
            .datastore("store1")
            .namespace("prod/site1")
            .pruneBackups(Retention.builder()
                .keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)
                .build())
            .maxProtectedBackups(5)
            .username("cluster@pbs!plan")
            .password(SecretReference.file("/root/pbs-token"))
            .fingerprint("ab:".repeat(31) + "cd")
            .disabled(true)
            .addContent(ContentType.BACKUP)
            .addNodes("pve1")
            .build())
        .addReplicationJob(ReplicationJob.builder()
            .guest(Vmid.of(200))
            .number(0)
            .target("pve2")
            .schedule(CalendarEvent.parse("*/30"))
            .rate(DataRate.megabytesPerSecond(100))
            .comment("to pve2")
            .disabled(true)
            .removal(ReplicationRemoval.FULL)
            .declaredAt(line(40))
            .build())
        .ceph(Ceph.builder()
            .publicNetwork("ceph")
            .clusterNetwork("ceph")
            .addMonitors("pve2", "pve1")
            .addManagers("pve2", "pve1")
            .release(CephRelease.SQUID)
            .repository(CephRepository.NO_SUBSCRIPTION)
            .cephx(false)
            .addMonitorAddress(MonitorAddress.builder()
                .node("pve1")
                .address(IpAddress.parse("10.0.2.11"))
                .build())
            .addMetadataServer(MetadataServer.builder().node("pve1").build())
            .addMetadataServer(
                MetadataServer.builder().node("pve2").name("mds-b").build())
            .osdMemoryTarget(DataSize.gib(6))
            .locations(true)
            .addCrushRule(CrushRule.builder()
                .name("by-rack")
                .failureDomain(FailureDomain.RACK)
                .deviceClass("nvme")
                .build())
            .addPool(CephPool.builder()
                .name("vm-disks")
                .size(3)
                .minSize(2)
                .crushRule("by-rack")
                .pgNum(256)
                .pgNumMin(64)
                .autoscale(AutoscaleMode.ON)
                .targetSize(DataSize.tib(2))
                .targetRatio(0.8)
                .plannedData(DataSize.tib(1))
                .application(PoolApplication.RBD)
                .build())
            .addPool(CephPool.builder().name("archive").addStorages(false).build())
            .addPool(CephPool.builder()
                .name("cold")
                .erasureCode(ErasureCode.builder()
                    .dataChunks(4)
                    .codingChunks(2)
                    .failureDomain(FailureDomain.HOST)
                    .deviceClass("hdd")
                    .minSize(5)
                    .build())
                .build())
            .addFileSystem(CephFileSystem.builder()
                .name("files")
                .pgNum(64)
                .crushRule("by-rack")
                .activeServers(1)
                .plannedData(DataSize.gib(500))
                .addStorage(false)
                .build())
            .declaredAt(line(41))
            .build())
        .addImage(Image.builder()
            .volume(Volume.parse("nas:import/debian-13.qcow2"))
            .url("https://cloud.example.org/debian-13.qcow2")
            .checksum(Checksum.parse("sha256:" + "0123456789abcdef".repeat(4)))
            .declaredAt(line(55))
            .build())
        .addGuests(template(), web(), container())
        .ha(ha())
        .addMigration(Migration.builder()
            .guest(Vmid.of(200))
            .target("pve2")
            .running(false)
            .online(true)
            .withLocalDisks(true)
            .targetStorage("vm-disks")
            .declaredAt(line(60))
            .build())
        .sdn(sdn())
        .backup(backup())
        .terraform(Terraform.builder()
            .addProviders(TerraformProvider.TELMATE, TerraformProvider.BPG)
            .apiHost("pve1.example.net")
            .addGuests(Vmid.of(300), Vmid.of(200))
            .bpgVersion(BpgVersion.parse("0.99.0"))
            .addManages(TerraformPart.HA, TerraformPart.STORAGES)
            .importBlocks(true)
            .declaredAt(line(90))
            .build())
        .build();
  }

  /** A line of code that declared something. */
  static Origin line(int number) {
    return new Origin("example.Everything", "Everything.java", number);
  }

  private static Corosync corosync() {
    return Corosync.builder()
        .addLinks(
            CorosyncLink.builder().number(0).network("ring").priority(20).build(),
            CorosyncLink.builder().number(1).network("mgmt").build())
        .tokenCoefficient(125)
        .qdevice(QDevice.builder()
            .address(IpAddress.parse("10.0.0.9"))
            .force(true)
            .rack("rack-a")
            .addPowerSupply(PowerSupply.builder().circuit("feed-a").build())
            .switchName("sw2")
            .build())
        .declaredAt(line(3))
        .build();
  }

  private static Datacenter datacenter() {
    return Datacenter.builder()
        .migration(MigrationSettings.builder()
            .type(MigrationType.INSECURE)
            .network("ring")
            .build())
        .replication(MigrationSettings.builder().network("mgmt").build())
        .scheduling(Scheduling.builder()
            .mode(SchedulingMode.DYNAMIC)
            .rebalanceOnStart(true)
            .autoRebalance(AutoRebalance.builder()
                .threshold(40)
                .method(RebalanceMethod.TOPSIS)
                .holdRounds(5)
                .margin(20)
                .build())
            .build())
        .shutdownPolicy(ShutdownPolicy.MIGRATE)
        .macPrefix("BC:24:11:0")
        .bandwidthLimits(BandwidthLimits.builder()
            .general(DataRate.gbit(8))
            .restore(DataRate.gbit(2))
            .migration(DataRate.gbit(4))
            .move(DataRate.gbit(3))
            .cloning(DataRate.megabytesPerSecond(100))
            .build())
        .nextIds(NextIds.builder().lower(1000).upper(10_000).build())
        .tagStyle(TagStyle.builder()
            .shape(TagShape.FULL)
            .ordering(TagOrdering.CONFIG)
            .caseSensitive(true)
            .addColors(
                new TagColor("prod", "aa0000", Optional.of("ffffff")),
                new TagColor("web", "00aa00", Optional.empty()))
            .build())
        .addRegisteredTags("prod", "backup")
        .userTagAccess(
            UserTagAccess.builder().allowed(UserTags.LIST).addList("web", "db").build())
        .console(ConsoleViewer.XTERMJS)
        .keyboard("de-ch")
        .language("pt_BR")
        .emailFrom("ops@example.net")
        .maxWorkers(4)
        .description("Prod: both sites")
        .declaredAt(line(4))
        .build();
  }

  private static Network[] networks() {
    return new Network[] {
      Network.builder()
          .name("mgmt")
          .subnet(Subnet.parse("10.0.0.0/24"))
          .gateway(IpAddress.parse("10.0.0.1"))
          .addTraffic(Traffic.MANAGEMENT, Traffic.OUT_OF_BAND)
          .declaredAt(line(5))
          .build(),
      Network.builder()
          .name("ring")
          .subnet(Subnet.parse("2001:db8:1::/64"))
          .addTraffic(Traffic.MIGRATION, Traffic.COROSYNC)
          .addDhcpRange(ReservedRange.builder()
              .range(AddressRange.parse("2001:db8:1::1000-2001:db8:1::1fff"))
              .declaredAt(line(13))
              .build())
          .addReservedRange(ReservedRange.builder()
              .range(AddressRange.parse("2001:db8:1::200-2001:db8:1::2ff"))
              .purpose("test lab")
              .build())
          .addVip(VirtualAddress.builder()
              .address(IpAddress.parse("2001:db8:1::5"))
              .purpose("proxy of the API")
              .declaredAt(line(14))
              .build())
          .redundant(true)
          .build(),
      Network.builder()
          .name("ceph")
          .subnet(Subnet.parse("10.0.2.0/24"))
          .addTraffic(Traffic.CEPH_CLUSTER, Traffic.CEPH_PUBLIC)
          .mtu(Mtu.of(9000))
          .latency(Duration.ofMillis(2))
          .bandwidth(DataRate.gbit(20))
          .build(),
      Network.builder()
          .name("guests")
          .addTraffic(Traffic.GUEST)
          .addVlans(VlanRange.of(100, 199), VlanRange.of(300))
          .build(),
    };
  }

  private static Switch[] switches() {
    return new Switch[] {
      Switch.builder()
          .name("sw1")
          .rack("rack-a")
          .stack("mlag1")
          .addPowerSupply(PowerSupply.builder().circuit("feed-a").build())
          .managementAddress(address("10.0.0.201/24", "mgmt"))
          .mtu(Mtu.of(9216))
          .lacp(true)
          .addPorts(
              SwitchPorts.builder()
                  .first(1)
                  .last(48)
                  .speed(DataRate.gbit(25))
                  .lacpRate(LacpRate.FAST)
                  .addNetworks("ring", "mgmt")
                  .declaredAt(line(8))
                  .build(),
              SwitchPorts.builder()
                  .prefix("Ethernet1/")
                  .first(49)
                  .last(56)
                  .mtu(Mtu.of(9000))
                  .lacp(false)
                  .build())
          .declaredAt(line(7))
          .build(),
      Switch.builder().name("sw2").build(),
    };
  }

  private static Cable[] cables() {
    return new Cable[] {
      Cable.builder()
          .node("pve1")
          .nic("eno1")
          .switchName("sw1")
          .port("12")
          .label("A-0012")
          .length(Length.meters(3))
          .declaredAt(line(9))
          .build(),
      Cable.builder().node("pve1").switchName("sw2").port("1").build(),
    };
  }

  private static Node pve1() {
    return Node.builder()
        .name("pve1")
        .number(11)
        .votes(1)
        .release("8.4")
        .timeSync(TimeSync.CHRONY)
        .addTimeServer("10.0.0.3")
        .addExistingGuest(Vmid.of(9100))
        .addRoles(NodeRole.STORAGE, NodeRole.COMPUTE)
        .hardware(Hardware.builder()
            .cpu(Cpu.builder()
                .model("AMD EPYC 9354P")
                .sockets(1)
                .threads(64)
                .vendor(CpuVendor.AMD)
                .level(CpuLevel.V4)
                .virtualization(true)
                .iommu(true)
                .build())
            .memory(DataSize.gib(384))
            .eccMemory(true)
            .addDisk(Disk.builder()
                .device("/dev/nvme0n1")
                .size(DataSize.tb(2))
                .sectorSize(DataSize.kib(4))
                .diskKind(DiskKind.NVME)
                .controller(DiskController.HBA)
                .powerLossProtection(true)
                .build())
            .systemDisks(SystemDisks.builder()
                .filesystem(SystemFilesystem.EXT4)
                .hardwareRaid(true)
                .addDisk(Disk.builder()
                    .device("/dev/sdx")
                    .size(DataSize.gb(480))
                    .diskKind(DiskKind.SSD)
                    .build())
                .addFilter(new DiskFilter("ID_MODEL", "EXAMPLE_BOOT*"))
                .size(DataSize.gib(200))
                .swap(DataSize.gib(8))
                .declaredAt(line(8))
                .build())
            .addPowerSupplies(
                PowerSupply.builder().circuit("feed-a").build(),
                PowerSupply.builder().build())
            .bmc(Bmc.builder()
                .controller(BmcKind.IDRAC)
                .address(address("10.0.0.111/24", "mgmt"))
                .build())
            .rack("rack-a")
            .declaredAt(line(11))
            .build())
        .addInterface(Nic.builder()
            .name("eno1")
            .addAddresses(address("2001:db8:1::11/64", "ring"))
            .mtu(Mtu.of(1500))
            .comment("ring")
            .mac(MacAddress.parse("02:00:5E:00:53:01"))
            .speed(DataRate.gbit(25))
            .pinned(true)
            .declaredAt(line(12))
            .build())
        .addInterface(Nic.builder()
            .name("enp8s0")
            .bridgePort(BridgePort.builder().access(VlanTag.of(40)).build())
            .build())
        .addInterface(Bond.builder()
            .name("bond0")
            .mode(BondMode.LACP)
            .addSlaves("enp2s0", "enp3s0")
            .miimon(100)
            .hashPolicy(HashPolicy.LAYER3_4)
            .lacpRate(LacpRate.FAST)
            .switchLacpRate(LacpRate.FAST)
            .minLinks(1)
            .addAddresses(address("10.0.2.11/24", "ceph"))
            .mtu(Mtu.of(9000))
            .comment("ceph")
            .build())
        .addInterface(Bond.builder()
            .name("bond1")
            .mode(BondMode.ACTIVE_BACKUP)
            .addSlaves("enp4s0", "enp5s0")
            .primary("enp4s0")
            .bridgePort(BridgePort.builder()
                .access(VlanTag.of(30))
                .learning(false)
                .arpNdSuppress(true)
                .unicastFlood(false)
                .multicastFlood(true)
                .build())
            .build())
        .addInterface(Bond.builder()
            .name("bond2")
            .mode(BondMode.LACP_BALANCE_TCP)
            .addSlaves("enp6s0", "enp7s0")
            .build())
        .addInterface(Bridge.builder()
            .name("vmbr0")
            .addPorts("bond1")
            .vlanAware(true)
            .addVids(VlanRange.of(100, 199), VlanRange.of(300))
            .addNetworks("guests")
            .stpDelay(15)
            .addAddresses(address("10.0.0.11/24", "mgmt"), unassigned("192.0.2.11/24"))
            .mtu(Mtu.of(1500))
            .comment("management\nand guests")
            .build())
        .addInterface(Bridge.builder()
            .name("vmbr2")
            .openVswitch(true)
            .addPorts("bond2", "enp8s0")
            .build())
        .addInterface(Bridge.builder().name("vmbr3").addPorts("service").build())
        .addInterface(OvsIntPort.builder()
            .name("mgmt2")
            .bridge("vmbr2")
            .tag(VlanTag.of(20))
            .addAddresses(unassigned("198.51.101.11/24"))
            .mtu(Mtu.of(1500))
            .comment("second way in")
            .build())
        .addInterface(Vlan.builder()
            .name("service")
            .parent("bond0")
            .tag(VlanTag.of(31))
            .protocol(VlanProtocol.DOT1AD)
            .bridgePort(BridgePort.builder().learning(true).build())
            .build())
        .addInterface(Vlan.builder()
            .name("bond0.30")
            .parent("bond0")
            .tag(VlanTag.of(30))
            .addAddresses(unassigned("198.51.100.11/24"))
            .mtu(Mtu.of(1500))
            .comment("spare")
            .build())
        .addZfsPool(ZfsPool.builder()
            .name("tank")
            .raid(ZfsRaid.MIRROR)
            .addDevices("/dev/sda", "/dev/sdb")
            .addSpecial("/dev/sdc", "/dev/sdd")
            .addLog("/dev/sde")
            .addCache("/dev/sdf")
            .ashift(13)
            .compression(ZfsCompression.ZSTD)
            .encrypted(true)
            .swap(true)
            .build())
        .addZfsPool(ZfsPool.builder()
            .name("bulk")
            .raid(ZfsRaid.DRAID)
            .addDevices("/dev/sdg", "/dev/sdh", "/dev/sdi", "/dev/sdj")
            .draidData(2)
            .draidSpares(1)
            .build())
        .addLvmThinPools(LvmThinPool.builder()
            .vgname("vg_local")
            .thinPool("data")
            .addDevices("/dev/sdk")
            .build())
        .arcMax(DataSize.gib(16))
        .arcMin(DataSize.gib(4))
        .hostReserve(DataSize.gib(24))
        .addOsds(
            Osd.builder().device("/dev/nvme0n1").deviceClass("nvme").build(),
            Osd.builder().device("/dev/nvme1n1").osdsPerDevice(2).build(),
            Osd.builder()
                .device("/dev/sdm")
                .dbDevice("/dev/nvme2n1")
                .dbSize(DataSize.gib(60))
                .walDevice("/dev/nvme3n1")
                .walSize(DataSize.gib(2))
                .encrypted(true)
                .build())
        .initiator("iqn.1993-08.org.debian:01:pve1")
        .watchdogModule("ipmi_watchdog")
        .addPackages("open-iscsi", "ifupdown2")
        .declaredAt(line(10))
        .build();
  }

  private static Vm template() {
    return Vm.builder()
        .vmid(Vmid.of(9000))
        .name("template-debian")
        .template(true)
        .addDisk(GuestDisk.builder()
            .slot("scsi0")
            .storage("vm-disks")
            .size(DataSize.gib(8))
            .importFrom(Volume.parse("nas:import/debian-13.qcow2"))
            .build())
        .build();
  }

  private static Vm web() {
    return Vm.builder()
        .vmid(Vmid.of(200))
        .name("web01")
        .node("pve1")
        .cores(4)
        .sockets(2)
        .cpuType("x86-64-v3")
        .addCpuFlags("+aes", "-pcid")
        .cpuLimit(1.5)
        .cpuUnits(200)
        .numa(true)
        .machine("q35")
        .bios(Bios.OVMF)
        .efiDisk(EfiDisk.builder()
            .storage("vm-disks")
            .efitype(EfiType.SMALL)
            .preEnrolledKeys(true)
            .build())
        .tpmState(
            TpmState.builder().storage("vm-disks").version(TpmVersion.V1_2).build())
        .ostype(OsType.WIN11)
        .scsihw(ScsiController.VIRTIO_SCSI_PCI)
        .vga(VgaType.SERIAL0)
        .serial0(true)
        .addBoot("virtio0", "net0")
        .startup(Startup.builder()
            .order(2)
            .up(Duration.ofSeconds(30))
            .down(Duration.ofMinutes(5))
            .build())
        .pool("prod/web")
        .protection(true)
        .memory(DataSize.gib(8))
        .balloon(DataSize.gib(4))
        .dirtyRate(DataRate.mbit(400))
        .addDevices(
            GuestDevice.builder()
                .deviceKind(DeviceKind.PCI)
                .mapping("gpu")
                .mediatedType("nvidia-63")
                .declaredAt(line(72))
                .build(),
            GuestDevice.builder().deviceKind(DeviceKind.USB).host("1-3").build(),
            GuestDevice.builder()
                .deviceKind(DeviceKind.DIRECTORY)
                .mapping("share")
                .build())
        .addDisk(GuestDisk.builder()
            .slot("virtio0")
            .storage("tank-vm")
            .size(DataSize.gib(32))
            .format(DiskFormat.RAW)
            .replicate(false)
            .cache(DiskCache.WRITEBACK)
            .aio(DiskAio.THREADS)
            .discard(true)
            .iothread(true)
            .backup(false)
            .build())
        .addDisk(GuestDisk.builder()
            .slot("sata1")
            .storage("tank-vm")
            .size(DataSize.gib(1))
            .ssd(true)
            .build())
        .addNics(
            GuestNic.builder()
                .bridge("vmbr0")
                .tag(VlanTag.of(110))
                .addTrunks(VlanRange.of(300), VlanRange.of(120, 129))
                .model(NicModel.E1000)
                .mac(MacAddress.parse("BC:24:11:00:00:01"))
                .firewall(true)
                .declaredAt(line(51))
                .build(),
            GuestNic.builder()
                .bridge("vnet1")
                .mtu(1400)
                .queues(4)
                .rate(DataRate.megabytesPerSecond(100))
                .linkDown(true)
                .build())
        .iso(Volume.parse("nas:iso/debian-13.iso"))
        .cloudInit(CloudInit.builder()
            .storage("vm-disks")
            .user("ops")
            .addSshKeys(KEY)
            .addIpConfigs(
                IpConfig.builder()
                    .nic(0)
                    .address(address("10.0.0.50/24", "mgmt"))
                    .gateway(IpAddress.parse("10.0.0.1"))
                    .build(),
                IpConfig.builder().nic(1).dhcp(true).build(),
                IpConfig.builder().nic(1).ipv6(Ipv6Source.AUTO).build())
            .addDnsServers(IpAddress.parse("10.0.0.2"))
            .searchDomain("example.net")
            .addPackages("nginx", "curl")
            .addAccounts(CloudInitAccount.builder()
                .name("deploy")
                .addGroups("adm", "sudo")
                .sudo("ALL=(ALL) NOPASSWD:ALL")
                .shell("/bin/bash")
                .addSshKeys(KEY)
                .declaredAt(line(53))
                .build())
            .addFiles(CloudInitFile.builder()
                .path("/etc/motd")
                .permissions("0600")
                .owner("deploy:adm")
                .content("one\n\ttwo\n")
                .declaredAt(line(54))
                .build())
            .addCommands(
                CloudInitCommand.of("systemctl", "restart", "nginx"),
                CloudInitCommand.of("sh", "-c", "echo \"$HOME\" > /tmp/a b"))
            .userData(Volume.parse("nas:snippets/web01-user.yaml"))
            .networkConfig(Volume.parse("nas:snippets/web01-network.yaml"))
            .metaData(Volume.parse("nas:snippets/web01-meta.yaml"))
            .vendorData(Volume.parse("nas:snippets/web01-vendor.yaml"))
            .timezone("Europe/Vienna")
            .locale("de_AT.UTF-8")
            .upgrade(true)
            .declaredAt(line(52))
            .build())
        .clone(Clone.builder().template(Vmid.of(9000)).full(false).build())
        .agent(true)
        .rpo(Duration.ofMinutes(15))
        .rto(Duration.ofMinutes(5))
        .mustRun(true)
        .snapshots(true)
        .changeRate(DataRate.mbit(20))
        .fleet("web")
        .addTags("web", "prod")
        .description("first web server")
        .onBoot(true)
        .declaredAt(line(50))
        .build();
  }

  private static Container container() {
    return Container.builder()
        .vmid(Vmid.of(300))
        .name("dns01.example.net")
        .fleet("dns")
        .node("pve2")
        .cores(1)
        .memory(DataSize.mib(512))
        .ostemplate(Volume.parse("nas:vztmpl/debian-13.tar.zst"))
        .rootfs(GuestDisk.builder()
            .slot("rootfs")
            .storage("vm-disks")
            .size(DataSize.gib(4))
            .build())
        .unprivileged(false)
        .swap(DataSize.mib(256))
        .features(ContainerFeatures.builder()
            .nesting(true)
            .keyctl(true)
            .fuse(true)
            .addMount("nfs", "cifs")
            .build())
        .addMountPoints(
            MountPoint.builder()
                .path("/var/lib/data")
                .storage("vm-disks")
                .size(DataSize.gib(8))
                .backup(true)
                .replicate(false)
                .build(),
            MountPoint.builder()
                .path("/srv/files")
                .source("/tank/files")
                .readOnly(true)
                .shared(true)
                .build())
        .addDevices(ContainerDevice.builder()
            .path("/dev/dri/renderD128")
            .mode("0660")
            .uid(0)
            .gid(104)
            .denyWrite(true)
            .build())
        .addIpConfigs(IpConfig.builder()
            .nic(0)
            .address(address("10.0.0.60/24", "mgmt"))
            .gateway(IpAddress.parse("10.0.0.1"))
            .build())
        .addDnsServers(IpAddress.parse("10.0.0.2"))
        .searchDomain("example.net")
        .startup(Startup.builder().order(1).build())
        .pool("infra")
        .protection(true)
        .cpuLimit(0.5)
        .cpuUnits(50)
        .addNic(GuestNic.builder().bridge("vmbr0").build())
        .rpo(Duration.ZERO)
        .rto(Duration.ofHours(1))
        .mustRun(true)
        .snapshots(true)
        .changeRate(DataRate.mbit(1))
        .addTags("dns")
        .description("resolver")
        .onBoot(true)
        .declaredAt(line(53))
        .build();
  }

  private static Ha ha() {
    return Ha.builder()
        .addResources(
            HaResource.builder()
                .guest(Vmid.of(200))
                .state(HaState.STOPPED)
                .maxRestart(2)
                .maxRelocate(3)
                .failback(false)
                .comment("web")
                .build(),
            HaResource.builder().guest(Vmid.of(300)).build())
        .addNodeAffinity(NodeAffinity.builder()
            .name("home")
            .addResources(Vmid.of(300), Vmid.of(200))
            .addNodes(
                NodePriority.builder().node("pve1").priority(2).build(),
                NodePriority.builder().node("pve2").build())
            .strict(true)
            .disabled(true)
            .comment("near the users")
            .build())
        .addResourceAffinity(ResourceAffinity.builder()
            .name("apart")
            .affinity(Affinity.NEGATIVE)
            .addResources(Vmid.of(300), Vmid.of(200))
            .disabled(true)
            .comment("50% each: one stays")
            .build())
        .declaredAt(line(55))
        .build();
  }

  private static Sdn sdn() {
    return Sdn.builder()
        .addController(EvpnController.builder()
            .id("evpn1")
            .asn(4_200_000_000L)
            .network("ring")
            .build())
        .addZone(SimpleZone.builder()
            .id("simple1")
            .addNodes("pve2", "pve1")
            .mtu(1500)
            .ipam("pve")
            .dhcp(true)
            .build())
        .addZone(VlanZone.builder()
            .id("vlan1")
            .bridge("vmbr0")
            .addNodes("pve1")
            .mtu(1500)
            .ipam("pve")
            .dhcp(true)
            .build())
        .addZone(QinqZone.builder()
            .id("qinq1")
            .bridge("vmbr0")
            .tag(VlanTag.of(20))
            .addNodes("pve1")
            .mtu(1496)
            .ipam("pve")
            .dhcp(true)
            .build())
        .addZone(VxlanZone.builder()
            .id("vxlan1")
            .network("ring")
            .addNodes("pve1")
            .mtu(1450)
            .ipam("pve")
            .dhcp(true)
            .build())
        .addZone(EvpnZone.builder()
            .id("evpnz1")
            .controller("evpn1")
            .vrfVxlan(10_000)
            .addExitNodes("pve2", "pve1")
            .primaryExitNode("pve2")
            .addNodes("pve1")
            .mtu(1450)
            .ipam("pve")
            .dhcp(true)
            .build())
        .addVnet(Vnet.builder()
            .id("vnet1")
            .zone("vlan1")
            .tag(120)
            .alias("tenant 1")
            .vlanAware(true)
            .build())
        .addVnet(Vnet.builder().id("nat1").zone("simple1").build())
        .addSubnet(SdnSubnet.builder()
            .vnet("nat1")
            .subnet(Subnet.parse("10.150.10.0/24"))
            .gateway(IpAddress.parse("10.150.10.1"))
            .snat(true)
            .addDhcpRanges(AddressRange.parse("10.150.10.100-10.150.10.200"))
            .build())
        .declaredAt(line(70))
        .build();
  }

  private static Backup backup() {
    return Backup.builder()
        .addServer(BackupServer.builder()
            .name("pbs")
            .address(IpAddress.parse("10.0.3.70"))
            .addDatastores("store1", "store2")
            .build())
        .addJobs(
            BackupJob.builder()
                .id("nightly")
                .schedule(CalendarEvent.parse("mon..sat 02:30"))
                .storage("pbs1")
                .all(true)
                .addExclude(Vmid.of(9000), Vmid.of(300))
                .mode(BackupMode.SUSPEND)
                .retention(Retention.builder()
                    .keepLast(3)
                    .keepHourly(12)
                    .keepDaily(7)
                    .keepWeekly(4)
                    .keepMonthly(6)
                    .keepYearly(1)
                    .build())
                .disabled(true)
                .build(),
            BackupJob.builder()
                .id("hourly")
                .schedule(CalendarEvent.parse("*:00"))
                .storage("pbs1")
                .addGuests(Vmid.of(300), Vmid.of(200))
                .build())
        .addHostBackup(HostBackup.builder()
            .addNodes("pve2", "pve1")
            .schedule(CalendarEvent.parse("01:15"))
            .storage("pbs1")
            .addPaths("/etc/pve", "/etc/network")
            .build())
        .hostRestore(HostRestore.REJOIN)
        .declaredAt(line(80))
        .build();
  }

  private static InterfaceAddress address(String address, String network) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of(network));
  }

  private static InterfaceAddress unassigned(String address) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.empty());
  }
}

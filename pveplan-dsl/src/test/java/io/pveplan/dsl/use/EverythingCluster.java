package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_8_4;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.cluster.FailureKind.RACK;
import static io.pveplan.model.ha.Affinity.NEGATIVE;

import io.pveplan.dsl.CrushRuleRef;
import io.pveplan.dsl.RackRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PoolApplication;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.cluster.TagOrdering;
import io.pveplan.model.cluster.TagShape;
import io.pveplan.model.cluster.UserTags;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.VlanProtocol;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.IscsiProvider;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.model.storage.SmbVersion;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsRaid;
import java.time.LocalDate;
import java.util.List;

/** A plan with everything that the language can say. */
final class EverythingCluster {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops";

  private EverythingCluster() {}

  static ClusterPlan plan() {
    return cluster("everything", c -> {
      c.target(PVE_8_4).mustSurvive(2, NODE).mustSurvive(1, RACK).macsFromVmids(7);
      c.everyNode(n -> n.domain("example.net")
          .dns("10.0.0.2", "2001:db8::2")
          .timeServers("ntp1.example.net")
          .repository(PackageRepository.TEST)
          .packages("dnsmasq"));
      c.goLive(LocalDate.of(2027, 1, 31));
      c.installation(
          "at", Keyboard.DE, "Europe/Vienna", "ops@example.net", fromEnvironment("HASH"), KEY);
      c.rack("rack-a", "basement");
      var mgmt = c.network(
          "mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT, OUT_OF_BAND));
      var ring = c.network(
          "ring",
          "2001:db8:1::/64",
          net -> net.carries(COROSYNC, MIGRATION)
              .dhcp("2001:db8:1::1000-2001:db8:1::1fff")
              .reserve("2001:db8:1::200-2001:db8:1::2ff", "test lab")
              .vip("2001:db8:1::5", "proxy of the API")
              .redundant());
      var feedA = c.circuit("feed-a", "ups-a", mgmt.host(240));
      var feedB = c.circuit("feed-b", "ups-b");
      c.circuit("feed-c");
      var ceph = c.network(
          "ceph",
          "10.0.2.0/24",
          net -> net.carries(CEPH_PUBLIC, CEPH_CLUSTER)
              .mtu(9000)
              .latency(milliseconds(2))
              .bandwidth(gbit(20)));
      var sw1 = c.ethernetSwitch(
          "sw1",
          s -> s.ports(48, gbit(25))
              .ports(
                  "uplink",
                  1,
                  4,
                  p -> p.speed(gbit(100))
                      .mtu(9000)
                      .withoutLacp()
                      .lacpRate(LacpRate.FAST)
                      .carries(mgmt, ring))
              .ports("mgmt", 0, 0, p -> p.lacp())
              .mtu(9216)
              .lacp()
              .rack(RackRef.named("rack-a"))
              .stack("mlag1")
              .powerSupplies(feedA, feedB)
              .managementAddress(mgmt.host(201)));
      c.ethernetSwitch("sw2", s -> s.powerSupplies(1).withoutLacp().rack("rack-a"));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199).vlan(300));
      var pve1 = c.node(
          "pve1",
          n -> n.roles(NodeRole.COMPUTE, NodeRole.STORAGE)
              .number(11)
              .votes(1)
              .release("8.4")
              .timeSync(TimeSync.CHRONY)
              .timeServers("10.0.0.3")
              .existingGuests(9100)
              .hardware(h -> h.cpu(
                      "AMD EPYC 9354P",
                      1,
                      b -> b.threads(64)
                          .withoutVirtualization()
                          .withoutIommu()
                          .level(CpuLevel.V4)
                          .vendor(CpuVendor.AMD))
                  .memory(gib(384))
                  .eccMemory()
                  .disk(
                      "/dev/nvme0n1",
                      tb(2),
                      DiskKind.NVME,
                      d -> d.controller(DiskController.HBA)
                          .sectorSize(kib(4))
                          .powerLossProtection(true)))
              .hardware(h -> h.systemDisks(
                      SystemFilesystem.ZFS,
                      d -> d.raid(SystemRaid.RAID1)
                          .disk("/dev/sdx", gb(480), DiskKind.SSD)
                          .disk("/dev/sdy", gb(480), DiskKind.SSD)
                          .filter("ID_MODEL", "EXAMPLE_BOOT*")
                          .size(gib(100)))
                  .powerSupplies(feedA, feedB)
                  .powerSupplies(1)
                  .bmc(BmcKind.IDRAC, mgmt.host(111))
                  .rack("rack-a"))
              .nic(
                  "eno1",
                  b -> b.pinned("02:00:5E:00:53:01")
                      .speed(gbit(25))
                      .mtu(1500)
                      .addresses(ring.host(11))
                      .address("203.0.113.11/24")
                      .comment("ring"))
              .nic("eno2", ring.address("2001:db8:1::12"))
              .nic("enp9s0", b -> b.asPort(portOptions().access(40)))
              .nic("enp10s0", b -> b.mac("02:00:5E:00:53:02"))
              .bond(
                  lacp("bond0", "enp2s0", "enp3s0")
                      .switchLacpRate(LacpRate.FAST)
                      .hashPolicy(HashPolicy.LAYER3_4)
                      .fast()
                      .miimon(50)
                      .minLinks(1)
                      .mtu(9000)
                      .comment("ceph"),
                  ceph.host(11))
              .bond(bond("bond2", BondMode.BALANCE_RR, "enp6s0"))
              .bridge(
                  "vmbr0",
                  b -> b.over(activeBackup("bond1", "enp4s0", "enp5s0")
                          .primary("enp4s0")
                          .asPort(portOptions()
                              .access(30)
                              .learning(false)
                              .arpNdSuppress(true)
                              .unicastFlood(false)
                              .multicastFlood(true)))
                      .spanningTree(15)
                      .vlanAware("100-199", "300")
                      .carries(guests)
                      .address(mgmt.host(11))
                      .address("192.0.2.11/24")
                      .mtu(1500)
                      .comment("management and guests"))
              .bridge("vmbr1", b -> b.over("bond2").vlanAware())
              .bridge(
                  "vmbr2",
                  b -> b.openVswitch()
                      .over(bond("bond3", BondMode.LACP_BALANCE_TCP, "enp7s0", "enp8s0"))
                      .over("enp9s0"))
              .ovsIntPort(
                  "mgmt2",
                  "vmbr2",
                  p -> p.tag(20)
                      .addresses(mgmt.host(13))
                      .address("198.51.101.11/24")
                      .mtu(1500)
                      .comment("second way in"))
              .bridge("vmbr3", b -> b.over("service"))
              .vlan(
                  "service",
                  "bond0",
                  31,
                  b -> b.protocol(VlanProtocol.DOT1AD).asPort(portOptions().learning(true)))
              .vlan(
                  "bond0.30",
                  b -> b.addresses(mgmt.host(12))
                      .address("198.51.100.11/24")
                      .mtu(1500)
                      .comment("spare"))
              .vlan("bond0.32")
              .cable("enp2s0", sw1.port(1), k -> k.label("A-0001").length(meters(3)))
              .cable("enp3s0", sw1.port("2"), k -> k.length(centimeters(50)))
              .cable("eno1", sw1.port(3))
              .bmcCable(sw1.port("mgmt0"), k -> k.label("A-0002"))
              .zpool(
                  "tank",
                  ZfsRaid.MIRROR,
                  List.of("/dev/sda", "/dev/sdb"),
                  p -> p.special("/dev/sdc", "/dev/sdd")
                      .log("/dev/sde")
                      .cache("/dev/sdf")
                      .ashift(13)
                      .compression(ZfsCompression.ZSTD)
                      .encrypted()
                      .swap())
              .zpool(
                  "bulk",
                  ZfsRaid.DRAID,
                  List.of("/dev/sdg", "/dev/sdh", "/dev/sdi", "/dev/sdj"),
                  p -> p.draid(2, 1))
              .zpool("fast", ZfsRaid.SINGLE, "/dev/sdl")
              .lvmThin("vg_local", "data", "/dev/sdk")
              .arcMax(gib(16))
              .arcMin(gib(4))
              .hostReserve(gib(24))
              .osds("/dev/nvme1n1")
              .osd("/dev/nvme0n1", "nvme")
              .osd("/dev/nvme4n1", s -> s.perDevice(2))
              .osd(
                  "/dev/sdm",
                  s -> s.deviceClass("hdd")
                      .db("/dev/nvme2n1", gib(60))
                      .wal("/dev/nvme3n1", gib(2))
                      .encrypted())
              .osd("/dev/sdn", s -> s.db("/dev/nvme2n1").wal("/dev/nvme3n1"))
              .initiator("iqn.1993-08.org.debian:01:pve1")
              .watchdogModule("ipmi_watchdog")
              .packages("open-iscsi"));
      var pve2 = c.nodes(
              List.of("pve2"),
              name -> name,
              (n, name) -> n.with(it -> it.votes(1))
                  .hardware(h -> h.systemDisks(
                      SystemFilesystem.EXT4,
                      d -> d.disk("/dev/sda", gb(480), DiskKind.SSD)
                          .hardwareRaid()
                          .swap(gib(8)))))
          .get(0);
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt).qdevice("10.0.0.8"));
      c.corosync(k -> k.forcedQdevice(
              "10.0.0.9",
              q -> q.rack("rack-b")
                  .rack(RackRef.named("rack-a"))
                  .powerSupplies(feedA)
                  .on(sw1))
          .tokenCoefficient(125));
      c.datacenter(d -> d.scheduling(s -> s.autoRebalance()));
      c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC)
              .rebalanceOnStart()
              .autoRebalance(a ->
                  a.threshold(40).method(RebalanceMethod.TOPSIS).holdRounds(5).margin(20)))
          .shutdownPolicy(ShutdownPolicy.MIGRATE)
          .macPrefix("BC:24:11:0")
          .bandwidthLimits(l -> l.general(gbit(8))
              .restore(gbit(2))
              .migration(gbit(4))
              .move(gbit(3))
              .cloning(megabytesPerSecond(100)))
          .nextIds(1000, 10_000)
          .tagStyle(s -> s.shape(TagShape.FULL)
              .ordering(TagOrdering.CONFIG)
              .caseSensitive()
              .color("prod", "aa0000", "ffffff")
              .color("web", "00aa00"))
          .registeredTags("prod", "backup")
          .userTags(UserTags.LIST, "web", "db")
          .console(ConsoleViewer.XTERMJS)
          .keyboard("de-ch")
          .language("pt_BR")
          .emailFrom("ops@example.net")
          .maxWorkers(4)
          .description("Prod: both sites"));
      c.migration(m -> m.over(ring).insecure());
      c.replication(m -> m.over(mgmt).secure());
      c.storageServer(
          "nas",
          s -> s.addresses("10.0.3.50")
              .heads(2)
              .logDevice()
              .latency(milliseconds(3))
              .mtu(9000));
      c.storage(
          dir("files", "/srv/files"),
          s -> s.shared()
              .format(DiskFormat.QCOW2)
              .preallocation(Preallocation.FALLOC)
              .snapshotsAsVolumeChain()
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .content(ContentType.ISO)
              .nodes(pve1)
              .disabled());
      var nas = c.storage(
          nfs("nas", "10.0.3.50", "/export/pve"),
          s -> s.options("vers=4.2,soft")
              .format(DiskFormat.QCOW2)
              .preallocation(Preallocation.FALLOC)
              .snapshotsAsVolumeChain()
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .content(ContentType.ISO, ContentType.VZTMPL, ContentType.IMPORT)
              .nodes(List.of(pve1, pve2))
              .disabled());
      var tank = c.storage(
          zfs("tank-vm", "tank/vm"),
          s -> s.sparse()
              .blocksize(mib(1))
              .content(ContentType.IMAGES)
              .nodes(pve1)
              .disabled());
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(
                  pve1,
                  "0000:41:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(30))
              .device(pve2, "0000:c1:00", "10de:2204")
              .mediated()
              .liveMigration()
              .description("graphics card"));
      var dongle = c.usbMapping(
          "dongle",
          m -> m.device(pve1, "0529:0001")
              .device(pve2, "0529:0001", "1-2.3")
              .description("license"));
      var share =
          c.directoryMapping("share", m -> m.directory(pve1, "/srv/share").description("files"));
      c.openIscsi(i -> i.replacementTimeout(seconds(15)).startup(SessionStartup.AUTOMATIC));
      var san2 = c.storage(
          iscsi("san2", "10.0.3.65", "iqn.2024-02.example:cluster.san2"),
          s -> s.lun(
                  1,
                  l -> l.wwid("360000000000000000e00000000010001")
                      .alias("mpath_san2")
                      .size(mib(1)))
              .lun(2));
      c.storage(lvm("san2-lvm", "vg_san2"), s -> s.on(san2, 1).shared());
      c.storage(
          nfs("nas2", "10.0.3.50", "/export/more"),
          s -> s.version(NfsVersion.V4_2)
              .hard()
              .options("nconnect=4")
              .preallocation(Preallocation.FALLOC));
      c.storage(
          iscsi("san", "10.0.3.60", "iqn.2024-02.example:cluster.lun1"),
          s -> s.portals("10.0.3.61:3261").content(ContentType.NONE).nodes(pve1).disabled());
      c.storage(
          lvm("san-lvm", "vg_cluster"),
          s -> s.shared()
              .snapshotsAsVolumeChain()
              .base("san:0.0.1.scsi-36000")
              .content(ContentType.IMAGES)
              .nodes(pve1)
              .disabled());
      c.storage(
          cifs("files-smb", "10.0.3.51", "pve$"),
          s -> s.login("pve", fromFile("/root/smb"))
              .format(DiskFormat.QCOW2)
              .preallocation(Preallocation.FALLOC)
              .snapshotsAsVolumeChain()
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .domain("EXAMPLE")
              .smbVersion(SmbVersion.V3_11)
              .subdir("/images")
              .options("echo_interval=30")
              .content(ContentType.BACKUP)
              .nodes(pve1)
              .disabled());
      c.storage(
          btrfs("fast", "/srv/fast"),
          s -> s.nocow()
              .preallocation(Preallocation.FULL)
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .content(ContentType.IMAGES)
              .nodes(pve1)
              .disabled());
      c.storage(
          lvmThin("thin", "pve", "data"),
          s -> s.content(ContentType.ROOTDIR).nodes(pve1).disabled());
      c.storage(
          iscsiDirect("direct", "10.0.3.60:3261", "iqn.2024-02.example:z"),
          s -> s.content(ContentType.IMAGES).nodes(pve1).disabled());
      c.storage(
          zfsOverLio("zsan", "10.0.3.62", "iqn.2024-02.example:z", "tank/pve", mib(1), "tpg1"),
          s -> s.sparse().content(ContentType.IMAGES).nodes(pve1).disabled());
      c.storage(
          zfsOverIscsi(
              "zsan2",
              "10.0.3.64",
              "iqn.2024-02.example:z",
              "tank/pve",
              mib(1),
              IscsiProvider.ISTGT),
          s -> {});
      c.storage(
          esxi("old", "10.0.3.63", "root", fromEnvironment("ESXI_PASSWORD")),
          s -> s.skipCertVerification().content(ContentType.IMPORT).nodes(pve1).disabled());
      var pbs = c.storage(
          pbs("pbs1", "pbs.example.net", "store1", "cluster@pbs!plan", fromFile("/root/token")),
          s -> s.namespace("prod/site1")
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .fingerprint("ab:".repeat(31) + "cd")
              .content(ContentType.BACKUP)
              .nodes(pve1)
              .disabled());
      c.ceph(s -> s.publicNetwork(ceph)
          .clusterNetwork(ceph)
          .monitorsOn(List.of(pve1, pve2))
          .managersOn(List.of(pve1))
          .release(CephRelease.SQUID)
          .repository(CephRepository.NO_SUBSCRIPTION)
          .withoutCephx()
          .monitor(pve1, "10.0.2.11")
          .metadataServersOn(List.of(pve1))
          .metadataServer(pve2, "mds-b")
          .osdMemoryTarget(gib(6))
          .locations());
      var byRack = c.crushRule("by-rack", FailureDomain.RACK, p -> p.deviceClass("nvme"));
      var disks = c.cephPool(
          "vm-disks",
          p -> p.size(3)
              .minSize(2)
              .crushRule(byRack)
              .pgNum(256)
              .pgNumMin(64)
              .autoscale(AutoscaleMode.ON)
              .targetSize(tib(2))
              .targetRatio(0.8)
              .plannedData(tib(1))
              .application(PoolApplication.RBD));
      c.cephPool("archive", p -> p.withoutStorage());
      c.cephPool(
          "cold",
          p -> p.erasureCoded(
              4, 2, e -> e.failureDomain(FailureDomain.HOST).deviceClass("hdd").minSize(5)));
      c.cephPool("plain-cold", p -> p.erasureCoded(2, 1));
      c.cephFs(
          "files",
          p -> p.pgNum(64)
              .crushRule(CrushRuleRef.named("by-rack"))
              .activeServers(1)
              .plannedData(gib(500))
              .withoutStorage());
      c.cephFs("more-files", p -> p.crushRule(CrushRuleRef.replicated()));
      c.storage(
          cephFsStorage("remote-fs"),
          s -> s.fileSystem("remote")
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(5)
              .subdir("/pve")
              .monitors("10.0.9.1", "10.0.9.2")
              .username("pve")
              .keyring(fromFile("/root/ceph.client.pve.secret"))
              .fuse()
              .options("noatime")
              .content(ContentType.ISO)
              .nodes(pve1)
              .disabled());
      c.storage(
          rbd("remote-disks", "vms"),
          s -> s.dataPool("vms-data")
              .namespace("tenant1")
              .monitors("10.0.9.1")
              .username("pve")
              .keyring(fromFile("/root/ceph.client.pve.keyring")));
      c.storage(
          rbd("rbd-archive", "archive"),
          s -> s.krbd().content(ContentType.IMAGES).nodes(pve1).disabled());
      var ev = c.evpnController("evpn1", 4_200_000_000L, ring);
      var nat = c.zone(simple("nat"), z -> z.nodes(pve1).mtu(1500).ipam("pve").dhcp());
      var vlans = c.zone(
          vlanZone("vl", "vmbr0"), z -> z.nodes(pve1).mtu(1500).ipam("pve").dhcp());
      c.zone(qinq("qi", "vmbr0", 20), z -> z.nodes(pve1).mtu(1496).ipam("pve").dhcp());
      c.zone(vxlan("vx", ring), z -> z.nodes(pve1).mtu(1450).ipam("pve").dhcp());
      c.zone(
          evpn("evz", ev, 10_000),
          z -> z.nodes(pve1).mtu(1450).ipam("pve").dhcp().exitNodes(pve2, pve1));
      c.vnet(
          "nat1",
          nat,
          b -> b.subnet(
              "10.150.10.0/24",
              s -> s.gateway("10.150.10.1").snat().dhcpRange("10.150.10.100", "10.150.10.200")));
      var vnet = c.vnet("vnet1", vlans, b -> b.tag(120).alias("tenant 1").vlanAware());
      var template = c.template(
          9000,
          "template-debian",
          v -> v.disk(disks, gib(8), p -> p.importFrom(nas, "debian-13.qcow2")));
      var web = c.vm(
          200,
          "web01",
          v -> v.node(pve1)
              .cores(4)
              .sockets(2)
              .cpuType("x86-64-v3")
              .cpuLimit(1.5)
              .cpuUnits(200)
              .hardware(h -> h.machine("q35")
                  .bios(Bios.OVMF)
                  .efiDisk(disks, p -> p.efitype(EfiType.SMALL).preEnrolledKeys())
                  .tpmState(disks, TpmVersion.V1_2)
                  .scsihw(ScsiController.VIRTIO_SCSI_PCI)
                  .vga(VgaType.SERIAL0)
                  .serial0()
                  .numa()
                  .cpuFlags("+aes", "-pcid")
                  .device(dongle)
                  .device(share)
                  .mediatedDevice(gpu, "nvidia-63")
                  .hostPci("0000:42:00.0")
                  .hostUsb("1-3"))
              .ostype(OsType.WIN11)
              .boot("scsi0", "net0")
              .startup(s -> s.order(2).up(seconds(30)).down(minutes(5)))
              .pool("prod/web")
              .protection()
              .memory(gib(8))
              .balloon(gib(4))
              .dirtyRate(mbit(400))
              .disk(tank, gib(32), p -> p.withoutReplication().format(DiskFormat.RAW))
              .disk(disks, gib(8))
              .disk(
                  "virtio0",
                  tank,
                  gib(1),
                  p -> p.cache(DiskCache.WRITEBACK)
                      .aio(DiskAio.THREADS)
                      .discard()
                      .iothread()
                      .withoutBackup())
              .disk("sata1", tank, gib(1), p -> p.ssd())
              .disk("ide3", tank, gib(1))
              .nic(
                  "vmbr0",
                  b -> b.tag(110)
                      .trunks("120-129", "300")
                      .model(NicModel.E1000)
                      .mac("BC:24:11:00:00:01")
                      .firewall())
              .nic(vnet)
              .nic("vmbr0", vlan(120))
              .nic(
                  "vmbr0",
                  b -> b.mtu(1400).queues(4).rate(megabytesPerSecond(100)).linkDown())
              .iso(nas, "debian-13.iso")
              .linkedCloneOf(template)
              .agent()
              .rpo(minutes(15))
              .rto(minutes(5))
              .mustRun()
              .snapshots()
              .changeRate(mbit(20))
              .onBoot()
              .tags("web", "prod")
              .description("first web server")
              .with(it -> it.cloudInit(s -> s.storage(disks).user("ops").sshKeys(KEY)))
              .cloudInit(s -> s.address(0, mgmt.host(50), "10.0.0.1")
                  .address(2, mgmt.host(51))
                  .dhcp(1)
                  .dns("10.0.0.2")
                  .searchDomain("example.net")
                  .slaac(1)
                  .dhcp6(3)
                  .account(
                      "deploy",
                      u -> u.groups("adm", "sudo")
                          .sudo("ALL=(ALL) NOPASSWD:ALL")
                          .shell("/bin/bash")
                          .sshKeys(KEY))
                  .file("/etc/issue", "hello\n")
                  .file("/etc/motd", "one\ntwo\n", f -> f.permissions("0640").owner("root:adm"))
                  .command("systemctl", "restart", "nginx")
                  .userData(nas, "user.yaml")
                  .networkConfig(nas, "network.yaml")
                  .metaData(nas, "meta.yaml")
                  .vendorData(nas, "vendor.yaml")
                  .timezone("Europe/Vienna")
                  .locale("de_AT.UTF-8")
                  .packages("nginx")
                  .upgrade()));
      c.vm(201, "web02", v -> v.cloneOf(template));
      c.vms(
          vmids(210, 212),
          vmProfile(
              "shop",
              v -> v.spreadOver(List.of(pve1, pve2))
                  .disk(disks, gib(8))
                  .nic("vmbr0")
                  .nic("vmbr0")
                  .cloudInit(s -> s.address(0, mgmt.guestAddress(70))
                      .address(1, mgmt.guestAddressFrom("10.0.0.81")))),
          (v, number) -> v.tags("n" + number));
      c.templates(vmids(9100, 9100), vmProfile("image", v -> v.disk(disks, gib(8))));
      c.containers(
          vmids(310, 311).numberedFrom(5),
          containerProfile(
              "cache",
              containerTemplate(nas, "debian-13.tar.zst"),
              disks,
              gib(4),
              t -> t.spreadOver(List.of(pve1, pve2)).nic("vmbr0")),
          (t, number) -> t.cores(number));
      c.vmidsByName(vmids(100_000, 199_999));
      c.vm("jump", v -> v.disk(disks, gib(8)));
      c.container(
          "ntp", containerTemplate(nas, "debian-13.tar.zst"), disks, gib(4), t -> t.cores(1));
      c.vm(202, "web03", v -> v.hardware(h -> h.efiDisk(disks).tpmState(disks)));
      var dns = c.container(
          300,
          "dns01",
          containerTemplate(nas, "debian-13.tar.zst"),
          disks,
          gib(4),
          t -> t.node(pve2)
              .cores(1)
              .memory(mib(512))
              .nic("vmbr0")
              .nic("vmbr0", vlan(120))
              .nic("vmbr0", b -> b.firewall())
              .nic(vnet)
              .privileged()
              .swap(mib(256))
              .features(s -> s.nesting().keyctl().fuse().mount("nfs", "cifs"))
              .mountPoint("/var/lib/data", disks, gib(8), p -> p.backup().withoutReplication())
              .mountPoint("/var/log", disks, gib(2))
              .bindMount("/srv/files", "/tank/files", p -> p.readOnly().shared())
              .bindMount("/srv/more", "/tank/more")
              .device("/dev/dri/renderD128", p -> p.mode("0660").uid(0).gid(104).denyWrite())
              .device("/dev/ttyUSB0")
              .address(0, mgmt.host(60), "10.0.0.1")
              .address(1, mgmt.host(61))
              .dhcp(2)
              .dns("10.0.0.2")
              .searchDomain("example.net")
              .startup(s -> s.order(1))
              .pool("infra")
              .protection()
              .cpuLimit(0.5)
              .cpuUnits(50)
              .rpo(hours(1))
              .rto(hours(1))
              .mustRun()
              .snapshots()
              .changeRate(mbit(1))
              .onBoot()
              .tags("dns")
              .description("resolver")
              .with(it -> it.tags("prod")));
      c.replicate(
          web,
          pve2,
          s -> s.schedule("*/30")
              .rate(megabytesPerSecond(100))
              .comment("to pve2")
              .removed(ReplicationRemoval.FULL)
              .disabled());
      c.image(
          nas,
          "debian-13.qcow2",
          "https://cloud.example.org/debian-13.qcow2",
          "sha256:" + "0123456789abcdef".repeat(4));
      c.migrate(web, pve2, m -> m.online().withLocalDisks().stopped().targetStorage(disks));
      c.ha(h -> h.resource(
              web,
              r -> r.state(HaState.STOPPED)
                  .maxRestart(2)
                  .maxRelocate(3)
                  .withoutFailback()
                  .comment("web"))
          .resources(dns)
          .nodeAffinity(
              "home",
              a -> a.resources(web, dns)
                  .node(pve1, 2)
                  .nodes(pve2)
                  .strict()
                  .disabled()
                  .comment("near the users"))
          .resourceAffinity(
              "apart",
              NEGATIVE,
              List.of(web, dns),
              a -> a.disabled().comment("50% each: one stays")));
      c.backup(b -> b.server("pbs", "10.0.3.70", "store1", "store2")
          .job(
              "nightly",
              "mon..sat 02:30",
              pbs,
              p -> p.all()
                  .except(template)
                  .mode(BackupMode.SUSPEND)
                  .keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1)
                  .disabled())
          .job("hourly", "*:00", pbs, p -> p.guests(web, dns))
          .hosts("01:15", pbs, "/etc/pve", "/etc/network")
          .hosts(List.of(pve1), "02:15", pbs, "/etc")
          .restoreHostsBy(HostRestore.REJOIN));
      c.terraform(t -> t.providers(TerraformProvider.BPG, TerraformProvider.TELMATE)
          .apiHost("pve1.example.net")
          .guests(web, dns)
          .bpgVersion("0.99.0")
          .manages(TerraformPart.STORAGES, TerraformPart.HA)
          .importBlocks());
    });
  }
}

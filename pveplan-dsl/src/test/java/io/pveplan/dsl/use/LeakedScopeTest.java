package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.RackRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.backup.HostRestore;
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
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsRaid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A scope that somebody kept is closed: what is said to it would be lost. */
class LeakedScopeTest {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops";

  private static Map<String, Runnable> leaked() {
    Map<String, Runnable> calls = new LinkedHashMap<>();
    cluster("prod", c -> {
      var net = c.network("lan", "10.0.0.0/24", s -> {
        calls.put("network.gateway", () -> s.gateway("10.0.0.1"));
        calls.put("network.carries", () -> s.carries());
        calls.put("network.latency", () -> s.latency(milliseconds(1)));
        calls.put("network.mtu", () -> s.mtu(1500));
        calls.put("network.vlans", () -> s.vlans(1, 2));
        calls.put("network.vlan", () -> s.vlan(3));
        calls.put("network.redundant", s::redundant);
        calls.put("network.bandwidth", () -> s.bandwidth(gbit(1)));
      });
      var node = c.node("pve1", n -> {
        calls.put("node.roles", () -> n.roles(NodeRole.COMPUTE));
        calls.put("node.votes", () -> n.votes(1));
        calls.put("node.release", () -> n.release("9.1"));
        calls.put("node.timeSync", () -> n.timeSync(TimeSync.OFF));
        calls.put("node.timeServers", () -> n.timeServers());
        calls.put("node.existingGuests", () -> n.existingGuests());
        calls.put("node.with", () -> n.with(it -> {}));
        calls.put("node.hardware", () -> n.hardware(h -> {}));
        calls.put("node.nic", () -> n.nic("eno8"));
        calls.put("node.nic block", () -> n.nic("eno8", b -> {}));
        calls.put("node.bond", () -> n.bond(lacp("bond8", "eno8")));
        calls.put("node.bridge", () -> n.bridge("vmbr8", b -> {}));
        calls.put("node.vlan", () -> n.vlan("eno8.5"));
        calls.put("node.vlan without tag", () -> n.vlan("eno8"));
        calls.put("node.vlan block", () -> n.vlan("eno8.5", b -> {}));
        calls.put("node.zpool", () -> n.zpool("tank", ZfsRaid.SINGLE, "/dev/sda"));
        calls.put(
            "node.zpool block",
            () -> n.zpool("tank", ZfsRaid.SINGLE, List.of("/dev/sda"), p -> {}));
        calls.put("node.lvmThin", () -> n.lvmThin("vg1", "data", "/dev/sda"));
        calls.put("node.arcMax", () -> n.arcMax(gib(1)));
        calls.put("node.hostReserve", () -> n.hostReserve(gib(1)));
        calls.put("node.arcMin", () -> n.arcMin(gib(1)));
        n.zpool("pool8", ZfsRaid.SINGLE, List.of("/dev/sdz"), p -> {
          calls.put("zpool.draid", () -> p.draid(1, 1));
          calls.put("zpool.special", () -> p.special());
          calls.put("zpool.log", () -> p.log());
          calls.put("zpool.cache", () -> p.cache());
          calls.put("zpool.ashift", () -> p.ashift(12));
          calls.put("zpool.compression", () -> p.compression(ZfsCompression.ON));
          calls.put("zpool.encrypted", p::encrypted);
          calls.put("zpool.swap", p::swap);
        });
        calls.put("node.osds", () -> n.osds());
        calls.put("node.zpool list", () -> n.zpool("tank", ZfsRaid.SINGLE, List.of("/dev/sda")));
        calls.put("node.osds list", () -> n.osds(List.of()));
        calls.put("node.osd", () -> n.osd("/dev/sda", "ssd"));
        calls.put("node.packages", () -> n.packages());
        calls.put("node.watchdogModule", () -> n.watchdogModule("softdog"));
        calls.put("node.cable", () -> n.cable("eno1", SwitchRef.named("sw1").port(1)));
        calls.put("node.bmcCable", () -> n.bmcCable(SwitchRef.named("sw1").port(2)));
        n.nic("eno1", b -> {
          calls.put("nic.mac", () -> b.mac("02:00:5E:00:53:01"));
          calls.put("nic.speed", () -> b.speed(gbit(1)));
          calls.put("nic.mtu", () -> b.mtu(1500));
          calls.put("nic.addresses", () -> b.addresses());
          calls.put("nic.address", () -> b.address("10.0.0.5/24"));
          calls.put("nic.comment", () -> b.comment("x"));
        });
        n.bridge("vmbr0", b -> {
          calls.put("bridge.over", () -> b.over());
          calls.put("bridge.over bond", () -> b.over(lacp("bond8", "eno8")));
          calls.put("bridge.address", () -> b.address(net.host(9)));
          calls.put("bridge.address text", () -> b.address("10.0.0.9/24"));
          calls.put("bridge.vlanAware", () -> b.vlanAware());
          calls.put("bridge.vlanAware ranges", () -> b.vlanAware("5"));
          calls.put("bridge.carries", () -> b.carries());
          calls.put("bridge.mtu", () -> b.mtu(1500));
          calls.put("bridge.comment", () -> b.comment("x"));
        });
        n.vlan("eno1.5", b -> {
          calls.put("vlan.addresses", () -> b.addresses());
          calls.put("vlan.address", () -> b.address("10.0.0.5/24"));
          calls.put("vlan.mtu", () -> b.mtu(1500));
          calls.put("vlan.comment", () -> b.comment("x"));
        });
        n.hardware(h -> {
          calls.put("hardware.cpu", () -> h.cpu("EPYC", 1));
          calls.put("hardware.memory", () -> h.memory(gib(1)));
          calls.put("hardware.powerSupplies count", () -> h.powerSupplies(0));
          calls.put("hardware.powerSupplies", () -> h.powerSupplies());
          h.disk(
              "/dev/sdy",
              tb(1),
              DiskKind.SSD,
              d -> calls.put("disk.sectorSize", () -> d.sectorSize(kib(4))));
          calls.put("hardware.disk", () -> h.disk("/dev/sda", tb(1), DiskKind.SSD));
          calls.put("hardware.bmc", () -> h.bmc(BmcKind.IPMI, net.host(8)));
          h.systemDisks(SystemFilesystem.EXT4, d -> {
            d.filter("ID_MODEL", "a");
            calls.put("systemDisks.raid", () -> d.raid(SystemRaid.RAID1));
            calls.put("systemDisks.hardwareRaid", d::hardwareRaid);
            calls.put("systemDisks.disk", () -> d.disk("/dev/sda", tb(1), DiskKind.SSD));
            calls.put("systemDisks.filter", () -> d.filter("ID_MODEL", "a"));
            calls.put("systemDisks.size", () -> d.size(gib(8)));
            calls.put("systemDisks.swap", () -> d.swap(gib(8)));
          });
          calls.put("hardware.systemDisks", () -> h.systemDisks(SystemFilesystem.ZFS, d -> {}));
          calls.put("hardware.rack", () -> h.rack("a"));
          calls.put("hardware.rack handle", () -> h.rack(RackRef.named("a")));
          h.cpu("EPYC", 1, b -> {
            calls.put("cpu.threads", () -> b.threads(1));
            calls.put("cpu.vendor", () -> b.vendor(CpuVendor.AMD));
            calls.put("cpu.level", () -> b.level(CpuLevel.V2));
          });
        });
      });
      c.pciMapping("gpu", m -> {
        calls.put("pciMapping.device", () -> m.device(NodeRef.named("a"), "b", "c"));
        calls.put("pciMapping.device block", () -> m.device(NodeRef.named("a"), "b", "c", d -> {}));
        calls.put("pciMapping.mediated", m::mediated);
        calls.put("pciMapping.liveMigration", m::liveMigration);
        calls.put("pciMapping.description", () -> m.description("a"));
        m.device(NodeRef.named("pve1"), "0000:41:00.0", "10de:2204", d -> {
          calls.put("pciDevice.subsystem", () -> d.subsystem("10de:1467"));
          calls.put("pciDevice.iommuGroup", () -> d.iommuGroup(1));
        });
      });
      c.usbMapping("dongle", m -> {
        calls.put("usbMapping.device", () -> m.device(NodeRef.named("a"), "b"));
        calls.put("usbMapping.device port", () -> m.device(NodeRef.named("a"), "b", "c"));
        calls.put("usbMapping.description", () -> m.description("a"));
        m.device(NodeRef.named("pve1"), "0529:0001");
      });
      c.directoryMapping("share", m -> {
        calls.put("directoryMapping.directory", () -> m.directory(NodeRef.named("a"), "/b"));
        calls.put("directoryMapping.description", () -> m.description("a"));
        m.directory(NodeRef.named("pve1"), "/srv/share");
      });
      c.ethernetSwitch("sw1", s -> {
        calls.put("switch.ports", () -> s.ports(4, gbit(1)));
        calls.put("switch.ports block", () -> s.ports("a", 1, 4, p -> {}));
        calls.put("switch.mtu", () -> s.mtu(1500));
        calls.put("switch.lacp", s::lacp);
        calls.put("switch.withoutLacp", s::withoutLacp);
        calls.put("switch.stack", () -> s.stack("a"));
        calls.put("switch.rack", () -> s.rack("a"));
        calls.put("switch.rack handle", () -> s.rack(RackRef.named("a")));
        calls.put("switch.with", () -> s.with(it -> {}));
        calls.put("switch.managementAddress", () -> s.managementAddress(net.host(8)));
        calls.put("switch.powerSupplies count", () -> s.powerSupplies(1));
        calls.put("switch.powerSupplies", () -> s.powerSupplies());
        s.ports("b", 1, 4, p -> {
          calls.put("ports.speed", () -> p.speed(gbit(1)));
          calls.put("ports.mtu", () -> p.mtu(1500));
          calls.put("ports.lacp", p::lacp);
          calls.put("ports.withoutLacp", p::withoutLacp);
          calls.put("ports.lacpRate", () -> p.lacpRate(LacpRate.FAST));
          calls.put("ports.carries", () -> p.carries());
        });
      });
      c.node(
          "pve9",
          n -> n.nic("eno1").cable("eno1", SwitchRef.named("sw1").port("b1"), k -> {
            calls.put("cable.label", () -> k.label("a"));
            calls.put("cable.length", () -> k.length(meters(1)));
          }));
      c.everyNode(n -> {
        calls.put("everyNode.repository", () -> n.repository(PackageRepository.TEST));
        calls.put("everyNode.domain", () -> n.domain("example.net"));
        calls.put("everyNode.dns", () -> n.dns());
        calls.put("everyNode.timeServers", () -> n.timeServers());
        calls.put("everyNode.packages", () -> n.packages());
      });
      c.corosync(k -> {
        calls.put("corosync.link", () -> k.link(0, net));
        calls.put("corosync.link priority", () -> k.link(0, net, 1));
        calls.put("corosync.qdevice", () -> k.qdevice("10.0.0.9"));
        calls.put("corosync.tokenCoefficient", () -> k.tokenCoefficient(125));
        calls.put("corosync.forcedQdevice", () -> k.forcedQdevice("10.0.0.9"));
        k.qdevice("10.0.0.9", q -> {
          calls.put("qdevice.rack", () -> q.rack("a"));
          calls.put("qdevice.rack handle", () -> q.rack(RackRef.named("a")));
          calls.put("qdevice.on", () -> q.on(SwitchRef.named("sw1")));
          calls.put("qdevice.powerSupplies", () -> q.powerSupplies());
        });
      });
      c.datacenter(d -> {
        calls.put("datacenter.scheduling", () -> d.scheduling(s -> {}));
        calls.put("datacenter.shutdownPolicy", () -> d.shutdownPolicy(ShutdownPolicy.FREEZE));
        calls.put("datacenter.macPrefix", () -> d.macPrefix("BC:24:11"));
        calls.put("datacenter.bandwidthLimits", () -> d.bandwidthLimits(l -> {}));
        calls.put("datacenter.nextIds", () -> d.nextIds(100, 200));
        calls.put("datacenter.tagStyle", () -> d.tagStyle(s -> {}));
        calls.put("datacenter.registeredTags", () -> d.registeredTags());
        calls.put("datacenter.userTags", () -> d.userTags(UserTags.NONE));
        calls.put("datacenter.console", () -> d.console(ConsoleViewer.HTML5));
        calls.put("datacenter.keyboard", () -> d.keyboard("de"));
        calls.put("datacenter.language", () -> d.language("de"));
        calls.put("datacenter.emailFrom", () -> d.emailFrom("ops@example.net"));
        calls.put("datacenter.maxWorkers", () -> d.maxWorkers(4));
        calls.put("datacenter.description", () -> d.description("a"));
        d.scheduling(s -> {
          calls.put("scheduling.mode", () -> s.mode(SchedulingMode.BASIC));
          calls.put("scheduling.rebalanceOnStart", s::rebalanceOnStart);
          calls.put("scheduling.autoRebalance", () -> s.autoRebalance());
          s.autoRebalance(a -> {
            calls.put("autoRebalance.threshold", () -> a.threshold(1));
            calls.put("autoRebalance.method", () -> a.method(RebalanceMethod.TOPSIS));
            calls.put("autoRebalance.holdRounds", () -> a.holdRounds(1));
            calls.put("autoRebalance.margin", () -> a.margin(1));
          });
        });
        d.bandwidthLimits(l -> {
          calls.put("limits.general", () -> l.general(gbit(1)));
          calls.put("limits.restore", () -> l.restore(gbit(1)));
          calls.put("limits.migration", () -> l.migration(gbit(1)));
          calls.put("limits.move", () -> l.move(gbit(1)));
          calls.put("limits.cloning", () -> l.cloning(gbit(1)));
        });
        d.tagStyle(s -> {
          calls.put("tagStyle.shape", () -> s.shape(TagShape.FULL));
          calls.put("tagStyle.ordering", () -> s.ordering(TagOrdering.CONFIG));
          calls.put("tagStyle.caseSensitive", s::caseSensitive);
          calls.put("tagStyle.color", () -> s.color("a", "aa0000"));
          calls.put("tagStyle.color text", () -> s.color("a", "aa0000", "ffffff"));
        });
      });
      c.migration(m -> {
        calls.put("migration.over", () -> m.over(net));
        calls.put("migration.secure", m::secure);
        calls.put("migration.insecure", m::insecure);
      });
      c.storageServer("nas", s -> {
        calls.put("storageServer.addresses", () -> s.addresses());
        calls.put("storageServer.heads", () -> s.heads(2));
        calls.put("storageServer.logDevice", s::logDevice);
        calls.put("storageServer.latency", () -> s.latency(milliseconds(1)));
      });
      c.storage(dir("files", "/srv"), s -> {
        calls.put("storage.content", () -> s.content(ContentType.ISO));
        calls.put("storage.nodes", () -> s.nodes());
        calls.put("storage.nodes list", () -> s.nodes(List.of()));
        calls.put("storage.disabled", s::disabled);
        calls.put("dir.shared", s::shared);
        calls.put("dir.format", () -> s.format(DiskFormat.RAW));
        calls.put("dir.preallocation", () -> s.preallocation(Preallocation.OFF));
        calls.put("dir.snapshotsAsVolumeChain", s::snapshotsAsVolumeChain);
        calls.put("dir.pruneBackups", () -> s.pruneBackups(p -> p.keepLast(1)));
        calls.put("dir.maxProtectedBackups", () -> s.maxProtectedBackups(1));
        s.pruneBackups(p -> {
          p.keepLast(1);
          calls.put("retention.keepLast", () -> p.keepLast(1));
          calls.put("retention.keepHourly", () -> p.keepHourly(1));
          calls.put("retention.keepDaily", () -> p.keepDaily(1));
          calls.put("retention.keepWeekly", () -> p.keepWeekly(1));
          calls.put("retention.keepMonthly", () -> p.keepMonthly(1));
          calls.put("retention.keepYearly", () -> p.keepYearly(1));
        });
      });
      c.openIscsi(s -> {
        calls.put("openIscsi.replacementTimeout", () -> s.replacementTimeout(seconds(1)));
        calls.put("openIscsi.startup", () -> s.startup(SessionStartup.MANUAL));
      });
      c.storage(nfs("nas", "nas", "/srv"), s -> {
        calls.put("nfs.options", () -> s.options("soft"));
        calls.put("nfs.version", () -> s.version(NfsVersion.V3));
        calls.put("nfs.hard", s::hard);
        calls.put("nfs.soft", s::soft);
        calls.put("nfs.format", () -> s.format(DiskFormat.RAW));
        calls.put("nfs.snapshotsAsVolumeChain", s::snapshotsAsVolumeChain);
        calls.put("nfs.pruneBackups", () -> s.pruneBackups(p -> p.keepLast(1)));
        calls.put("nfs.maxProtectedBackups", () -> s.maxProtectedBackups(1));
        calls.put("nfs.preallocation", () -> s.preallocation(Preallocation.OFF));
      });
      c.storage(zfs("tank", "tank"), s -> {
        calls.put("zfs.sparse", s::sparse);
        calls.put("zfs.blocksize", () -> s.blocksize(mib(1)));
      });
      c.storage(lvm("lvm1", "vg0"), s -> {
        calls.put("lvm.base", () -> s.base("x"));
        calls.put("lvm.shared", s::shared);
        calls.put("lvm.snapshotsAsVolumeChain", s::snapshotsAsVolumeChain);
        calls.put("lvm.on", () -> s.on(StorageRef.named("san"), 1));
      });
      c.storage(iscsi("san", "10.0.0.5", "iqn.2024-02.example:a"), s -> {
        calls.put("iscsi.portals", () -> s.portals());
        calls.put("iscsi.lun", () -> s.lun(1));
        calls.put("iscsi.lun with more", () -> s.lun(1, l -> {}));
        s.lun(2, l -> {
          calls.put("lun.wwid", () -> l.wwid("360000000000000000e00000000010001"));
          calls.put("lun.alias", () -> l.alias("a"));
          calls.put("lun.size", () -> l.size(mib(1)));
        });
      });
      var pool = c.cephPool("disks", p -> {
        calls.put("cephPool.size", () -> p.size(3));
        calls.put("cephPool.minSize", () -> p.minSize(2));
        calls.put("cephPool.withoutStorage", p::withoutStorage);
      });
      c.storage(rbd("rbd1", "disks"), s -> calls.put("rbd.krbd", s::krbd));
      var pbs = c.storage(pbs("pbs1", "10.0.0.6", "store1", "a@pbs", prompted()), s -> {
        calls.put("pbs.namespace", () -> s.namespace("a"));
        calls.put("pbs.fingerprint", () -> s.fingerprint("a"));
      });
      c.ceph(s -> {
        calls.put("ceph.publicNetwork", () -> s.publicNetwork(net));
        calls.put("ceph.clusterNetwork", () -> s.clusterNetwork(net));
        calls.put("ceph.monitorsOn", () -> s.monitorsOn(List.of()));
        calls.put("ceph.managersOn", () -> s.managersOn(List.of()));
      });
      var zone = c.zone(simple("nat"), z -> {
        calls.put("zone.nodes", () -> z.nodes());
        calls.put("zone.mtu", () -> z.mtu(1500));
        calls.put("zone.ipam", () -> z.ipam("pve"));
        calls.put("zone.dhcp", z::dhcp);
      });
      c.zone(
          evpn("evz", c.evpnController("ev", 1, net), 5),
          z -> calls.put("zone.exitNodes", () -> z.exitNodes()));
      var vnet = c.vnet("vn", zone, b -> {
        calls.put("vnet.tag", () -> b.tag(5));
        calls.put("vnet.alias", () -> b.alias("x"));
        calls.put("vnet.vlanAware", b::vlanAware);
        calls.put("vnet.subnet", () -> b.subnet("10.9.0.0/24", s -> {}));
        b.subnet("10.1.0.0/24", s -> {
          calls.put("subnet.gateway", () -> s.gateway("10.1.0.1"));
          calls.put("subnet.snat", s::snat);
          calls.put("subnet.dhcpRange", () -> s.dhcpRange("10.1.0.5", "10.1.0.9"));
        });
      });
      var vm = c.vm(200, "web", v -> {
        calls.put("vm.node", () -> v.node(node));
        calls.put("vm.cores", () -> v.cores(1));
        calls.put("vm.sockets", () -> v.sockets(1));
        calls.put("vm.cpuType", () -> v.cpuType("host"));
        calls.put("vm.memory", () -> v.memory(gib(1)));
        calls.put("vm.disk", () -> v.disk(pool, gib(1)));
        calls.put("vm.disk slot", () -> v.disk("virtio0", pool, gib(1)));
        calls.put("vm.nic", () -> v.nic("vmbr0"));
        calls.put("vm.nic vlan", () -> v.nic("vmbr0", vlan(5)));
        calls.put("vm.nic vnet", () -> v.nic(vnet));
        calls.put("vm.cloudInit", () -> v.cloudInit(s -> {}));
        calls.put("vm.cloneOf", () -> v.cloneOf(GuestRef.of(9000)));
        calls.put("vm.linkedCloneOf", () -> v.linkedCloneOf(GuestRef.of(9000)));
        calls.put("vm.iso", () -> v.iso(pool, "a.iso"));
        calls.put("vm.agent", v::agent);
        calls.put("vm.rpo", () -> v.rpo(hours(1)));
        calls.put("vm.spreadOver", () -> v.spreadOver(List.of(NodeRef.named("a"))));
        calls.put("vm.rto", () -> v.rto(hours(1)));
        calls.put("vm.mustRun", v::mustRun);
        calls.put("vm.balloon", () -> v.balloon(gib(1)));
        calls.put("vm.dirtyRate", () -> v.dirtyRate(mbit(1)));
        calls.put("vm.changeRate", () -> v.changeRate(mbit(1)));
        calls.put("vm.onBoot", v::onBoot);
        calls.put("vm.tags", () -> v.tags());
        calls.put("vm.description", () -> v.description("x"));
        calls.put("vm.with", () -> v.with(it -> {}));
        calls.put("vm.cpuLimit", () -> v.cpuLimit(1));
        calls.put("vm.cpuUnits", () -> v.cpuUnits(100));
        calls.put("vm.ostype", () -> v.ostype(OsType.L26));
        calls.put("vm.boot", () -> v.boot());
        calls.put("vm.pool", () -> v.pool("prod"));
        calls.put("vm.protection", v::protection);
        calls.put("vm.hardware", () -> v.hardware(h -> {}));
        calls.put("vm.startup", () -> v.startup(s -> s.order(1)));
        v.startup(s -> {
          s.order(0);
          calls.put("startup.order", () -> s.order(1));
          calls.put("startup.up", () -> s.up(hours(1)));
          calls.put("startup.down", () -> s.down(hours(1)));
        });
        v.hardware(h -> {
          calls.put("vmHardware.machine", () -> h.machine("q35"));
          calls.put("vmHardware.bios", () -> h.bios(Bios.OVMF));
          calls.put("vmHardware.efiDisk", () -> h.efiDisk(pool));
          calls.put("vmHardware.tpmState", () -> h.tpmState(pool));
          calls.put("vmHardware.scsihw", () -> h.scsihw(ScsiController.LSI));
          calls.put("vmHardware.vga", () -> h.vga(VgaType.NONE));
          calls.put("vmHardware.serial0", h::serial0);
          calls.put("vmHardware.numa", h::numa);
          calls.put("vmHardware.cpuFlags", () -> h.cpuFlags());
          calls.put("vmHardware.device", () -> h.device(MappingRef.named(DeviceKind.USB, "a")));
          calls.put(
              "vmHardware.mediatedDevice",
              () -> h.mediatedDevice(MappingRef.named(DeviceKind.PCI, "a"), "b"));
          calls.put("vmHardware.hostPci", () -> h.hostPci("0000:41:00.0"));
          calls.put("vmHardware.hostUsb", () -> h.hostUsb("1-2"));
          h.efiDisk(pool, p -> {
            calls.put("efiDisk.efitype", () -> p.efitype(EfiType.LARGE));
            calls.put("efiDisk.preEnrolledKeys", p::preEnrolledKeys);
          });
        });
        v.disk(pool, gib(1), p -> {
          calls.put("disk.withoutReplication", p::withoutReplication);
          calls.put("disk.withoutBackup", p::withoutBackup);
          calls.put("disk.cache", () -> p.cache(DiskCache.NONE));
          calls.put("disk.aio", () -> p.aio(DiskAio.NATIVE));
          calls.put("disk.discard", p::discard);
          calls.put("disk.iothread", p::iothread);
          calls.put("disk.ssd", p::ssd);
          calls.put("disk.importFrom", () -> p.importFrom(pool, "a.qcow2"));
        });
        v.nic("vmbr0", b -> {
          calls.put("guestNic.tag", () -> b.tag(5));
          calls.put("guestNic.model", () -> b.model(NicModel.E1000));
          calls.put("guestNic.mac", () -> b.mac("BC:24:11:00:00:01"));
          calls.put("guestNic.firewall", b::firewall);
          calls.put("guestNic.mtu", () -> b.mtu(1500));
          calls.put("guestNic.queues", () -> b.queues(2));
          calls.put("guestNic.rate", () -> b.rate(mbit(80)));
          calls.put("guestNic.linkDown", b::linkDown);
        });
        v.cloudInit(s -> {
          calls.put("cloudInit.storage", () -> s.storage(pool));
          calls.put("cloudInit.user", () -> s.user("ops"));
          calls.put("cloudInit.sshKeys", () -> s.sshKeys(KEY));
          calls.put("cloudInit.address", () -> s.address(0, net.host(5)));
          calls.put("cloudInit.address gateway", () -> s.address(0, net.host(5), "10.0.0.1"));
          calls.put("cloudInit.dhcp", () -> s.dhcp(0));
          calls.put("cloudInit.dns", () -> s.dns());
          calls.put("cloudInit.searchDomain", () -> s.searchDomain("example.net"));
          calls.put("cloudInit.packages", () -> s.packages());
          calls.put("cloudInit.upgrade", s::upgrade);
          calls.put("cloudInit.userData", () -> s.userData(pool, "a"));
          calls.put("cloudInit.networkConfig", () -> s.networkConfig(pool, "a"));
          calls.put("cloudInit.metaData", () -> s.metaData(pool, "a"));
          calls.put("cloudInit.vendorData", () -> s.vendorData(pool, "a"));
          calls.put("cloudInit.dhcp6", () -> s.dhcp6(0));
          calls.put("cloudInit.slaac", () -> s.slaac(0));
          calls.put("cloudInit.account", () -> s.account("deploy", u -> {}));
          calls.put("cloudInit.file", () -> s.file("/a", ""));
          calls.put("cloudInit.file block", () -> s.file("/a", "", f -> {}));
          calls.put("cloudInit.command", () -> s.command("true"));
          calls.put("cloudInit.timezone", () -> s.timezone("UTC"));
          calls.put("cloudInit.locale", () -> s.locale("C.UTF-8"));
          s.account("deploy", u -> {
            calls.put("account.groups", () -> u.groups());
            calls.put("account.sudo", () -> u.sudo("ALL=(ALL) ALL"));
            calls.put("account.shell", () -> u.shell("/bin/sh"));
            calls.put("account.sshKeys", () -> u.sshKeys(KEY));
          });
          s.file("/b", "", f -> {
            calls.put("file.permissions", () -> f.permissions("0600"));
            calls.put("file.owner", () -> f.owner("root"));
          });
        });
      });
      var dns = c.container(300, "dns", containerTemplate(pool, "a.tar.zst"), pool, gib(1), t -> {
        calls.put("container.node", () -> t.node(node));
        calls.put("container.cores", () -> t.cores(1));
        calls.put("container.memory", () -> t.memory(gib(1)));
        calls.put("container.nic", () -> t.nic("vmbr0"));
        calls.put("container.nic vlan", () -> t.nic("vmbr0", vlan(5)));
        calls.put("container.nic vnet", () -> t.nic(vnet));
        calls.put("container.privileged", t::privileged);
        calls.put("container.swap", () -> t.swap(mib(0)));
        calls.put("container.features", () -> t.features(s -> {}));
        calls.put("container.mountPoint", () -> t.mountPoint("/a", pool, gib(1)));
        calls.put("container.bindMount", () -> t.bindMount("/a", "/b"));
        calls.put("container.device", () -> t.device("/dev/a"));
        calls.put("container.address", () -> t.address(0, net.host(5)));
        calls.put("container.address gateway", () -> t.address(0, net.host(5), "10.0.0.1"));
        calls.put("container.dhcp", () -> t.dhcp(0));
        calls.put("container.dns", () -> t.dns());
        calls.put("container.searchDomain", () -> t.searchDomain("example.net"));
        t.features(s -> {
          calls.put("features.nesting", s::nesting);
          calls.put("features.keyctl", s::keyctl);
          calls.put("features.fuse", s::fuse);
          calls.put("features.mount", () -> s.mount());
        });
        t.mountPoint("/srv", pool, gib(1), p -> {
          calls.put("mountPoint.readOnly", p::readOnly);
          calls.put("mountPoint.backup", p::backup);
          calls.put("mountPoint.withoutReplication", p::withoutReplication);
          calls.put("mountPoint.shared", p::shared);
        });
        t.device("/dev/sdz", p -> {
          calls.put("containerDevice.mode", () -> p.mode("0660"));
          calls.put("containerDevice.uid", () -> p.uid(0));
          calls.put("containerDevice.gid", () -> p.gid(0));
          calls.put("containerDevice.denyWrite", p::denyWrite);
        });
        calls.put("container.cpuLimit", () -> t.cpuLimit(1));
        calls.put("container.cpuUnits", () -> t.cpuUnits(100));
        calls.put("container.pool", () -> t.pool("prod"));
        calls.put("container.protection", t::protection);
        calls.put("container.startup", () -> t.startup(s -> s.order(1)));
        calls.put("container.rpo", () -> t.rpo(hours(1)));
        calls.put("container.spreadOver", () -> t.spreadOver(List.of(NodeRef.named("a"))));
        calls.put("container.rto", () -> t.rto(hours(1)));
        calls.put("container.mustRun", t::mustRun);
        calls.put("container.changeRate", () -> t.changeRate(mbit(1)));
        calls.put("container.onBoot", t::onBoot);
        calls.put("container.tags", () -> t.tags());
        calls.put("container.description", () -> t.description("x"));
        calls.put("container.with", () -> t.with(it -> {}));
      });
      var other = c.node("pve2", n -> {});
      c.replicate(vm, other, s -> {
        calls.put("replicate.schedule", () -> s.schedule("*/15"));
        calls.put("replicate.rate", () -> s.rate(gbit(1)));
        calls.put("replicate.comment", () -> s.comment("x"));
        calls.put("replicate.disabled", s::disabled);
        calls.put("replicate.removed", () -> s.removed(ReplicationRemoval.LOCAL));
      });
      c.migrate(vm, other, m -> {
        calls.put("migrate.online", m::online);
        calls.put("migrate.withLocalDisks", m::withLocalDisks);
        calls.put("migrate.stopped", m::stopped);
        calls.put("migrate.targetStorage", () -> m.targetStorage(pool));
      });
      c.ha(h -> {
        calls.put("ha.resources", () -> h.resources());
        calls.put("ha.resources list", () -> h.resources(List.of()));
        calls.put("ha.resource", () -> h.resource(vm, r -> {}));
        calls.put("ha.nodeAffinity", () -> h.nodeAffinity("aa", a -> {}));
        calls.put("ha.resourceAffinity", () -> h.resourceAffinity("bb", Affinity.POSITIVE, vm, vm));
        calls.put(
            "ha.resourceAffinity list",
            () -> h.resourceAffinity("cc", Affinity.POSITIVE, List.of(vm, vm)));
        h.resource(vm, r -> {
          calls.put("resource.state", () -> r.state(HaState.STOPPED));
          calls.put("resource.maxRestart", () -> r.maxRestart(1));
          calls.put("resource.maxRelocate", () -> r.maxRelocate(1));
          calls.put("resource.comment", () -> r.comment("x"));
          calls.put("resource.withoutFailback", r::withoutFailback);
        });
        h.nodeAffinity("home", a -> {
          a.resources(vm).nodes(node);
          calls.put("nodeAffinity.resources", () -> a.resources());
          calls.put("nodeAffinity.node", () -> a.node(node, 1));
          calls.put("nodeAffinity.nodes", () -> a.nodes());
          calls.put("nodeAffinity.strict", a::strict);
          calls.put("nodeAffinity.disabled", a::disabled);
          calls.put("nodeAffinity.comment", () -> a.comment("x"));
        });
        h.resources(dns);
        h.resourceAffinity("dd", Affinity.POSITIVE, List.of(vm, dns), a -> {
          calls.put("resourceAffinity.disabled", a::disabled);
          calls.put("resourceAffinity.comment", () -> a.comment("x"));
        });
      });
      c.backup(b -> {
        calls.put("backup.server", () -> b.server("x", "10.0.0.1"));
        calls.put("backup.job", () -> b.job("xx", "02:30", pbs, p -> {}));
        calls.put("backup.hosts", () -> b.hosts("02:30", pbs));
        calls.put("backup.hosts nodes", () -> b.hosts(List.of(), "02:30", pbs));
        calls.put("backup.restoreHostsBy", () -> b.restoreHostsBy(HostRestore.REJOIN));
        b.job("nightly", "02:30", pbs, p -> {
          p.all();
          calls.put("job.all", p::all);
          calls.put("job.guests", () -> p.guests());
          calls.put("job.except", () -> p.except());
          calls.put("job.mode", () -> p.mode(BackupMode.STOP));
          calls.put("job.keepLast", () -> p.keepLast(1));
          calls.put("job.keepHourly", () -> p.keepHourly(1));
          calls.put("job.keepDaily", () -> p.keepDaily(1));
          calls.put("job.keepWeekly", () -> p.keepWeekly(1));
          calls.put("job.keepMonthly", () -> p.keepMonthly(1));
          calls.put("job.keepYearly", () -> p.keepYearly(1));
          calls.put("job.disabled", p::disabled);
        });
      });
      c.terraform(t -> {
        calls.put("terraform.providers", () -> t.providers(TerraformProvider.BPG));
        calls.put("terraform.guests", () -> t.guests());
        calls.put("terraform.guests list", () -> t.guests(List.of()));
        calls.put("terraform.apiHost", () -> t.apiHost("pve1"));
        calls.put("terraform.bpgVersion", () -> t.bpgVersion("0.99.0"));
        calls.put("terraform.manages", () -> t.manages(TerraformPart.HA));
        calls.put("terraform.withoutGuests", () -> t.withoutGuests());
        calls.put("terraform.importBlocks", () -> t.importBlocks());
      });
      calls.put("cluster.pciMapping", () -> c.pciMapping("aa", m -> {}));
      calls.put("cluster.usbMapping", () -> c.usbMapping("aa", m -> {}));
      calls.put("cluster.directoryMapping", () -> c.directoryMapping("aa", m -> {}));
      calls.put("cluster.target", () -> c.target(ProductVersion.PVE_9));
      calls.put("cluster.mustSurvive", () -> c.mustSurvive(1, NODE));
      calls.put("cluster.goLive", () -> c.goLive(LocalDate.of(2027, 1, 31)));
      calls.put(
          "cluster.installation",
          () -> c.installation("at", Keyboard.DE, "UTC", "ops@example.net", prompted()));
      calls.put("cluster.everyNode", () -> c.everyNode(n -> {}));
      calls.put("cluster.circuit", () -> c.circuit("a"));
      calls.put("cluster.circuit ups", () -> c.circuit("a", "b"));
      calls.put("cluster.network", () -> c.network("a", n -> {}));
      calls.put("cluster.network subnet", () -> c.network("a", "10.0.0.0/24", n -> {}));
      calls.put("cluster.node", () -> c.node("a", n -> {}));
      calls.put("cluster.nodes", () -> c.nodes(List.<String>of(), it -> it, (n, it) -> {}));
      calls.put("cluster.corosync", () -> c.corosync(k -> {}));
      calls.put("cluster.migration", () -> c.migration(m -> {}));
      calls.put("cluster.replication", () -> c.replication(m -> {}));
      calls.put("cluster.storageServer", () -> c.storageServer("a", s -> {}));
      calls.put("cluster.storage", () -> c.storage(dir("aa", "/a"), s -> {}));
      calls.put("cluster.storage iscsi", () -> c.storage(iscsi("aa", "b", "c"), s -> {}));
      calls.put("cluster.replicate", () -> c.replicate(vm, other, s -> {}));
      calls.put("cluster.ceph", () -> c.ceph(s -> {}));
      calls.put("cluster.cephPool", () -> c.cephPool("aa", p -> {}));
      calls.put("cluster.vm", () -> c.vm(500, "a", v -> {}));
      calls.put("cluster.vms", () -> c.vms(vmids(500, 501), vmProfile("a", v -> {}), (v, n) -> {}));
      calls.put("cluster.vms plain", () -> c.vms(vmids(500, 501), vmProfile("a", v -> {})));
      calls.put("cluster.templates", () -> c.templates(vmids(500, 501), vmProfile("a", v -> {})));
      calls.put(
          "cluster.containers",
          () -> c.containers(
              vmids(500, 501),
              containerProfile("a", containerTemplate(pool, "a.tar"), pool, gib(1), t -> {}),
              (t, n) -> {}));
      calls.put(
          "cluster.containers plain",
          () -> c.containers(
              vmids(500, 501),
              containerProfile("a", containerTemplate(pool, "a.tar"), pool, gib(1), t -> {})));
      calls.put("cluster.vmidsByName", () -> c.vmidsByName(vmids(500, 501)));
      calls.put("cluster.macsFromVmids", () -> c.macsFromVmids(1));
      calls.put("cluster.vm by name", () -> c.vm("a", v -> {}));
      calls.put(
          "cluster.container by name",
          () -> c.container("a", containerTemplate(pool, "a.tar"), pool, gib(1), t -> {}));
      calls.put("cluster.template", () -> c.template(500, "a", v -> {}));
      calls.put(
          "cluster.container",
          () -> c.container(500, "a", containerTemplate(pool, "a.tar"), pool, gib(1), t -> {}));
      calls.put(
          "cluster.image",
          () -> c.image(pool, "a.iso", "https://example.org/a.iso", "sha256:" + "0".repeat(64)));
      calls.put("cluster.migrate", () -> c.migrate(vm, other, m -> {}));
      calls.put("cluster.ha", () -> c.ha(h -> {}));
      calls.put("cluster.evpnController", () -> c.evpnController("ev", 1, net));
      calls.put("cluster.zone", () -> c.zone(simple("aa"), z -> {}));
      calls.put("cluster.vnet", () -> c.vnet("aa", zone, b -> {}));
      calls.put("cluster.backup", () -> c.backup(b -> {}));
      calls.put("cluster.terraform", () -> c.terraform(t -> {}));
    });
    return calls;
  }

  @TestFactory
  List<DynamicTest> every_call_after_the_end_of_a_block_is_refused() {
    return leaked().entrySet().stream()
        .map(call -> DynamicTest.dynamicTest(
            call.getKey(),
            () -> assertThatThrownBy(() -> call.getValue().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("the definition block of [a-zA-Z0-9/.-]+ has ended")))
        .toList();
  }

  @Test
  void the_place_of_the_block_is_told() {
    assertThatThrownBy(() -> leaked().get("bridge.mtu").run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the definition block of node/pve1/vmbr0 has ended");
  }

  @Test
  void an_inner_scope_is_closed_while_the_outer_one_is_open() {
    assertThatThrownBy(() -> cluster("prod", c -> {
          Runnable[] kept = new Runnable[1];
          c.network("ring", net -> kept[0] = () -> net.mtu(1500));
          kept[0].run();
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the definition block of network/ring has ended");
  }

  @Test
  void an_outer_scope_is_open_inside_of_an_inner_one() {
    assertThat(cluster(
                "prod",
                c -> c.node("pve1", n -> {
                  var ring = c.network("ring", "10.0.0.0/24", net -> {});
                  n.nic("eno1", ring.host(1));
                }))
            .networks())
        .hasSize(1);
  }
}

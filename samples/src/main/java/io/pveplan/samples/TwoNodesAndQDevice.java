package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.RackRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two nodes and a QDevice for a small business.
 *
 * <p>The nodes stand on two floors, each with a switch and a UPS; guests are replicated between
 * their ZFS pools, as often as what each may lose asks for: one that HA starts on the other node has
 * lost what came after the last copy. The switches know VLANs and nothing of each other, so bonds are
 * active-backup. The third vote is on a small machine beside the telephone system, which has a
 * battery of its own.
 */
public final class TwoNodesAndQDevice {

  private static final List<String> DISKS =
      List.of("/dev/disk/by-id/nvme-EX_DATA_1", "/dev/disk/by-id/nvme-EX_DATA_2");

  private static final Consumer<HardwareSpec.DiskSpec> PROTECTED =
      d -> d.powerLossProtection(true).sectorSize(kib(4));

  private static final Consumer<HardwareSpec.DiskSpec> BOOT =
      d -> d.controller(DiskController.HBA).powerLossProtection(true);

  /** What a floor has: a cabinet with a switch, on the circuit of the UPS and on another one. */
  private record Floor(RackRef rack, CircuitRef ups, CircuitRef mains, SwitchRef ethernet) {}

  private record Networks(
      NetworkRef mgmt, NetworkRef oob, NetworkRef ring, NetworkRef data, NetworkRef office) {}

  private TwoNodesAndQDevice() {}

  /** The plan. */
  public static ClusterPlan plan() {
    return cluster("office", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      c.everyNode(n -> n.domain("example.net")
          .repository(PackageRepository.ENTERPRISE)
          .dns("192.168.10.1")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net"));

      var nets = networks(c);
      var floors = List.of(floor(c, "ground", nets.ring, nets), floor(c, "upper", nets.mgmt, nets));
      var nodes = c.nodes(
          List.of(1, 2), number -> "pve" + number, (n, number) -> node(n, number, nets, floors));

      // The tie breaker is in a third place, or it would be gone with one of the nodes.
      var mains = c.circuit("mains-reception");
      var rack = c.rack("reception", "reception");
      var reception = c.ethernetSwitch("sw-reception", s -> s.rack(rack).powerSupplies(mains));
      c.corosync(k -> k.link(0, nets.ring, 20)
          .link(1, nets.mgmt, 10)
          .qdevice("192.168.10.5", q -> q.rack(rack).powerSupplies(mains).on(reception)));
      c.migration(m -> m.over(nets.data));
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      c.replication(m -> m.over(nets.data));
      guests(c, nodes.get(0), nodes.get(1));
      backup(c);
    });
  }

  private static Networks networks(ClusterSpec c) {
    return new Networks(
        c.network(
            "mgmt", "192.168.10.0/24", net -> net.gateway("192.168.10.1").carries(MANAGEMENT)),
        c.network("oob", "192.168.11.0/24", net -> net.carries(OUT_OF_BAND)),
        c.network("ring", "192.168.12.0/24", net -> net.carries(COROSYNC)),
        c.network(
            "data",
            "192.168.13.0/24",
            net ->
                net.carries(MIGRATION, REPLICATION, BACKUP).bandwidth(gbit(10)).redundant()),
        c.network("office", net -> net.carries(GUEST).redundant()));
  }

  private static Floor floor(ClusterSpec c, String name, NetworkRef link, Networks nets) {
    var rack = c.rack("cabinet-" + name, name);
    var ups = c.circuit("ups-" + name, "ups-" + name);
    var mains = c.circuit("mains-" + name);
    var ethernet = c.ethernetSwitch(
        "sw-" + name,
        s -> s.ports("", 1, 2, p -> p.speed(gbit(1)).carries(link))
            .ports("", 3, 4, p -> p.speed(gbit(1)).carries(nets.office))
            .ports("", 5, 5, p -> p.speed(gbit(1)).carries(nets.oob))
            .ports("", 6, 7, p -> p.speed(gbit(1)).carries(nets.mgmt))
            .ports("", 17, 18, p -> p.speed(gbit(10)).carries(nets.data))
            .withoutLacp()
            .rack(rack)
            .powerSupplies(ups));
    return new Floor(rack, ups, mains, ethernet);
  }

  // The ring stays on one switch: the link between the floors may fail. The way to the tie breaker,
  // which is the second link, must not end with a floor: who is left there needs its vote.
  private static void node(NodeSpec n, int number, Networks nets, List<Floor> floors) {
    var home = floors.get(number - 1);
    var ground = floors.get(0).ethernet;
    var upper = floors.get(1).ethernet;
    int host = 20 + number;
    n.roles(NodeRole.COMPUTE, NodeRole.STORAGE)
        .watchdogModule("ipmi_watchdog")
        .hardware(h -> hardware(h, home).bmc(BmcKind.IPMI, nets.oob.host(host)))
        .nic("eno1", nets.ring.host(host))
        .cable("eno1", ground.port(number))
        .bridge(
            "vmbr0",
            b -> b.over(activeBackup("bond2", "eno2", "enp2s0").primary("eno2"))
                .address(nets.mgmt.host(host)))
        .cable("eno2", upper.port(number))
        .cable("enp2s0", ground.port(5 + number))
        .bridge(
            "vmbr1",
            b -> b.over(activeBackup("bond0", "eno3", "eno4").primary("eno3")).carries(nets.office))
        .cable("eno3", ground.port(2 + number))
        .cable("eno4", upper.port(2 + number))
        .bond(
            activeBackup("bond1", "enp1s0f0", "enp1s0f1").primary("enp1s0f0"), nets.data.host(host))
        .cable("enp1s0f0", ground.port(16 + number))
        .cable("enp1s0f1", upper.port(16 + number))
        .bmcCable(home.ethernet.port(5))
        .zpool("tank", ZfsRaid.MIRROR, DISKS, p -> p.ashift(12).compression(ZfsCompression.ZSTD))
        .arcMax(gib(16));
  }

  private static HardwareSpec hardware(HardwareSpec h, Floor home) {
    DISKS.forEach(disk -> h.disk(disk, tb(2), DiskKind.NVME, PROTECTED));
    return h.cpu("Intel Xeon E-2488", 1, b -> b.threads(16).level(CpuLevel.V3))
        .memory(gib(128))
        .systemDisks(
            SystemFilesystem.ZFS,
            d -> d.raid(SystemRaid.RAID1)
                .disk("/dev/sda", gb(480), DiskKind.SSD, BOOT)
                .disk("/dev/sdb", gb(480), DiskKind.SSD, BOOT))
        .eccMemory()
        .rack(home.rack)
        .powerSupplies(home.ups, home.mains);
  }

  // Half of the guests run on each node; the other one has their copy. What a guest may lose says
  // how
  // often it is copied, and how much it changes how long that takes.
  private static void guests(ClusterSpec c, NodeRef first, NodeRef second) {
    var tank = c.storage(
        zfs("tank-vm", "tank/vm"), s -> s.sparse().blocksize(kib(16)).nodes(first, second));
    var directory = c.vm(
        100,
        "dc1",
        v -> v.node(first)
            .memory(gib(8))
            .disk(tank, gib(80), p -> p.discard())
            .rpo(hours(1))
            .changeRate(mbit(1))
            .with(machine(2)));
    var files = c.vm(
        101,
        "files",
        v -> v.node(first)
            .memory(gib(16))
            .disk(tank, gib(800), p -> p.discard())
            .rpo(minutes(30))
            .changeRate(mbit(40))
            .with(machine(4)));
    var erp = c.vm(
        102,
        "erp",
        v -> v.node(second)
            .memory(gib(32))
            .disk(tank, gib(200), p -> p.discard())
            .rpo(minutes(10))
            .changeRate(mbit(20))
            .with(machine(8)));
    copy(c, directory, second, "*/30");
    copy(c, files, second, "*/15");
    copy(c, erp, first, "*/5");
    c.ha(h -> h.resources(directory, files, erp));
  }

  private static Consumer<VmSpec> machine(int cores) {
    return v ->
        v.cores(cores).cpuType("x86-64-v3").agent().onBoot().nic("vmbr1").tags("office");
  }

  private static void copy(ClusterSpec c, GuestRef guest, NodeRef target, String schedule) {
    c.replicate(guest, target, s -> s.schedule(schedule).rate(megabytesPerSecond(400)));
  }

  private static void backup(ClusterSpec c) {
    var backups = c.storage(
        pbs("pbs", "192.168.13.5", "office", "cluster@pbs!office", fromFile("/root/pbs-token")),
        s -> s.content(ContentType.BACKUP));
    c.storageServer("nas", s -> s.addresses("192.168.13.6").heads(1));
    var nas = c.storage(
        nfs("nas", "192.168.13.6", "/volume1/pve"),
        s -> s.content(ContentType.BACKUP, ContentType.ISO).options("vers=4.2"));
    c.backup(b -> b.server("pbs", "192.168.13.5", "office")
        .job("nightly", "21:00", backups, p -> p.all().keepDaily(14).keepMonthly(12))
        .job("weekly", "sat 12:00", nas, p -> p.all().keepWeekly(4))
        .hosts("20:30", backups, "/etc/pve", "/etc/network", "/etc/hosts", "/var/lib/pve-cluster")
        .restoreHostsBy(HostRestore.REJOIN));
  }
}

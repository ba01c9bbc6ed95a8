package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.network.HashPolicy.LAYER3_4;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Three nodes without disks of their own for guests: these lie on two LUNs of a storage server, in
 * volume groups that all nodes share.
 *
 * <p>Each node reaches the server over two networks that have a NIC, a subnet and a switch of their
 * own, and multipath makes one device of the two paths. ISO images, templates and a second copy of
 * the backups are on NFS, which goes over a bond instead.
 */
public final class SanCluster {

  private static final String TARGET = "iqn.2024-02.net.example:san1.cluster";
  private static final String LUN_FOR_MACHINES = "360000000000000000e00000000010001";
  private static final String LUN_FOR_DATABASES = "360000000000000000e00000000010002";

  // An example: write that of the file that you have tried.
  private static final String IMAGE_SUM =
      "sha512:0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2"
          + "0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2";

  private static final String OPS_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt"
          + " ops@example.net";

  private static final Consumer<HardwareSpec.DiskSpec> BOOT =
      d -> d.controller(DiskController.HBA).powerLossProtection(true);

  private record Networks(
      NetworkRef mgmt,
      NetworkRef oob,
      NetworkRef ring0,
      NetworkRef ring1,
      NetworkRef sanA,
      NetworkRef sanB,
      NetworkRef files,
      NetworkRef move,
      NetworkRef guests) {}

  private record Switches(
      SwitchRef leafA, SwitchRef leafB, SwitchRef sanA, SwitchRef sanB, SwitchRef oob) {}

  private record Disks(StorageRef machines, StorageRef databases, StorageRef nas) {}

  private SanCluster() {}

  /** The plan. */
  public static ClusterPlan plan() {
    return cluster("san", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      c.everyNode(n -> n.domain("example.net")
          .repository(PackageRepository.ENTERPRISE)
          .dns("10.70.0.2", "10.70.0.3")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net")
          .packages("multipath-tools", "open-iscsi"));

      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");
      var nets = networks(c);
      var switches = switches(c, nets, feedA, feedB);
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.with(it -> node(it, number))
              .watchdogModule("ipmi_watchdog")
              .hardware(h ->
                  h.powerSupplies(feedA, feedB).bmc(BmcKind.REDFISH, nets.oob.host(10 + number)))
              .with(it -> interfaces(it, nets, 10 + number))
              .with(it -> cables(it, number, switches)));
      c.corosync(k -> k.link(0, nets.ring0, 20).link(1, nets.ring1, 10));
      c.migration(m -> m.over(nets.move));
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      guests(c, nodes, storages(c), nets.guests);
      backup(c);
    });
  }

  private static Networks networks(ClusterSpec c) {
    return new Networks(
        c.network(
            "mgmt",
            "10.70.0.0/24",
            net -> net.gateway("10.70.0.1").carries(MANAGEMENT).redundant()),
        c.network("oob", "10.70.9.0/24", net -> net.carries(OUT_OF_BAND)),
        c.network("ring0", "10.70.10.0/24", net -> net.carries(COROSYNC)),
        c.network("ring1", "10.70.11.0/24", net -> net.carries(COROSYNC)),
        c.network(
            "san-a",
            "10.70.20.0/24",
            net -> net.carries(STORAGE).bandwidth(gbit(10)).mtu(9000)),
        c.network(
            "san-b",
            "10.70.21.0/24",
            net -> net.carries(STORAGE).bandwidth(gbit(10)).mtu(9000)),
        c.network(
            "files",
            "10.70.30.0/24",
            net -> net.carries(STORAGE, BACKUP).bandwidth(gbit(10)).redundant()),
        c.network(
            "move",
            "10.70.31.0/24",
            net -> net.carries(MIGRATION).bandwidth(gbit(10)).redundant()),
        c.network(
            "guests",
            "10.70.100.0/24",
            net -> net.gateway("10.70.100.1").carries(GUEST).vlans(100, 199).redundant()));
  }

  // The leaves are an MLAG pair, the two switches of the SAN know nothing of each other.
  private static Switches switches(
      ClusterSpec c, Networks nets, CircuitRef feedA, CircuitRef feedB) {
    Consumer<SwitchSpec> leaf = s -> s.ports(
            "Ethernet1/",
            1,
            24,
            p -> p.speed(gbit(25)).carries(nets.mgmt, nets.files, nets.move, nets.guests))
        .mtu(9216)
        .lacp()
        .stack("leaves")
        .powerSupplies(feedA, feedB);
    return new Switches(
        c.ethernetSwitch(
            "leaf-a",
            s -> s.with(leaf)
                .ports("Ethernet1/", 25, 48, p -> p.speed(gbit(1)).carries(nets.ring0))),
        c.ethernetSwitch(
            "leaf-b",
            s -> s.with(leaf)
                .ports("Ethernet1/", 25, 48, p -> p.speed(gbit(1)).carries(nets.ring1))),
        c.ethernetSwitch("san-a", s -> s.with(san(nets.sanA)).powerSupplies(feedA, feedB)),
        c.ethernetSwitch("san-b", s -> s.with(san(nets.sanB)).powerSupplies(feedA, feedB)),
        c.ethernetSwitch(
            "oob",
            s -> s.ports("", 1, 24, p -> p.speed(gbit(1)).carries(nets.oob))
                .powerSupplies(feedA, feedB)));
  }

  private static Consumer<SwitchSpec> san(NetworkRef network) {
    return s -> s.ports("", 1, 24, p -> p.speed(gbit(25)).carries(network)).mtu(9216);
  }

  private static void node(NodeSpec n, int number) {
    n.roles(NodeRole.COMPUTE)
        .initiator("iqn.1993-08.org.debian:01:pve" + number)
        .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
            .memory(gib(512))
            .eccMemory()
            .systemDisks(
                SystemFilesystem.ZFS,
                d -> d.raid(SystemRaid.RAID1)
                    .disk("/dev/sda", gb(480), DiskKind.SSD, BOOT)
                    .disk("/dev/sdb", gb(480), DiskKind.SSD, BOOT))
            .rack("rack-" + number));
  }

  private static void interfaces(NodeSpec n, Networks nets, int host) {
    n.nic("eno1", nets.ring0.host(host))
        .nic("eno2", nets.ring1.host(host))
        .nic("enp65s0f0np0", nets.sanA.host(host))
        .nic("enp66s0f0np0", nets.sanB.host(host))
        .bridge(
            "vmbr0",
            b -> b.over(lacp("bond0", "enp65s0f1np1", "enp66s0f1np1").hashPolicy(LAYER3_4))
                .vlanAware("10", "30-31", "100-199")
                .carries(nets.guests))
        .vlan("vmbr0.10", nets.mgmt.host(host))
        .vlan("vmbr0.30", nets.files.host(host))
        .vlan("vmbr0.31", nets.move.host(host));
  }

  private static void cables(NodeSpec n, int number, Switches switches) {
    n.cable("eno1", switches.leafA.port("Ethernet1/" + (24 + number)))
        .cable("eno2", switches.leafB.port("Ethernet1/" + (24 + number)))
        .cable("enp65s0f0np0", switches.sanA.port(number))
        .cable("enp66s0f0np0", switches.sanB.port(number))
        .cable("enp65s0f1np1", switches.leafA.port("Ethernet1/" + number))
        .cable("enp66s0f1np1", switches.leafB.port("Ethernet1/" + number))
        .bmcCable(switches.oob.port(number));
  }

  private static Disks storages(ClusterSpec c) {
    c.storageServer(
        "san1", s -> s.addresses("10.70.20.50", "10.70.21.50").heads(2).mtu(9000));
    c.openIscsi(i -> i.replacementTimeout(seconds(15)).startup(SessionStartup.AUTOMATIC));
    var san = c.storage(
        iscsi("san", "10.70.20.50", TARGET),
        s -> s.portals("10.70.21.50")
            .content(ContentType.NONE)
            .lun(1, l -> l.wwid(LUN_FOR_MACHINES).alias("mpath-vms").size(tib(8)))
            .lun(2, l -> l.wwid(LUN_FOR_DATABASES).alias("mpath-db").size(tib(4))));
    var machines = c.storage(
        lvm("san-vms", "vg_vms"),
        s -> s.on(san, 1).shared().content(ContentType.IMAGES, ContentType.ROOTDIR));
    var databases =
        c.storage(lvm("san-db", "vg_db"), s -> s.on(san, 2).shared().content(ContentType.IMAGES));

    c.storageServer("nas", s -> s.addresses("10.70.30.5").heads(2));
    var nas = c.storage(
        nfs("nas", "10.70.30.5", "/export/pve"),
        s -> s.version(NfsVersion.V4_2)
            .hard()
            .options("nconnect=4")
            .content(
                ContentType.ISO,
                ContentType.VZTMPL,
                ContentType.IMPORT,
                ContentType.SNIPPETS,
                ContentType.BACKUP));
    return new Disks(machines, databases, nas);
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes, Disks disks, NetworkRef network) {
    c.image(
        disks.nas,
        "debian-13-genericcloud-amd64.qcow2",
        "https://cloud.debian.org/images/cloud/trixie/20260101-2340/debian-13-genericcloud-amd64.qcow2",
        IMAGE_SUM);
    var debian = c.template(
        9000,
        "debian13",
        v -> v.node(nodes.get(0))
            .with(it -> machine(it, 2, gib(2)))
            .disk(
                disks.machines,
                gib(8),
                d -> d.importFrom(disks.nas, "debian-13-genericcloud-amd64.qcow2"))
            .boot("scsi0")
            .hardware(
                h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE).serial0().vga(VgaType.SERIAL0))
            .nic("vmbr0", vlan(100))
            .cloudInit(i -> i.user("ops").sshKeys(OPS_KEY)));
    List<GuestRef> apps = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      var address = network.host(20 + number);
      var node = nodes.get(number - 1);
      apps.add(c.vm(
          100 + number,
          "app" + number,
          v -> v.node(node)
              .with(it -> machine(it, 4, gib(16)))
              .cloneOf(debian)
              .disk(disks.machines, gib(64))
              .nic("vmbr0", vlan(100))
              .cloudInit(i -> i.user("ops")
                  .sshKeys(OPS_KEY)
                  .address(0, address)
                  .packages("qemu-guest-agent"))));
    }
    var db = c.vm(
        110,
        "db",
        v -> v.node(nodes.get(2))
            .with(it -> machine(it, 16, gib(128)))
            .disk(disks.machines, gib(32))
            .disk(disks.databases, tib(1))
            .nic("vmbr0", vlan(110)));
    c.ha(h -> h.resources(apps).resources(db).resourceAffinity("apps-apart", NEGATIVE, apps));
  }

  private static void machine(VmSpec v, int cores, DataSize memory) {
    v.cores(cores).memory(memory).cpuType("x86-64-v4").agent().tags("erp");
  }

  private static void backup(ClusterSpec c) {
    var backups = c.storage(
        pbs("pbs1", "10.70.30.6", "san", "cluster@pbs!san", fromFile("/root/pbs-token")),
        s -> s.content(ContentType.BACKUP));
    c.backup(b -> b.server("pbs1", "10.70.30.6", "san")
        .job("nightly", "01:30", backups, p -> p.all().keepDaily(14).keepWeekly(8))
        .job("weekly", "sat 12:00", StorageRef.named("nas"), p -> p.all().keepWeekly(4))
        .hosts("00:45", backups, "/etc/pve", "/etc/network", "/etc/hosts", "/var/lib/pve-cluster")
        .restoreHostsBy(HostRestore.REJOIN));
  }
}

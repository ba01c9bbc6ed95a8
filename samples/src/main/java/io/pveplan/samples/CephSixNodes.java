package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.ceph.AutoscaleMode.ON;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.*;
import static io.pveplan.model.network.HashPolicy.LAYER3_4;

import io.pveplan.dsl.CableSpec;
import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NetworkAddress;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.RackRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.OsType;
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
import io.pveplan.model.unit.DataSize;
import io.pveplan.model.unit.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Six nodes with Ceph in three racks, each rack in a room of its own: disks of guests in a replicated
 * pool, an erasure-coded one for what is rarely read, and a file system. 40 of the guests are made
 * from three profiles, spread over the nodes.
 *
 * <p>Guests and disks are on 25 Gbit/s bonds that end on both switches of an MLAG pair. Corosync
 * has cards and switches of its own, and the management is reached over IPv4 and IPv6. Votes and
 * monitors outlive any rack. The pools spread over nodes: they outlive a node and heal. A rack that is
 * down stops some data until its OSDs are marked out: seven of eight by themselves, one by hand.
 */
public final class CephSixNodes {

  private static final int NODES = 6;
  private static final int MONITORS = 5;
  private static final int OSDS_PER_NODE = 4;
  private static final Length IN_THE_RACK = meters(3);
  private static final Length TO_THE_OTHER_ROOM = meters(30);

  // An example: write that of the file that you have tried.
  private static final String IMAGE_SUM =
      "sha512:0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2"
          + "0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2";

  private static final String OPS_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt"
          + " ops@example.net";

  private static final Consumer<HardwareSpec.DiskSpec> PROTECTED = d -> d.powerLossProtection(true);

  private static final Consumer<HardwareSpec.DiskSpec> BOOT =
      d -> d.controller(DiskController.HBA).powerLossProtection(true);

  /** A rack with its power feeds and the switch of its management controllers. */
  private record Cabinet(RackRef rack, CircuitRef feed1, CircuitRef feed2, SwitchRef oob) {}

  /** One of the two sides that each pair of cables ends on. */
  private record Side(Cabinet home, SwitchRef leaf, SwitchRef ring) {}

  private record Networks(
      NetworkRef mgmt,
      NetworkRef mgmt6,
      NetworkRef oob,
      NetworkRef ring0,
      NetworkRef ring1,
      NetworkRef cephPublic,
      NetworkRef cephCluster,
      NetworkRef move,
      NetworkRef services,
      NetworkRef guests) {}

  private CephSixNodes() {}

  /** The plan. */
  public static ClusterPlan plan() {
    return cluster("six", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      c.everyNode(n -> n.domain("example.net")
          .repository(PackageRepository.ENTERPRISE)
          .dns("10.60.0.2", "10.60.0.3")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net"));

      var nets = networks(c);
      var cabinets =
          List.of(cabinet(c, "a", 1, nets), cabinet(c, "b", 2, nets), cabinet(c, "c", 3, nets));
      var sides = List.of(
          side(c, "a", 1, cabinets.get(0), nets.ring0, nets),
          side(c, "b", 2, cabinets.get(1), nets.ring1, nets));
      var numbers = IntStream.rangeClosed(1, NODES).boxed().toList();
      var nodes = c.nodes(
          numbers, number -> "pve" + number, (n, number) -> node(n, number, nets, cabinets, sides));

      // The tie breaker is in another room, or it would be gone with a third of the nodes.
      var feed = c.circuit("feed-d", "ups-d");
      var office = c.ethernetSwitch("sw-d", s -> s.rack("rack-d").powerSupplies(feed));
      c.corosync(k -> k.link(0, nets.ring0, 20)
          .link(1, nets.ring1, 10)
          .qdevice("10.60.0.5", q -> q.rack("rack-d").powerSupplies(feed).on(office)));
      c.migration(m -> m.over(nets.move));
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      var disks = ceph(c, nodes, nets);
      guests(c, nodes, disks, nets.guests);
      backup(c);
    });
  }

  private static Networks networks(ClusterSpec c) {
    return new Networks(
        c.network(
            "mgmt",
            "10.60.0.0/24",
            net -> net.gateway("10.60.0.1").carries(MANAGEMENT).redundant()),
        c.network(
            "mgmt6",
            "2001:db8:60::/64",
            net -> net.gateway("2001:db8:60::1").carries(MANAGEMENT).redundant()),
        c.network("oob", "10.60.9.0/24", net -> net.carries(OUT_OF_BAND)),
        c.network("ring0", "10.60.10.0/24", net -> net.carries(COROSYNC).latency(milliseconds(1))),
        c.network("ring1", "10.60.11.0/24", net -> net.carries(COROSYNC).latency(milliseconds(1))),
        c.network(
            "ceph-public",
            "10.60.20.0/24",
            net -> net.carries(CEPH_PUBLIC).bandwidth(gbit(25)).mtu(9000).redundant()),
        c.network(
            "ceph-cluster",
            "10.60.21.0/24",
            net -> net.carries(CEPH_CLUSTER).bandwidth(gbit(25)).mtu(9000).redundant()),
        c.network(
            "move",
            "10.60.30.0/24",
            net -> net.carries(MIGRATION).bandwidth(gbit(10)).redundant()),
        c.network(
            "services",
            "10.60.31.0/24",
            net -> net.carries(STORAGE, BACKUP).bandwidth(gbit(10)).redundant()),
        c.network(
            "guests",
            "10.60.100.0/24",
            net -> net.gateway("10.60.100.1").carries(GUEST).vlans(100, 199).redundant()));
  }

  private static Cabinet cabinet(ClusterSpec c, String name, int number, Networks nets) {
    var rack = c.rack("rack-" + name, "room-" + name);
    var feed1 = c.circuit("feed-" + name + "1", "ups-" + name + "1");
    var feed2 = c.circuit("feed-" + name + "2", "ups-" + name + "2");
    return new Cabinet(
        rack,
        feed1,
        feed2,
        c.ethernetSwitch(
            "oob-" + name,
            s -> s.ports("", 1, 24, p -> p.speed(gbit(1)).carries(nets.oob))
                .managementAddress(nets.oob.host(220 + number))
                .rack(rack)
                .powerSupplies(feed1, feed2)));
  }

  private static Side side(
      ClusterSpec c, String name, int number, Cabinet home, NetworkRef ring, Networks nets) {
    Consumer<SwitchSpec> common = s -> s.rack(home.rack).powerSupplies(home.feed1, home.feed2);
    return new Side(
        home,
        c.ethernetSwitch(
            "leaf-" + name,
            s -> s.ports(
                    "Ethernet1/",
                    1,
                    24,
                    p -> p.speed(gbit(25))
                        .carries(nets.mgmt, nets.mgmt6, nets.move, nets.services, nets.guests))
                .ports(
                    "Ethernet1/",
                    25,
                    48,
                    p -> p.speed(gbit(25)).carries(nets.cephPublic, nets.cephCluster))
                .mtu(9216)
                .lacp()
                .stack("leaves")
                .managementAddress(nets.oob.host(200 + number))
                .with(common)),
        c.ethernetSwitch(
            "ring-" + name,
            s -> s.ports("", 1, 24, p -> p.speed(gbit(1)).carries(ring))
                .managementAddress(nets.oob.host(210 + number))
                .with(common)));
  }

  // Two nodes in each rack: pve1 and pve4 in the first.
  private static void node(
      NodeSpec n, int number, Networks nets, List<Cabinet> cabinets, List<Side> sides) {
    Cabinet home = cabinets.get((number - 1) % cabinets.size());
    int host = 10 + number;
    n.roles(NodeRole.COMPUTE, NodeRole.STORAGE)
        .watchdogModule("ipmi_watchdog")
        .hardware(h -> hardware(h, home, nets.oob.host(host)))
        .nic("eno1", nets.ring0.host(host))
        .nic("eno2", nets.ring1.host(host))
        .bridge(
            "vmbr0",
            b -> b.over(lacp("bond0", "enp65s0f0np0", "enp66s0f0np0").hashPolicy(LAYER3_4))
                .vlanAware("10", "30-31", "100-199")
                .carries(nets.guests))
        .vlan("vmbr0.10", nets.mgmt.host(host), nets.mgmt6.address("2001:db8:60::" + host))
        .vlan("vmbr0.30", nets.move.host(host))
        .vlan("vmbr0.31", nets.services.host(host))
        .bond(
            lacp("bond1", "enp65s0f1np1", "enp66s0f1np1").hashPolicy(LAYER3_4),
            nets.cephPublic.host(host))
        .vlan("bond1.21", nets.cephCluster.host(host))
        .osds(osdDisks());
    for (int side = 0; side < sides.size(); side++) {
      cables(n, number, side, sides.get(side), home);
    }
    n.bmcCable(home.oob.port(number), k -> k.length(IN_THE_RACK));
  }

  private static void hardware(HardwareSpec h, Cabinet home, NetworkAddress bmc) {
    h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
        .memory(gib(512))
        .systemDisks(
            SystemFilesystem.ZFS,
            d -> d.raid(SystemRaid.RAID1)
                .disk("/dev/sda", gb(480), DiskKind.SSD, BOOT)
                .disk("/dev/sdb", gb(480), DiskKind.SSD, BOOT))
        .eccMemory()
        .rack(home.rack)
        .powerSupplies(home.feed1, home.feed2)
        .bmc(BmcKind.REDFISH, bmc);
    osdDisks().forEach(disk -> h.disk(disk, tb(4), DiskKind.NVME, PROTECTED));
  }

  private static List<String> osdDisks() {
    return IntStream.rangeClosed(1, OSDS_PER_NODE)
        .mapToObj(number -> "/dev/disk/by-id/nvme-EX_OSD_" + number)
        .toList();
  }

  // One leg of each pair goes to either side; a card that fails takes one leg of each bond.
  private static void cables(NodeSpec n, int number, int index, Side side, Cabinet home) {
    Consumer<CableSpec> cable =
        k -> k.length(side.home.equals(home) ? IN_THE_RACK : TO_THE_OTHER_ROOM);
    String card = "enp" + (65 + index) + "s0";
    n.cable("eno" + (1 + index), side.ring.port(number), cable)
        .cable(card + "f0np0", side.leaf.port("Ethernet1/" + number), cable)
        .cable(card + "f1np1", side.leaf.port("Ethernet1/" + (24 + number)), cable);
  }

  private static StorageRef ceph(ClusterSpec c, List<NodeRef> nodes, Networks nets) {
    var monitors = nodes.subList(0, MONITORS);
    c.ceph(s -> s.publicNetwork(nets.cephPublic)
        .clusterNetwork(nets.cephCluster)
        .monitorsOn(monitors)
        .managersOn(monitors)
        .metadataServersOn(nodes.subList(0, 2)));
    c.cephPool("archive", p -> p.erasureCoded(2, 2).autoscale(ON).plannedData(tb(10)));
    c.cephFs("shared", p -> p.plannedData(tb(2)));
    return c.cephPool("vm-disks", p -> p.size(3).minSize(2).autoscale(ON));
  }

  private static void guests(
      ClusterSpec c, List<NodeRef> nodes, StorageRef disks, NetworkRef network) {
    c.storageServer("nas", s -> s.addresses("10.60.31.5").heads(2));
    var nas = c.storage(
        nfs("nas", "10.60.31.5", "/export/pve"),
        s -> s.content(
                ContentType.ISO, ContentType.VZTMPL, ContentType.IMPORT, ContentType.SNIPPETS)
            .options("vers=4.2"));
    c.image(
        nas,
        "debian-13-genericcloud-amd64.qcow2",
        "https://cloud.debian.org/images/cloud/trixie/20260101-2340/debian-13-genericcloud-amd64.qcow2",
        IMAGE_SUM);
    c.image(
        nas,
        "debian-13-standard_13.1-2_amd64.tar.zst",
        "http://download.proxmox.com/images/system/debian-13-standard_13.1-2_amd64.tar.zst",
        IMAGE_SUM);
    var debian = c.template(
        9000,
        "debian13",
        v -> v.node(nodes.get(0))
            .with(it -> machine(it, 2, gib(2)))
            .disk(
                disks,
                gib(8),
                d -> d.discard().importFrom(nas, "debian-13-genericcloud-amd64.qcow2"))
            .boot("scsi0")
            .hardware(
                h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE).serial0().vga(VgaType.SERIAL0))
            .nic("vmbr0", vlan(100))
            .cloudInit(i -> i.user("ops").sshKeys(OPS_KEY)));

    List<GuestRef> webs = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      var address = network.host(20 + number);
      var node = nodes.get(number - 1);
      webs.add(c.vm(
          100 + number,
          "web" + number,
          v -> v.node(node)
              .with(it -> machine(it, 4, gib(8)))
              .cloneOf(debian)
              .disk(disks, gib(32), d -> d.discard())
              .nic("vmbr0", vlan(100))
              .cloudInit(i -> i.user("ops")
                  .sshKeys(OPS_KEY)
                  .address(0, address)
                  .packages("nginx", "qemu-guest-agent"))));
    }
    var db = c.vm(
        110,
        "db",
        v -> v.node(nodes.get(2))
            .with(it -> machine(it, 16, gib(128)))
            .disk(disks, gib(64), d -> d.discard())
            .disk(disks, tib(1), d -> d.discard())
            .nic("vmbr0", vlan(110)));
    c.container(
        120,
        "mirror",
        containerTemplate(nas, "debian-13-standard_13.1-2_amd64.tar.zst"),
        disks,
        gib(500),
        v -> v.node(nodes.get(3))
            .onBoot()
            .cores(2)
            .memory(gib(4))
            .nic("vmbr0", vlan(120))
            .tags("infra"));

    var fleet = fleet(c, nodes, disks, nas, debian, network);
    windows(c, nodes.get(5), disks, nas);

    // The database is much larger than the web servers: their number says little.
    c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC)));
    c.ha(h -> h.resources(webs).resources(db).resourceAffinity("webs-apart", NEGATIVE, webs));
    c.terraform(t -> t.providers(TerraformProvider.BPG).guests(webs).guests(fleet));
  }

  // 40 guests of three profiles, none of which is named by hand.
  private static List<GuestRef> fleet(
      ClusterSpec c,
      List<NodeRef> nodes,
      StorageRef disks,
      StorageRef nas,
      GuestRef debian,
      NetworkRef network) {
    c.macsFromVmids(6);
    var app = vmProfile(
        "app",
        v -> v.spreadOver(nodes)
            .onBoot()
            .with(it -> machine(it, 4, gib(8)))
            .cloneOf(debian)
            .disk(disks, gib(32), d -> d.discard())
            .nic("vmbr0", vlan(100))
            .cloudInit(i -> i.user("ops")
                .sshKeys(OPS_KEY)
                .address(0, network.guestAddress(100))
                .packages("openjdk-21-jre-headless", "qemu-guest-agent")));
    var job = vmProfile(
        "job",
        v -> v.spreadOver(nodes)
            .onBoot()
            .with(it -> machine(it, 8, gib(16)))
            .linkedCloneOf(debian)
            .nic("vmbr0", vlan(100))
            .cloudInit(i -> i.user("ops")
                .sshKeys(OPS_KEY)
                .address(0, network.guestAddress(140))
                .packages("qemu-guest-agent")));
    var cache = containerProfile(
        "cache",
        containerTemplate(nas, "debian-13-standard_13.1-2_amd64.tar.zst"),
        disks,
        gib(8),
        v -> v.spreadOver(nodes)
            .onBoot()
            .cores(2)
            .memory(gib(4))
            .nic("vmbr0", vlan(100))
            .address(0, network.guestAddress(160))
            .tags("shop"));
    List<GuestRef> guests = new ArrayList<>();
    guests.addAll(
        c.vms(vmids(200, 223), app, (v, number) -> v.tags(number <= 12 ? "blue" : "green")));
    guests.addAll(c.vms(vmids(230, 239), job));
    guests.addAll(c.containers(vmids(250, 255), cache));
    return guests;
  }

  private static void windows(ClusterSpec c, NodeRef node, StorageRef disks, StorageRef nas) {
    // The setup of Windows has no drivers for VirtIO: they were put into this image. Its maker
    // offers none with an address that lasts.
    c.image(
        nas,
        "windows-server-2025.iso",
        "https://mirror.example.com/iso/windows-server-2025-virtio.iso",
        IMAGE_SUM);
    c.vm(
        130,
        "reports",
        v -> v.node(node)
            .onBoot()
            .with(it -> machine(it, 4, gib(16)))
            .ostype(OsType.WIN11)
            .hardware(h -> h.machine("q35")
                .bios(Bios.OVMF)
                .efiDisk(disks, d -> d.preEnrolledKeys())
                .tpmState(disks)
                .scsihw(ScsiController.VIRTIO_SCSI_SINGLE))
            .disk(disks, gib(128), d -> d.discard().iothread())
            .nic("vmbr0", vlan(110))
            .iso(nas, "windows-server-2025.iso"));
  }

  // What each machine has.
  private static void machine(VmSpec v, int cores, DataSize memory) {
    v.cores(cores).memory(memory).cpuType("x86-64-v4").agent().tags("shop");
  }

  private static void backup(ClusterSpec c) {
    var backups = c.storage(
        pbs("pbs1", "10.60.31.6", "six", "cluster@pbs!six", fromFile("/root/pbs-token")),
        s -> s.content(ContentType.BACKUP));
    c.backup(b -> b.server("pbs1", "10.60.31.6", "six")
        .job(
            "nightly",
            "01:30",
            backups,
            p -> p.all().keepDaily(14).keepWeekly(8).keepMonthly(6))
        .hosts("00:45", backups, "/etc/pve", "/etc/network", "/etc/hosts", "/var/lib/pve-cluster")
        .restoreHostsBy(HostRestore.REJOIN));
  }
}

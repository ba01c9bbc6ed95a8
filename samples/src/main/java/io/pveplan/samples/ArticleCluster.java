package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NetworkAddress;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.ceph.AutoscaleMode;
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
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The cluster of the article this library started from: three nodes, three networks on vmbr0, vmbr1
 * and vmbr2, local ZFS with replication, NFS, iSCSI with LVM, and Ceph. Where Proxmox VE refuses
 * what the article prints, or its documentation advises otherwise, this is the corrected form;
 * {@code ArticleAsPrinted} is the other one.
 */
public final class ArticleCluster {

  record Host(String name, int number, String rack, Set<NodeRole> roles) {}

  private static final List<Host> HOSTS = List.of(
      new Host("nodeA", 10, "rack-a", Set.of(NodeRole.COMPUTE, NodeRole.STORAGE)),
      new Host("nodeB", 11, "rack-b", Set.of(NodeRole.COMPUTE, NodeRole.STORAGE)),
      new Host("nodeC", 12, "rack-c", Set.of(NodeRole.MANAGEMENT, NodeRole.STORAGE)));

  private static final int CARDS = 10;

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

  private ArticleCluster() {}

  /** The plan. */
  public static ClusterPlan plan() {
    return cluster("article", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      c.everyNode(n -> n.domain("example.net")
          .dns("10.10.0.2", "10.10.0.3")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net")
          .repository(PackageRepository.ENTERPRISE)
          .packages("dnsmasq", "multipath-tools", "open-iscsi"));

      c.installation(
          "de",
          Keyboard.DE,
          "Europe/Berlin",
          "ops@example.net",
          fromFile("/root/root-password.hash"),
          OPS_KEY);

      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");

      var mgmt =
          c.network("mgmt", "10.10.0.0/24", net -> net.gateway("10.10.0.1").carries(MANAGEMENT));
      var oob = c.network("oob", "10.10.9.0/24", net -> net.carries(OUT_OF_BAND));
      var ring = c.network("ring", "10.10.1.0/24", net -> net.carries(COROSYNC));
      var storage = c.network(
          "storage",
          "172.20.50.0/24",
          net -> net.carries(STORAGE, REPLICATION, BACKUP).redundant());
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE).mtu(9000));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE).mtu(9000));
      var cephPublic = c.network(
          "ceph-public",
          "10.10.20.0/24",
          net -> net.carries(CEPH_PUBLIC).mtu(9000).redundant());
      var cephCluster = c.network(
          "ceph-cluster",
          "10.10.21.0/24",
          net -> net.carries(CEPH_CLUSTER).mtu(9000).redundant());
      var move = c.network("move", "10.10.30.0/24", net -> net.carries(MIGRATION));
      var guests = c.network(
          "guests",
          "10.10.100.0/24",
          net -> net.gateway("10.10.100.1").carries(GUEST).vlans(100, 199).redundant());

      List<List<NetworkRef>> cards = List.of(
          List.of(mgmt),
          List.of(storage),
          List.of(storage),
          List.of(guests),
          List.of(guests),
          List.of(ring),
          List.of(cephPublic, cephCluster, move),
          List.of(cephPublic, cephCluster, move),
          List.of(san1),
          List.of(san2));
      var left =
          c.ethernetSwitch("sw1", s -> s.with(it -> ports(it, cards)).powerSupplies(feedA, feedB));
      var right =
          c.ethernetSwitch("sw2", s -> s.with(it -> ports(it, cards)).powerSupplies(feedA, feedB));

      var nodes = c.nodes(
          HOSTS,
          Host::name,
          (n, host) -> n.roles(host.roles().toArray(NodeRole[]::new))
              .with(ArticleCluster::serverModel)
              .watchdogModule("ipmi_watchdog")
              .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
                  .memory(gib(384))
                  .eccMemory()
                  .powerSupplies(feedA, feedB)
                  .rack(host.rack())
                  .bmc(BmcKind.IDRAC, oob.host(host.number()))
                  .disk("/dev/disk/by-id/nvme-EX_DATA_1", tb(2), DiskKind.NVME, PROTECTED)
                  .disk("/dev/disk/by-id/nvme-EX_DATA_2", tb(2), DiskKind.NVME, PROTECTED)
                  .disk("/dev/disk/by-id/nvme-EX_OSD_1", tb(4), DiskKind.NVME, PROTECTED)
                  .disk("/dev/disk/by-id/nvme-EX_OSD_2", tb(4), DiskKind.NVME, PROTECTED)
                  .disk("/dev/disk/by-id/nvme-EX_OSD_3", tb(4), DiskKind.NVME, PROTECTED)
                  .disk("/dev/disk/by-id/nvme-EX_OSD_4", tb(4), DiskKind.NVME, PROTECTED))
              .bridge(
                  "vmbr0",
                  b -> b.over("enp1s0").address(mgmt.host(host.number())).comment("management"))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond0", "enp2s0", "enp3s0").hashPolicy(HashPolicy.LAYER2_3))
                      .address(storage.host(host.number()))
                      .comment("storage"))
              .bridge(
                  "vmbr2",
                  b -> b.over(lacp("bond1", "enp4s0", "enp5s0").hashPolicy(HashPolicy.LAYER2_3))
                      .vlanAware("100-199")
                      .carries(guests)
                      .comment("guests"))
              .nic("enp6s0", ring.host(host.number()))
              .bond(
                  lacp("bond2", "enp7s0", "enp8s0").hashPolicy(HashPolicy.LAYER3_4),
                  cephPublic.host(host.number()))
              .vlan("bond2.21", cephCluster.host(host.number()))
              .vlan("bond2.30", move.host(host.number()))
              .nic("enp9s0", san1.host(host.number()))
              .nic("enp10s0", san2.host(host.number()))
              .with(it -> cables(it, host, left, right)));
      var nodeA = nodes.get(0);
      var nodeB = nodes.get(1);
      var nodeC = nodes.get(2);

      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.migration(m -> m.over(move));
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      c.replication(m -> m.over(storage));

      // Local storage with replication
      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().nodes(nodes));

      // Shared storage over NFS and iSCSI
      c.storageServer("nas", s -> s.addresses("172.20.50.5").heads(2).logDevice());
      c.storageServer(
          "san", s -> s.addresses("172.30.20.50", "172.30.21.50").heads(2).mtu(9000));
      var nas = c.storage(
          nfs("nas", "172.20.50.5", "/export/pve"),
          s -> s.content(
                  ContentType.ISO,
                  ContentType.VZTMPL,
                  ContentType.BACKUP,
                  ContentType.SNIPPETS,
                  ContentType.IMPORT)
              .options("vers=4.2"));
      c.openIscsi(i -> i.replacementTimeout(seconds(15)));
      var beiscsi = c.storage(
          iscsi("beiscsi", "172.30.20.50", "iqn.2024-02.example:cluster.lun1"),
          s -> s.portals("172.30.21.50")
              .content(ContentType.NONE)
              .lun(1, l -> l.wwid("360000000000000000e00000000010001").alias("mpath-cluster")));
      c.storage(
          lvm("lvmscsi", "vg_cluster"),
          s -> s.on(beiscsi, 1).shared().content(ContentType.IMAGES, ContentType.ROOTDIR));

      // Distributed storage with Ceph
      c.ceph(s -> s.publicNetwork(cephPublic)
          .clusterNetwork(cephCluster)
          .monitorsOn(nodes)
          .managersOn(nodes));
      var ceph = c.cephPool("vm-disks", p -> p.size(3).minSize(2).autoscale(AutoscaleMode.ON));

      c.image(
          nas,
          "noble-server-cloudimg-amd64.qcow2",
          "https://cloud-images.ubuntu.com/noble/20260108/noble-server-cloudimg-amd64.img",
          IMAGE_SUM);
      var template = c.template(
          9000,
          "template-ubuntu",
          v -> v.node(nodeA)
              .tags("team-platform")
              .cores(2)
              .memory(gib(2))
              .cpuType("x86-64-v3")
              .agent()
              .disk(
                  ceph,
                  gib(8),
                  p -> p.discard().importFrom(nas, "noble-server-cloudimg-amd64.qcow2"))
              .boot("scsi0")
              .hardware(
                  h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE).serial0().vga(VgaType.SERIAL0))
              .nic("vmbr2", vlan(110))
              .cloudInit(v2 -> v2.user("ops").sshKeys(OPS_KEY)));
      var app = c.vm(
          200,
          "app01",
          v -> v.node(nodeA)
              .cores(4)
              .memory(gib(16))
              .cpuType("x86-64-v3")
              .agent()
              .disk(ceph, gib(64), p -> p.discard())
              .nic("vmbr2", vlan(110))
              .tags("team-app")
              .description("Moves online to nodeB"));
      var app2 = c.vm(
          201,
          "app02",
          v -> v.node(nodeC)
              .tags("team-app")
              .cores(4)
              .memory(gib(16))
              .cpuType("x86-64-v3")
              .agent()
              .disk(ceph, gib(64), p -> p.discard())
              .nic("vmbr2", vlan(110)));
      var files = c.vm(
          220,
          "files01",
          v -> v.node(nodeA)
              .tags("team-files")
              .cores(2)
              .memory(gib(8))
              .cpuType("x86-64-v3")
              .agent()
              .onBoot()
              .rpo(hours(1))
              .changeRate(mbit(5))
              .disk(local, gib(200), p -> p.discard())
              .nic("vmbr2", vlan(120)));
      var web = c.vm(
          210,
          "web01",
          v -> v.node(nodeA)
              .tags("team-web")
              .cloneOf(template)
              .cores(4)
              .memory(mib(4096))
              .cpuType("x86-64-v3")
              .agent()
              .onBoot()
              .disk(ceph, gib(32), p -> p.discard())
              .nic("vmbr2", vlan(110))
              .with(v1 -> webServer(v1, guests.host(50))));

      c.replicate(
          files,
          nodeB,
          s -> s.schedule("*/15").rate(megabytesPerSecond(100)).comment("files01 to nodeB"));
      c.migrate(app, nodeB, m -> m.online());

      c.ha(h -> h.resources(app, app2)
          .nodeAffinity("app-home", a -> a.resources(app).nodes(nodeA, nodeB).strict())
          .resourceAffinity("app-apart", NEGATIVE, app, app2));

      var nat = c.zone(simple("nat1"), z -> z.ipam("pve").dhcp());
      c.vnet(
          "natnet1",
          nat,
          b -> b.subnet(
              "10.150.10.0/24",
              s -> s.gateway("10.150.10.1").snat().dhcpRange("10.150.10.100", "10.150.10.200")));

      var backups = c.storage(
          pbs("pbs1", "172.20.50.6", "store1", "cluster@pbs!article", fromFile("/root/pbs-token")),
          s -> s.content(ContentType.BACKUP));
      c.backup(b -> b.server("pbs1", "172.20.50.6", "store1")
          .job("nightly", "mon..sat 02:30", backups, p -> p.all().keepDaily(7).keepWeekly(4))
          .hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.REJOIN));

      c.terraform(
          t -> t.providers(TerraformProvider.BPG, TerraformProvider.TELMATE).guests(web));
    });
  }

  // A row of ports for each card, one port for each node.
  private static void ports(SwitchSpec s, List<List<NetworkRef>> cards) {
    s.mtu(9216).lacp().stack("mlag1");
    for (int card = 1; card <= cards.size(); card++) {
      NetworkRef[] networks = cards.get(card - 1).toArray(NetworkRef[]::new);
      int first = portOf(card, 0);
      int last = portOf(card, HOSTS.size() - 1);
      s.ports("", first, last, p -> p.speed(gbit(25)).carries(networks));
    }
  }

  // Each bond has a leg on either switch, and Corosync another switch than the management.
  private static void cables(NodeSpec n, Host host, SwitchRef left, SwitchRef right) {
    for (int card = 1; card <= CARDS; card++) {
      int port = portOf(card, HOSTS.indexOf(host));
      n.cable("enp" + card + "s0", (card % 2 == 1 ? left : right).port(port));
    }
  }

  private static int portOf(int card, int host) {
    return (card - 1) * HOSTS.size() + host + 1;
  }

  // A fragment is a method: what each of these servers has.
  private static void serverModel(NodeSpec n) {
    n.hardware(h -> h.systemDisks(
            SystemFilesystem.ZFS,
            d -> d.raid(SystemRaid.RAID1)
                .disk("/dev/sda", gb(480), DiskKind.SSD, BOOT)
                .disk("/dev/sdb", gb(480), DiskKind.SSD, BOOT)))
        .zpool(
            "tank",
            ZfsRaid.MIRROR,
            "/dev/disk/by-id/nvme-EX_DATA_1",
            "/dev/disk/by-id/nvme-EX_DATA_2")
        .osds(
            "/dev/disk/by-id/nvme-EX_OSD_1",
            "/dev/disk/by-id/nvme-EX_OSD_2",
            "/dev/disk/by-id/nvme-EX_OSD_3",
            "/dev/disk/by-id/nvme-EX_OSD_4");
  }

  private static void webServer(VmSpec v, NetworkAddress address) {
    v.cloudInit(s -> s.user("ops")
        .sshKeys(OPS_KEY)
        .address(0, address)
        .dns("10.10.0.2")
        .searchDomain("example.net")
        .packages("nginx", "qemu-guest-agent"));
  }
}

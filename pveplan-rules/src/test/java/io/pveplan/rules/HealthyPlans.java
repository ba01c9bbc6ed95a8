package io.pveplan.rules;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
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
 * Plans that no rule has anything to say against: what single faults are put into, see {@link
 * io.pveplan.rules.testing.PlanChanges}. Users get them as {@link
 * io.pveplan.rules.testing.HealthyPlans}.
 *
 * <p>What a rule needs to pass goes in here, so that its fault lights up and nothing else does.
 */
public final class HealthyPlans {

  private record Host(String name, int number, String rack, Set<NodeRole> roles) {}

  private static final Consumer<HardwareSpec.DiskSpec> BOOT =
      d -> d.controller(DiskController.HBA).powerLossProtection(true);

  private static final List<Host> HOSTS = List.of(
      new Host("pve1", 11, "rack-a", Set.of(NodeRole.COMPUTE, NodeRole.STORAGE)),
      new Host("pve2", 12, "rack-b", Set.of(NodeRole.COMPUTE, NodeRole.STORAGE)),
      new Host("pve3", 13, "rack-c", Set.of(NodeRole.MANAGEMENT, NodeRole.STORAGE)));

  private static final String OPS_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt"
          + " ops@example.net";

  private static final int CARDS = 11;
  private static final int FIRST_SINGLE_CARD = 9;

  private static final ClusterPlan THREE_NODES = plan();

  private HealthyPlans() {}

  /**
   * Three nodes pve1 to pve3 with Ceph, ZFS replication, NFS, iSCSI, HA, SDN, backup and Terraform.
   * The guests: 200 and 201 under HA, 210 a clone of template 9000, 220 replicated from pve1 to
   * pve2, 230 behind the SDN on pve3.
   */
  public static ClusterPlan threeNodes() {
    return THREE_NODES;
  }

  /** A single node pve1 with a ZFS pool, one guest 100 and a backup server. */
  public static ClusterPlan oneNode() {
    return cluster("single", c -> {
      c.target(PVE_9);
      c.everyNode(n -> n.domain("example.net").repository(PackageRepository.ENTERPRISE));
      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b");
      var mgmt =
          c.network("mgmt", "10.10.0.0/24", net -> net.gateway("10.10.0.1").carries(MANAGEMENT));
      var oob = c.network("oob", "10.10.9.0/24", net -> net.carries(OUT_OF_BAND));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
      var node = c.node(
          "pve1",
          n -> n.roles(NodeRole.COMPUTE)
              .with(HealthyPlans::disks)
              .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
                  .memory(gib(256))
                  .eccMemory()
                  .disk(
                      "/dev/disk/by-id/nvme-EX_DATA_1",
                      tb(2),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_DATA_2",
                      tb(2),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_1",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_2",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_3",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_4",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .powerSupplies(feedA, feedB)
                  .rack("rack-a")
                  .bmc(BmcKind.IDRAC, oob.host(11)))
              .bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .bridge("vmbr1", b -> b.over("eno2").vlanAware("100-199").carries(guests)));
      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().nodes(node));
      c.vm(
          100,
          "app01",
          v -> v.with(HealthyPlans::machine)
              .node(node)
              .disk(local, gib(64), p -> p.discard())
              .nic("vmbr1", vlan(110)));
      var backups = c.storage(
          pbs("pbs1", "192.0.2.6", "store1", "cluster@pbs!single", fromFile("/root/pbs-token")),
          s -> s.content(ContentType.BACKUP));
      c.backup(b -> b.server("pbs1", "192.0.2.6", "store1")
          .job("nightly", "02:30", backups, p -> p.all().keepDaily(7))
          .hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.REJOIN));
    });
  }

  private static ClusterPlan plan() {
    return cluster("healthy", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      c.everyNode(n -> n.domain("example.net")
          .repository(PackageRepository.ENTERPRISE)
          .dns("10.10.0.2", "10.10.0.3")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net")
          .packages("dnsmasq", "multipath-tools", "open-iscsi"));

      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");

      var mgmt = c.network(
          "mgmt",
          "10.10.0.0/24",
          net -> net.gateway("10.10.0.1").carries(MANAGEMENT).redundant());
      var oob = c.network(
          "oob",
          "10.10.9.0/24",
          net -> net.carries(OUT_OF_BAND)
              .dhcp("10.10.9.200-10.10.9.249")
              .reserve("10.10.9.150-10.10.9.199", "power distribution units"));
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

      // Each port lets all networks through: a fault that moves one is not about cables.
      Consumer<SwitchSpec> leaf = s -> s.ports(
              "",
              1,
              48,
              p -> p.speed(gbit(25))
                  .carries(mgmt, ring, storage, san1, san2)
                  .carries(cephPublic, cephCluster, move, guests))
          .mtu(9216)
          .lacp()
          .stack("mlag1")
          .powerSupplies(feedA, feedB);
      var left = c.ethernetSwitch("sw1", leaf);
      var right = c.ethernetSwitch("sw2", leaf);

      var nodes = c.nodes(
          HOSTS,
          Host::name,
          (n, host) -> n.roles(host.roles().toArray(NodeRole[]::new))
              .watchdogModule("ipmi_watchdog")
              .with(HealthyPlans::disks)
              .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
                  .memory(gib(384))
                  .eccMemory()
                  .powerSupplies(feedA, feedB)
                  .rack(host.rack())
                  .bmc(BmcKind.REDFISH, oob.host(host.number()))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_DATA_1",
                      tb(2),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_DATA_2",
                      tb(2),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_1",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_2",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_3",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true))
                  .disk(
                      "/dev/disk/by-id/nvme-EX_OSD_4",
                      tb(4),
                      DiskKind.NVME,
                      d -> d.powerLossProtection(true)))
              .bridge(
                  "vmbr0",
                  b -> b.over(activeBackup("bond0", "enp1s0", "enp2s0"))
                      .address(mgmt.host(host.number())))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond1", "enp3s0", "enp4s0").hashPolicy(HashPolicy.LAYER2_3))
                      .address(storage.host(host.number())))
              .bridge(
                  "vmbr2",
                  b -> b.over(lacp("bond2", "enp5s0", "enp6s0").hashPolicy(HashPolicy.LAYER2_3))
                      .vlanAware("100-199")
                      .carries(guests))
              .bond(
                  lacp("bond3", "enp7s0", "enp8s0").hashPolicy(HashPolicy.LAYER3_4),
                  cephPublic.host(host.number()))
              .vlan("bond3.21", cephCluster.host(host.number()))
              .vlan("bond3.30", move.host(host.number()))
              .nic("enp9s0", ring.host(host.number()))
              .nic("enp10s0", san1.host(host.number()))
              .nic("enp11s0", san2.host(host.number()))
              .with(it -> cables(it, host.number() - 11, left, right)));
      var pve1 = nodes.get(0);
      var pve2 = nodes.get(1);
      var pve3 = nodes.get(2);

      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.migration(m -> m.over(move));
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      c.replication(m -> m.over(storage));

      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().nodes(nodes));
      c.storageServer(
          "nas", s -> s.addresses("172.20.50.5").heads(2).logDevice().mtu(1500));
      c.storageServer(
          "san", s -> s.addresses("172.30.20.50", "172.30.21.50").heads(2).mtu(9000));
      var nas = c.storage(
          nfs("nas", "172.20.50.5", "/export/pve"),
          s -> s.content(
                  ContentType.IMAGES,
                  ContentType.ISO,
                  ContentType.VZTMPL,
                  ContentType.SNIPPETS,
                  ContentType.IMPORT)
              .options("vers=4.2"));
      c.openIscsi(i -> i.replacementTimeout(seconds(15)));
      c.storage(
          iscsi("san", "172.30.20.50", "iqn.2024-02.net.example:san.lun1"),
          s -> s.portals("172.30.21.50").content(ContentType.NONE));
      var luns = c.storage(
          lvm("san-lvm", "vg_cluster"),
          s -> s.shared().content(ContentType.IMAGES, ContentType.ROOTDIR));
      c.ceph(s -> s.publicNetwork(cephPublic)
          .clusterNetwork(cephCluster)
          .monitorsOn(nodes)
          .managersOn(nodes));
      var ceph = c.cephPool("vm-disks", p -> p.size(3).minSize(2).autoscale(AutoscaleMode.ON));

      var nat = c.zone(simple("nat1"), z -> z.ipam("pve").dhcp());
      var natnet = c.vnet(
          "natnet1",
          nat,
          b -> b.subnet(
              "10.150.10.0/24",
              s -> s.gateway("10.150.10.1").snat().dhcpRange("10.150.10.100", "10.150.10.200")));

      c.image(
          nas,
          "debian-13-genericcloud-amd64.qcow2",
          "https://cloud.example.org/debian-13-genericcloud-amd64.qcow2",
          "sha256:" + "0".repeat(64));
      c.image(
          nas,
          "debian-13.tar.zst",
          "https://images.example.org/debian-13.tar.zst",
          "sha256:" + "0".repeat(64));
      var template = c.template(
          9000,
          "template-debian",
          v -> v.with(HealthyPlans::hardware)
              .node(pve1)
              .disk(
                  ceph,
                  gib(8),
                  p -> p.discard().importFrom(nas, "debian-13-genericcloud-amd64.qcow2"))
              .nic("vmbr2", vlan(110))
              .boot("scsi0")
              .hardware(
                  h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE).serial0().vga(VgaType.SERIAL0))
              .cloudInit(s -> s.user("ops").sshKeys(OPS_KEY)));
      var app1 = c.vm(
          200,
          "app01",
          v -> v.with(HealthyPlans::machine)
              .node(pve1)
              .disk(ceph, gib(64), p -> p.discard())
              .disk(luns, gib(100))
              .nic("vmbr2", vlan(110)));
      var app2 = c.vm(
          201,
          "app02",
          v -> v.with(HealthyPlans::machine)
              .node(pve2)
              .disk(nas, gib(64), p -> p.discard())
              .nic("vmbr2", vlan(110)));
      var web = c.vm(
          210,
          "web01",
          v -> v.with(HealthyPlans::machine)
              .node(pve2)
              .cloneOf(template)
              .disk(ceph, gib(32), p -> p.discard())
              .nic("vmbr2", vlan(110))
              .cloudInit(s -> s.user("ops")
                  .sshKeys(OPS_KEY)
                  .address(0, guests.host(50))
                  .dns("10.10.0.2")
                  .searchDomain("example.net")
                  .packages("nginx", "qemu-guest-agent")));
      var files = c.vm(
          220,
          "files01",
          v -> v.with(HealthyPlans::machine)
              .node(pve1)
              .rpo(hours(1))
              .changeRate(mbit(5))
              .disk(local, gib(50), p -> p.discard())
              .nic("vmbr2", vlan(120)));
      c.vm(
          230,
          "lab01",
          v -> v.with(HealthyPlans::machine)
              .node(pve3)
              .disk(ceph, gib(16), p -> p.discard())
              .nic(natnet)
              .cloudInit(s -> s.user("ops").sshKeys(OPS_KEY).dhcp(0)));

      c.replicate(files, pve2, s -> s.schedule("*/15").rate(megabytesPerSecond(100)));
      c.migrate(app1, pve3, m -> m.online());
      c.ha(h -> h.resources(app1, app2)
          .nodeAffinity(
              "app-home", a -> a.resources(app1, app2).nodes(pve1, pve2, pve3).strict())
          .resourceAffinity("app-apart", NEGATIVE, app1, app2));

      var backups = c.storage(
          pbs("pbs1", "172.20.50.6", "store1", "cluster@pbs!healthy", fromFile("/root/pbs-token")),
          s -> s.content(ContentType.BACKUP));
      c.backup(b -> b.server("pbs1", "172.20.50.6", "store1")
          .job("nightly", "mon..sat 02:30", backups, p -> p.all().keepDaily(7).keepWeekly(4))
          .hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.REJOIN));
      c.terraform(t -> t.providers(TerraformProvider.BPG).guests(web));
    });
  }

  // Corosync is on the other switch than the first slave of the management, and the two SANs on one
  // each. The slaves have a declaration of their own: a cable stays where its bond loses one.
  private static void cables(NodeSpec n, int node, SwitchRef left, SwitchRef right) {
    for (int card = 1; card <= CARDS; card++) {
      String name = "enp" + card + "s0";
      if (card < FIRST_SINGLE_CARD) {
        n.nic(name);
      }
      n.cable(
          name,
          (card % 2 == 1 == card < FIRST_SINGLE_CARD ? left : right).port(node * CARDS + card));
    }
  }

  private static void disks(NodeSpec n) {
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

  private static void machine(VmSpec v) {
    hardware(v);
    v.onBoot();
  }

  private static void hardware(VmSpec v) {
    v.cores(4).memory(gib(16)).cpuType("x86-64-v3").agent();
  }
}

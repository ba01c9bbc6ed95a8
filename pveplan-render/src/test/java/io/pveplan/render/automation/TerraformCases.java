package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Plans whose guests Terraform makes. */
final class TerraformCases {

  static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt";

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>(Map.of(
      "article",
      article(),
      "bare",
      bare(),
      "clones",
      clones(),
      "containers",
      containers(),
      "everything",
      everything(),
      "fleets",
      fleets(),
      "moving",
      moving(),
      "older",
      TerraformPartCases.older(),
      "parts",
      TerraformPartCases.parts(),
      "unsaid",
      unsaid()));

  /** What the guests of a plan stand on. */
  record Ground(NodeRef node, NodeRef other, StorageRef local, StorageRef nas, NetworkRef guests) {}

  private TerraformCases() {}

  static ResolvedPlan plan(BiConsumer<ClusterSpec, Ground> block) {
    return ResolvedPlan.of(cluster("lab", c -> block.accept(c, ground(c))));
  }

  static Ground ground(ClusterSpec c) {
    var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
    var guests = c.network(
        "guests", "10.0.1.0/24", net -> net.gateway("10.0.1.1").carries(GUEST).vlans(100, 199));
    var node = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
    var other = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    var local = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
    var nas = c.storage(
        nfs("nas", "10.0.0.5", "/export"),
        s -> s.content(ContentType.IMAGES, ContentType.ISO, ContentType.IMPORT));
    return new Ground(node, other, local, nas, guests);
  }

  private static void sharedSnippets(ClusterSpec c) {
    c.storage(nfs("snip", "10.0.0.6", "/export"), s -> s.content(ContentType.SNIPPETS));
  }

  /** A clone of a template, with cloud-init. */
  private static ResolvedPlan article() {
    return plan((c, ground) -> {
      sharedSnippets(c);
      var template = c.template(
          9000,
          "template-ubuntu",
          v -> v.node(ground.node())
              .cpuType("x86-64-v2-AES")
              .disk(ground.nas(), gib(8))
              .nic("vmbr0", vlan(110))
              .cloudInit(s -> s.user("ops")));
      var web = c.vm(
          210,
          "web01",
          v -> v.node(ground.node())
              .cloneOf(template)
              .cores(4)
              .memory(mib(4096))
              .cpuType("x86-64-v2-AES")
              .agent()
              .disk(ground.nas(), gib(32))
              .nic("vmbr0", vlan(110))
              .tags("web", "prod")
              .cloudInit(s -> s.user("ops")
                  .sshKeys(KEY + " ops@example.net")
                  .address(0, ground.guests().host(50))
                  .dns("10.0.0.2", "10.0.0.3")
                  .searchDomain("example.net")
                  .packages("nginx", "qemu-guest-agent")));
      c.terraform(t -> t.providers(BPG, TELMATE).guests(web));
    });
  }

  /** As little as a plan can say; no provider, and a template, which is left out. */
  private static ResolvedPlan bare() {
    return plan((c, ground) -> {
      c.template(900, "template", v -> v.node(ground.node()));
      c.vm(100, "1.bare", v -> v.node(ground.node()).disk(ground.local(), gib(8)));
      c.terraform(t -> t.apiHost("2001:db8::11"));
    });
  }

  /**
   * Guests of profiles: clones with addresses of which some differ in more than values, the first too, one with files
   * on each node, containers, one that is named as a fleet, and templates.
   */
  private static ResolvedPlan fleets() {
    return plan((c, ground) -> {
      sharedSnippets(c);
      c.macsFromVmids(5);
      var nodes = List.of(ground.node(), ground.other());
      var images = c.templates(
          vmids(9001, 9002),
          vmProfile(
              "image",
              v -> v.spreadOver(nodes)
                  .cpuType("x86-64-v2-AES")
                  .disk(ground.nas(), gib(8))
                  .nic("vmbr0", vlan(110))));
      c.vms(
          vmids(200, 205),
          vmProfile(
              "web",
              v -> v.spreadOver(nodes)
                  .cloneOf(images.get(0))
                  .cores(4)
                  .memory(gib(4))
                  .cpuType("x86-64-v2-AES")
                  .agent()
                  .disk(ground.nas(), gib(32))
                  .nic("vmbr0", vlan(110))
                  .tags("web")
                  .cloudInit(s -> s.user("ops")
                      .address(0, ground.guests().guestAddress(50))
                      .packages("nginx"))),
          (v, number) -> {
            switch (number) {
              case 1 -> v.disk(ground.nas(), gib(50), p -> p.ssd());
              case 2 -> v.description("the second");
              case 3 -> v.disk(ground.nas(), gib(100)).nic("vmbr0", vlan(120));
              case 4 -> v.cores(8).tags("big");
              case 5 -> v.protection();
              case 6 -> v.disk(ground.nas(), gib(200)).nic("vmbr0", vlan(120));
              default -> {}
            }
          });
      c.vm(
          300,
          "web",
          v -> v.node(ground.node()).cpuType("x86-64-v2-AES").disk(ground.nas(), gib(8)));
      c.containers(
          vmids(310, 312),
          containerProfile(
              "dns",
              containerTemplate(ground.nas(), "debian-13-standard_13.1-2_amd64.tar.zst"),
              ground.nas(),
              gib(4),
              t -> t.spreadOver(nodes).cores(1).memory(mib(512)).nic("vmbr0", vlan(110))),
          (t, number) -> t.address(0, ground.guests().host(100 + number)));
      c.terraform(t -> t.providers(BPG, TELMATE).importBlocks());
    });
  }

  /** Guests that HA moves; each node needs the snippets. */
  private static ResolvedPlan moving() {
    return plan((c, ground) -> {
      c.storage(dir("local", "/var/lib/vz"), s -> s.content(ContentType.SNIPPETS));
      c.storage(
          nfs("away", "10.0.0.6", "/export"),
          s -> s.content(ContentType.SNIPPETS).nodes(ground.other()));
      var app = c.vm(
          200,
          "app",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8))
              .disk(ground.local(), gib(1), p -> p.withoutReplication())
              .onBoot()
              .cloudInit(s -> s.storage(ground.nas()).packages("nginx")));
      var idle = c.vm(201, "idle", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      c.ha(h -> h.resources(app).resource(idle, r -> r.state(HaState.STOPPED)));
      c.terraform(t -> t.providers(BPG, TELMATE).guests(app, idle));
    });
  }

  /** What bpg makes and Telmate can not: a template, a disk of an image, a clone away from its template. */
  private static ResolvedPlan clones() {
    return plan((c, ground) -> {
      var template = c.template(
          900,
          "template",
          v -> v.node(ground.other())
              .memory(gib(1))
              .agent()
              .disk(ground.local(), gib(4), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
              .disk(ground.nas(), gib(2))
              .nic("vmbr0")
              .cloudInit(s -> s.upgrade()));
      var away = c.vm(
          202, "away", v -> v.node(ground.node()).cloneOf(template).disk(ground.nas(), gib(8)));
      c.terraform(t -> t.guests(template, away));
    });
  }

  /** Every attribute and every block that both providers know. */
  private static ResolvedPlan everything() {
    return plan((c, ground) -> {
      sharedSnippets(c);
      var template = c.template(
          900,
          "template",
          v -> v.node(ground.node())
              .memory(gib(1))
              .hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_PCI))
              .agent()
              .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
              .disk(ground.nas(), gib(2))
              .nic("vmbr0")
              .cloudInit(s -> s.upgrade()));
      var other = c.template(
          901,
          "elsewhere",
          v -> v.node(ground.other())
              .disk(ground.nas(), gib(4))
              .disk(ground.nas(), gib(3))
              .nic("vmbr0", b -> b.model(NicModel.E1000E).tag(7))
              .cloudInit(s -> s.user("root").sshKeys(KEY, KEY + " second").packages("chrony")));
      var all = c.vm(
          100,
          "all",
          v -> v.node(ground.node())
              .cloneOf(template)
              .sockets(2)
              .cores(3)
              .cpuType("EPYC-Milan")
              .cpuLimit(2)
              .cpuUnits(200)
              .hardware(h -> h.machine("q35")
                  .bios(Bios.OVMF)
                  .efiDisk(ground.nas(), p -> p.preEnrolledKeys())
                  .tpmState(ground.nas())
                  .scsihw(ScsiController.VIRTIO_SCSI_PCI)
                  .vga(VgaType.QXL)
                  .serial0()
                  .numa()
                  .cpuFlags("+pdpe1gb", "-md-clear"))
              .ostype(OsType.WIN11)
              .boot("scsi0", "net1")
              .startup(s -> s.order(2).up(seconds(30)).down(minutes(5)))
              .pool("prod/web")
              .protection()
              .description("Says ${it} 100%{} \"all\"")
              .tags("b", "a")
              .iso(ground.nas(), "debian-13.iso")
              .disk(
                  ground.local(),
                  gib(4),
                  p -> p.cache(DiskCache.WRITEBACK)
                      .aio(DiskAio.THREADS)
                      .discard()
                      .iothread()
                      .ssd()
                      .withoutBackup())
              .nic("vmbr0", b -> b.firewall().tag(12))
              .nic(
                  "vmbr0",
                  b -> b.mtu(1400).queues(4).rate(megabytesPerSecond(100)).linkDown())
              .nic("vmbr0", b -> b.model(NicModel.VMXNET3).mac("02:00:00:00:00:01"))
              .cloudInit(s -> s.user("ops").dhcp(1).searchDomain("example.net")));
      var inherits = c.vm(101, "inherits", v -> v.node(ground.node()).cloneOf(other));
      var twin = c.vm(102, "Inherits", v -> v.node(ground.node()).cloneOf(template));
      var six = c.network("six", "2001:db8:1::/64", net -> net.gateway("2001:db8:1::1"));
      var dual = c.vm(
          103,
          "dual.example.net",
          v -> v.node(ground.node())
              .disk(ground.local(), mib(1536 * 1024))
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.address(0, ground.guests().host(9))
                  .address(0, six.address("2001:db8:1::9"))
                  .address(1, six.address("2001:db8:1::a"))));
      var snippets = StorageRef.named("snip");
      var own = c.vm(
          104,
          "own",
          v -> v.node(ground.node())
              .disk(ground.local(), gib(1))
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.userData(snippets, "own-user.yaml")
                  .networkConfig(snippets, "own-network.yaml")
                  .metaData(snippets, "own-meta.yaml")
                  .vendorData(snippets, "own-vendor.yaml")
                  .dhcp(0)
                  .slaac(0)
                  .dhcp6(1)));
      var mixed = c.vm(
          105,
          "mixed",
          v -> v.node(ground.node())
              .disk(ground.local(), gib(1))
              .cloudInit(s -> s.user("ops")
                  .userData(snippets, "own-user.yaml")
                  .file("/etc/motd", "100%{}\n${it}\n")
                  .command("touch", "/run/done")));
      c.terraform(t -> t.providers(BPG, TELMATE).guests(all, inherits, twin, dual, own, mixed));
    });
  }

  /** Containers with everything and with little, one of them moved by HA. */
  private static ResolvedPlan containers() {
    return plan((c, ground) -> {
      var all = c.container(
          300,
          "all.example.net",
          containerTemplate(ground.nas(), "debian-13-standard_13.1-2_amd64.tar.zst"),
          ground.nas(),
          gib(8),
          t -> t.node(ground.node())
              .description("Says ${it}")
              .tags("infra")
              .cores(2)
              .cpuLimit(1.5)
              .cpuUnits(50)
              .memory(gib(1))
              .swap(mib(0))
              .privileged()
              .onBoot()
              .pool("infra")
              .protection()
              .features(s -> s.nesting().keyctl().fuse().mount("nfs"))
              .mountPoint("/srv/data", ground.nas(), gib(20), p -> p.backup())
              .bindMount("/srv/files", "/tank/files", p -> p.readOnly().shared())
              .device("/dev/dri/renderD128", p -> p.mode("0660").uid(1).gid(104).denyWrite())
              .nic(
                  "vmbr0",
                  b -> b.tag(110).mtu(1400).rate(megabytesPerSecond(10)).firewall())
              .nic("vmbr0")
              .address(0, ground.guests().host(60))
              .dhcp(1)
              .dns("10.0.0.2")
              .searchDomain("example.net")
              .startup(s -> s.order(1).up(seconds(10)).down(seconds(20))));
      var moved = c.container(
          301,
          "moved",
          containerTemplate(ground.nas(), "almalinux-9-default.tar.xz"),
          ground.nas(),
          gib(4),
          t -> t.node(ground.node()).cores(1));
      c.ha(h -> h.resource(moved, r -> r.state(HaState.STOPPED)));
      c.terraform(t -> t.guests(all, moved));
    });
  }

  /** What the plan says nothing of and the providers have defaults for that are not Proxmox VE's. */
  private static ResolvedPlan unsaid() {
    return plan((c, ground) -> {
      var lun = c.storage(lvm("lun", "vg_lun"), s -> s.shared());
      var smb = c.storage(
          cifs("smb", "10.0.0.7", "vms"),
          s -> s.login("pve", fromEnvironment("SMB_PASSWORD")).content(ContentType.IMAGES));
      var mapped = c.storage(
          rbd("mapped", "vms"),
          s -> s.krbd()
              .monitors("10.0.0.8")
              .username("pve")
              .keyring(fromFile("/root/keyring"))
              .content(ContentType.IMAGES));
      var files = c.storage(
          nfs("files", "10.0.0.5", "/vms"),
          s -> s.format(DiskFormat.QCOW2).content(ContentType.IMAGES, ContentType.IMPORT));
      var gpu = c.pciMapping("gpu", m -> m.device(ground.node(), "0000:41:00.0", "10de:2204"));
      var image = c.template(
          900,
          "image",
          v -> v.node(ground.node())
              .hardware(h -> h.serial0().vga(VgaType.SERIAL0))
              .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
              .boot("scsi0")
              .iso(ground.nas(), "drivers.iso")
              .cloudInit(s -> s.user("ops")));
      var clone = c.vm(100, "clone", v -> v.node(ground.node()).cloneOf(image).agent());
      var kinds = c.vm(
          101,
          "kinds",
          v -> v.node(ground.node())
              .hardware(h -> h.vga(VgaType.QXL))
              .disk(lun, gib(8))
              .disk(smb, gib(8), p -> p.cache(DiskCache.WRITEBACK))
              .disk(mapped, gib(8), p -> p.cache(DiskCache.WRITETHROUGH))
              .disk(mapped, gib(8))
              .disk(ground.local(), gib(8))
              .disk(lun, gib(8), p -> p.aio(DiskAio.IO_URING)));
      var windows = c.vm(
          102,
          "windows",
          v -> v.node(ground.node())
              .ostype(OsType.WIN11)
              .hardware(h -> h.machine("q35")
                  .bios(Bios.OVMF)
                  .efiDisk(files)
                  .tpmState(ground.local())
                  .vga(VgaType.VIRTIO)
                  .device(gpu))
              .disk(files, gib(32)));
      c.terraform(t -> t.providers(BPG, TELMATE).importBlocks().guests(clone, kinds, windows));
    });
  }
}

package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.MANAGEMENT;

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
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Plans whose guests scripts make. */
final class GuestCases {

  static final String KEY = CloudInitCases.KEY;

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>(Map.of(
      "all-settings", plan(GuestCases::allSettings),
      "clones", plan(GuestCases::clones),
      "pools", plan(GuestCases::pools),
      "with-terraform", plan(GuestCases::withTerraform)));

  /** What the guests of a plan stand on. */
  record Ground(
      NetworkRef mgmt,
      NodeRef pve1,
      NodeRef pve2,
      StorageRef tank,
      StorageRef nas,
      StorageRef fast) {}

  private GuestCases() {}

  static ResolvedPlan plan(BiConsumer<ClusterSpec, Ground> guests) {
    return ResolvedPlan.of(cluster("lab", c -> guests.accept(c, ground(c))));
  }

  private static Ground ground(ClusterSpec c) {
    var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
    var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
    var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    return new Ground(
        mgmt,
        pve1,
        pve2,
        c.storage(zfs("tank", "tank/vm"), s -> {}),
        c.storage(
            nfs("nas", "10.0.0.5", "/export"),
            s -> s.content(
                ContentType.IMAGES,
                ContentType.ROOTDIR,
                ContentType.ISO,
                ContentType.VZTMPL,
                ContentType.IMPORT)),
        c.storage(lvmThin("fast", "pve", "data"), s -> s.nodes(pve1)));
  }

  private static void allSettings(ClusterSpec c, Ground ground) {
    var gpu = c.pciMapping(
        "gpu", m -> m.device(ground.pve1(), "0000:41:00.0", "10de:2204").mediated());
    var dongle = c.usbMapping("dongle", m -> m.device(ground.pve1(), "0529:0001"));
    var share = c.directoryMapping("share", m -> m.directory(ground.pve1(), "/srv/share"));
    c.vm(
        200,
        "web01",
        v -> v.node(ground.pve1())
            .cores(4)
            .sockets(2)
            .cpuType("x86-64-v3")
            .cpuLimit(1.5)
            .cpuUnits(200)
            .memory(gib(8))
            .balloon(gib(2))
            .hardware(h -> h.machine("q35")
                .mediatedDevice(gpu, "nvidia-63")
                .device(dongle)
                .device(share)
                .bios(Bios.OVMF)
                .efiDisk(ground.tank(), p -> p.preEnrolledKeys())
                .tpmState(ground.tank(), TpmVersion.V2_0)
                .scsihw(ScsiController.VIRTIO_SCSI_SINGLE)
                .vga(VgaType.SERIAL0)
                .serial0()
                .numa()
                .cpuFlags("+aes", "-pcid"))
            .ostype(OsType.L26)
            .boot("scsi0", "net0")
            .startup(s -> s.order(2).up(seconds(30)).down(minutes(5)))
            .protection()
            .disk(ground.tank(), gib(32), p -> p.discard().iothread().ssd())
            .disk(
                "virtio1",
                ground.nas(),
                mib(1536),
                p -> p.format(DiskFormat.QCOW2)
                    .cache(DiskCache.WRITEBACK)
                    .aio(DiskAio.THREADS)
                    .withoutBackup()
                    .withoutReplication())
            .nic(
                "vmbr0",
                b -> b.tag(110)
                    .trunks("120-129", "300")
                    .model(NicModel.E1000)
                    .mac("BC:24:11:00:00:01")
                    .firewall())
            .nic(
                "vmbr0",
                b -> b.mtu(1400).queues(4).rate(megabytesPerSecond(100)).linkDown())
            .iso(ground.nas(), "debian-13.iso")
            .agent()
            .onBoot()
            .tags("web", "prod")
            .description("it's the $first \"server\"; ü")
            .cloudInit(s -> s.user("ops")
                .sshKeys(KEY + " it's me", KEY)
                .dhcp(1)
                .dns("10.0.0.2", "2001:db8::2")
                .searchDomain("example.net")
                .upgrade()));
    c.vm(201, "blank", v -> v.node(ground.pve2()).disk(ground.tank(), gib(8)).nic("vmbr0"));
    c.container(
        300,
        "dns01",
        containerTemplate(ground.nas(), "debian-13.tar.zst"),
        ground.tank(),
        gib(4),
        t -> t.node(ground.pve2())
            .cores(1)
            .memory(mib(512))
            .nic("vmbr0", b -> b.tag(5).firewall().mtu(1400).rate(megabytesPerSecond(10)))
            .nic("vmbr0", b -> b.trunks("7", "9").linkDown())
            .privileged()
            .swap(mib(256))
            .features(s -> s.nesting().keyctl().fuse().mount("nfs", "cifs"))
            .mountPoint(
                "/var/lib/data", ground.tank(), gib(8), p -> p.backup().withoutReplication())
            .bindMount("/srv/files", "/tank/files", p -> p.readOnly().shared())
            .device("/dev/dri/renderD128", p -> p.mode("0660").uid(0).gid(104).denyWrite())
            .device("/dev/ttyUSB0")
            .dhcp(1)
            .dns("10.0.0.2")
            .searchDomain("example.net")
            .startup(s -> s.order(1))
            .protection()
            .cpuLimit(0.5)
            .cpuUnits(50)
            .onBoot()
            .tags("dns")
            .description("resolver"));
    c.container(
        301,
        "plain",
        containerTemplate(ground.nas(), "debian-13.tar.zst"),
        ground.tank(),
        gib(4),
        t -> t.node(ground.pve2()));
  }

  private static void clones(ClusterSpec c, Ground ground) {
    var template = c.template(
        900,
        "tpl-debian",
        v -> v.node(ground.pve1())
            .cores(2)
            .agent()
            .description("from the image")
            .tags("tpl")
            .disk(
                ground.tank(),
                gib(4),
                p -> p.importFrom(ground.nas(), "debian-13.qcow2").discard())
            .nic("vmbr0")
            .cloudInit(s -> s.user("debian").sshKeys(KEY)));
    var shared = c.template(
        901,
        "tpl-shared",
        v -> v.node(ground.pve1())
            .hardware(h -> h.bios(Bios.OVMF).efiDisk(ground.nas()))
            .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
            .nic("vmbr0"));
    c.template(
        902,
        "tpl-of-clone",
        v -> v.node(ground.pve1()).cloneOf(template).disk(ground.tank(), gib(10)));
    // Larger, elsewhere, with a disk of its own and settings of its own.
    c.vm(
        210,
        "full",
        v -> v.node(ground.pve1())
            .cloneOf(template)
            .disk(ground.fast(), gib(20), p -> p.iothread())
            .disk(ground.nas(), gib(1))
            .nic("vmbr0")
            .cloudInit(s -> s.user("ops").address(0, ground.mgmt().host(50))));
    // Nothing but its name.
    c.vm(211, "linked", v -> v.node(ground.pve1()).linkedCloneOf(template).agent());
    // Two storages, so that one disk moves.
    c.vm(
        212,
        "split",
        v -> v.node(ground.pve1())
            .cloneOf(shared)
            .disk(ground.tank(), gib(4))
            .cloudInit(s -> s.storage(ground.tank())));
    // To the other node: one on a storage of each node, one on a shared one.
    c.vm(213, "moved", v -> v.node(ground.pve2()).cloneOf(template).agent());
    c.vm(214, "moved-linked", v -> v.node(ground.pve2()).linkedCloneOf(shared));
  }

  private static void pools(ClusterSpec c, Ground ground) {
    c.vm(220, "web", v -> v.node(ground.pve1()).disk(ground.tank(), gib(1)).pool("prod/web/inner"));
    c.container(
        221,
        "box",
        containerTemplate(ground.nas(), "debian-13.tar.zst"),
        ground.tank(),
        gib(4),
        t -> t.node(ground.pve1()).pool("infra"));
    var image = c.vm(
        222,
        "image",
        v -> v.node(ground.pve2())
            .disk(ground.tank(), mib(2560), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
            .onBoot());
    c.ha(ha -> ha.resource(image, r -> {}));
  }

  private static void withTerraform(ClusterSpec c, Ground ground) {
    var byTerraform =
        c.vm(230, "terraformed", v -> v.node(ground.pve1()).disk(ground.tank(), gib(1)));
    c.vm(231, "scripted", v -> v.node(ground.pve1()).disk(ground.tank(), gib(1)));
    c.terraform(t -> t.guests(byTerraform));
  }
}

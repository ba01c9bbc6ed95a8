package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.network.HashPolicy.LAYER3_4;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.TerraformSpec;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Preallocation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A plan of which Terraform makes all it can. */
final class TerraformPartCases {

  private TerraformPartCases() {}

  /** Everything, with an import block for each resource. */
  static ResolvedPlan parts() {
    return plan(t -> t.providers(BPG, TELMATE).manages(TerraformPart.values()).importBlocks());
  }

  /** The same for the oldest version, which leaves more to the scripts, and more guests. */
  static ResolvedPlan older() {
    return plan(
        TerraformPartCases::guestsOfAnOlderVersion,
        t -> t.bpgVersion("0.99.0")
            .manages(TerraformPart.values())
            .guests(IntStream.of(200, 201, 210, 211, 300).mapToObj(GuestRef::of).toList()));
  }

  private static void guestsOfAnOlderVersion(ClusterSpec c) {
    var node = NodeRef.named("pve1");
    var tank = StorageRef.named("tank-vm");
    c.vm(
        210,
        "ci",
        v -> v.node(node)
            .cpuLimit(2)
            .disk(tank, gib(8))
            .nic("vmbr1")
            .cloudInit(s -> s.user("ops").upgrade()));
    // Not in the module: no version before 0.102 can keep it from upgrading packages.
    c.vm(
        211,
        "steady",
        v -> v.node(node).disk(tank, gib(8)).nic("vmbr1").cloudInit(s -> s.user("ops")));
    c.container(
        300,
        "dns",
        containerTemplate(StorageRef.named("files"), "debian-13.tar.zst"),
        tank,
        gib(4),
        t -> t.node(node).cores(1).nic("vmbr1").dhcp(0));
  }

  static ResolvedPlan plan(Consumer<TerraformSpec> terraform) {
    return plan(c -> {}, terraform);
  }

  private static ResolvedPlan plan(Consumer<ClusterSpec> more, Consumer<TerraformSpec> terraform) {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.target(ProductVersion.PVE_9);
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.0.2.0/24", net -> net.carries(COROSYNC));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
      var nodes = c.nodes(
          List.of(1, 2),
          number -> "pve" + number,
          (n, number) -> n.nic("eno3", ring.host(10 + number))
              .bridge("vmbr0", b -> b.over("eno4").address(mgmt.host(10 + number)))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond1", "eno1", "eno2").hashPolicy(LAYER3_4))
                      .mtu(9000)
                      .vlanAware()
                      .comment("guests")
                      .carries(guests))
              .vlan("bond1.90", v -> v.mtu(9000))
              .vlan("vlan91", "bond1", 91, v -> v.mtu(9000))
              .bridge("vmbr90", b -> b.over("bond1.90")));
      datacenter(c);
      storages(c);
      sdn(c, nodes);
      guests(c, nodes);
      more.accept(c);
      c.terraform(terraform::accept);
    }));
  }

  private static void datacenter(ClusterSpec c) {
    c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.DYNAMIC)
            .rebalanceOnStart()
            .autoRebalance(a ->
                a.threshold(40).method(RebalanceMethod.TOPSIS).holdRounds(5).margin(20)))
        .shutdownPolicy(ShutdownPolicy.MIGRATE)
        .macPrefix("BC:24:11")
        .bandwidthLimits(l -> l.general(gbit(8))
            .restore(gbit(2))
            .migration(gbit(4))
            .move(gbit(3))
            .cloning(megabytesPerSecond(100)))
        .nextIds(1000, 10_000)
        .registeredTags("prod")
        .console(ConsoleViewer.XTERMJS)
        .keyboard("de-ch")
        .language("pt_BR")
        .emailFrom("ops@example.net")
        .maxWorkers(4)
        .description("Prod: both ${sites}"));
    c.migration(m -> m.over(NetworkRef.named("mgmt")).insecure());
  }

  private static void storages(ClusterSpec c) {
    c.storage(
        dir("files", "/srv/files"),
        s -> s.shared()
            .preallocation(Preallocation.OFF)
            .content(ContentType.ISO, ContentType.SNIPPETS)
            .maxProtectedBackups(5));
    c.storage(
        nfs("nas", "10.0.0.5", "/export/pve"),
        s -> s.snapshotsAsVolumeChain().content(ContentType.IMAGES, ContentType.IMPORT));
    c.storage(
        cifs("smb", "10.0.0.6", "pve$"),
        s -> s.login("pve", fromEnvironment("SMB_PASSWORD"))
            .domain("EXAMPLE")
            .subdir("/pve")
            .options("noserverino")
            .content(ContentType.ISO));
    c.storage(
        pbs("pbs", "pbs.example.net", "store1", "cluster@pbs!plan", fromFile("/root/token")),
        s -> s.namespace("prod")
            .fingerprint("ab:".repeat(31) + "cd")
            .pruneBackups(p -> p.keepLast(3)
                .keepHourly(12)
                .keepDaily(7)
                .keepWeekly(4)
                .keepMonthly(6)
                .keepYearly(1)));
    c.storage(lvm("lvm_local", "vg_local"), s -> s.disabled());
    c.storage(lvmThin("thin", "vg_local", "data"), s -> {});
    c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().blocksize(kib(16)));
    c.storage(zfs("tank-ct", "tank/ct"), s -> s.nodes(NodeRef.named("pve1")));
    // What stays with the script.
    c.storage(btrfs("butter", "/srv/butter"), s -> {});
  }

  private static void sdn(ClusterSpec c, List<NodeRef> nodes) {
    var ring = NetworkRef.named("ring");
    var evpn = c.evpnController("evpn1", 65_000L, ring);
    var nat = c.zone(simple("nat"), z -> z.ipam("pve").dhcp());
    var vlans = c.zone(vlanZone("vl", "vmbr1"), z -> z.nodes(nodes.get(0)).mtu(1500));
    c.zone(qinq("qi", "vmbr1", 20), z -> {});
    c.zone(vxlan("vx", ring), z -> z.mtu(1450));
    c.zone(evpn("evz", evpn, 10_000), z -> z.exitNodes(nodes.get(0), nodes.get(1)));
    c.vnet(
        "nat1",
        nat,
        b -> b.subnet(
            "10.150.10.0/24",
            s -> s.gateway("10.150.10.1").snat().dhcpRange("10.150.10.100", "10.150.10.200")));
    c.vnet("vnet1", vlans, b -> b.tag(120).alias("tenant 1").vlanAware());
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes) {
    c.pciMapping(
        "gpu",
        m -> m.device(
                nodes.get(0),
                "0000:81:00.0",
                "10de:2230",
                d -> d.iommuGroup(40).subsystem("10de:1459"))
            .mediated()
            .description("for models"));
    c.usbMapping("dongle", m -> m.device(nodes.get(0), "0529:0001", "1-2.3"));
    c.directoryMapping("share", m -> m.directory(nodes.get(0), "/srv/share"));
    var local = StorageRef.named("tank-vm");
    var web = c.vm(
        200,
        "web",
        v -> v.node(nodes.get(0))
            .pool("prod/web")
            .disk(local, gib(8))
            .nic("vmbr1")
            .mustRun());
    var db = c.vm(
        201, "db", v -> v.node(nodes.get(1)).disk(local, gib(8)).nic("vmbr1").protection());
    c.replicate(
        web, nodes.get(1), s -> s.schedule("*/30").rate(megabytesPerSecond(100)).comment("away"));
    c.replicate(db, nodes.get(0), s -> s.disabled());
    c.ha(h -> h.resource(
            web,
            r -> r.state(HaState.STARTED)
                .maxRestart(2)
                .maxRelocate(3)
                .withoutFailback()
                .comment("web"))
        .resources(db)
        .nodeAffinity(
            "home",
            a -> a.resources(web)
                .node(nodes.get(0), 2)
                .nodes(nodes.get(1))
                .strict()
                .comment("near"))
        .resourceAffinity("apart", NEGATIVE, List.of(web, db), a -> a.disabled()));
    c.backup(b -> b.job(
            "nightly",
            "mon..sat 02:30",
            StorageRef.named("pbs"),
            p -> p.all().mode(BackupMode.SUSPEND).keepDaily(7).keepWeekly(4).disabled())
        .job("hourly", "*:00", StorageRef.named("pbs"), p -> p.guests(web, db)));
  }
}

package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.ha.Affinity.NEGATIVE;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;

/** A plan that says everything there are words for, and one that says as little as it can. */
final class Plans {

  static final ClusterPlan FULL = full();
  static final ClusterPlan BARE = bare();
  static final ClusterPlan EMPTY = cluster("empty", c -> {});

  private Plans() {}

  private static ClusterPlan full() {
    return cluster("full", c -> {
      c.mustSurvive(1, NODE);
      c.everyNode(n ->
          n.domain("example.net").dns("10.0.0.2").timeServers("ntp1", "ntp2").packages("frr"));
      var feed = c.circuit("feed-a", "ups-a");
      var lan = c.network(
          "lan",
          "10.0.0.0/24",
          net -> net.gateway("10.0.0.1").carries(MANAGEMENT).mtu(9000).redundant());
      c.rack("a3", "cellar");
      var left = c.ethernetSwitch(
          "sw1",
          s -> s.ports(24, gbit(10))
              .mtu(9216)
              .lacp()
              .stack("pair")
              .rack("a3")
              .managementAddress(lan.host(98))
              .powerSupplies(feed, feed));
      var pve1 = c.node(
          "pve1",
          n -> n.roles(NodeRole.STORAGE)
              .votes(2)
              .hardware(h -> h.cpu(
                      "EPYC", 1, b -> b.threads(64).level(CpuLevel.V4).vendor(CpuVendor.AMD))
                  .memory(gib(384))
                  .powerSupplies(feed, feed)
                  .rack("a3")
                  .bmc(BmcKind.IDRAC, lan.host(99))
                  .disk("/dev/sda", tb(2), DiskKind.NVME))
              .zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc")
              .osd("/dev/sdd", "nvme")
              .nic(
                  "eno1",
                  b -> b.mac("bc:24:11:00:00:01")
                      .speed(gbit(10))
                      .mtu(9000)
                      .addresses(lan.host(11))
                      .comment("patch 1"))
              .bond(bond("bond0", BondMode.ACTIVE_BACKUP, "eno2", "eno3").primary("eno2"))
              .bond(lacp("bond1", "eno4", "eno5").hashPolicy(HashPolicy.LAYER3_4))
              .bridge("vmbr0", b -> b.over("bond0").vlanAware())
              .vlan("bond1.30")
              .cable("eno1", left.port(1), k -> k.label("left-1").length(meters(2))));
      c.corosync(k -> k.link(0, lan, 20));
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.nodes(pve1).disabled());
      var nas = c.storage(nfs("nas", "10.0.0.5", "/vm"), s -> s.content(ContentType.IMAGES));
      c.storageServer(
          "nas", s -> s.addresses("10.0.0.5").heads(2).logDevice().latency(milliseconds(2)));
      c.ceph(s -> s.publicNetwork(lan).monitorsOn(List.of(pve1)).managersOn(List.of(pve1)));
      c.cephPool("rbd", p -> p.size(3).minSize(2));
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(pve1, "0000:41:00.0", "10de:2204")
              .description("fast ones")
              .mediated()
              .liveMigration());
      var web = c.vm(
          100,
          "web",
          v -> v.node(pve1)
              .cores(4)
              .memory(gib(8))
              .cpuType("host")
              .agent()
              .onBoot()
              .rpo(hours(1))
              .rto(hours(2))
              .mustRun()
              .tags("prod", "web")
              .description("the shop")
              .disk(nas, gib(32))
              .nic("vmbr0", b -> b.tag(30).model(NicModel.E1000).firewall())
              .hardware(h -> h.device(gpu))
              .cloudInit(s -> s.user("ops")));
      c.template(900, "base", v -> v.node(pve1).disk(nas, gib(8)).nic("vmbr0"));
      var dns = c.container(
          300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(1), t -> t.node(pve1));
      c.replicate(
          web,
          c.node("pve2", n -> {}),
          s -> s.schedule("*/15").rate(megabytesPerSecond(100)).disabled());
      c.migrate(web, pve1, m -> m.online().targetStorage(tank));
      c.ha(h -> h.resource(web, r -> r.maxRestart(2).maxRelocate(3).comment("shop"))
          .resources(dns)
          .nodeAffinity("home", a -> a.resources(web).nodes(pve1).strict())
          .resourceAffinity("apart", NEGATIVE, web, dns));
      var zone = c.zone(
          evpn("evz", c.evpnController("ev", 65_000, lan), 5),
          z -> z.mtu(1450).ipam("pve").dhcp());
      c.vnet(
          "tenant",
          zone,
          b -> b.tag(120)
              .alias("tenant 1")
              .subnet(
                  "10.1.0.0/24",
                  s -> s.gateway("10.1.0.1").snat().dhcpRange("10.1.0.10", "10.1.0.20")));
      c.backup(b -> b.server("pbs", "10.0.0.6", "store1")
          .job(
              "nightly",
              "02:30",
              nas,
              p -> p.all()
                  .keepLast(1)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(2)
                  .disabled())
          .restoreHostsBy(HostRestore.REJOIN));
    });
  }

  private static ClusterPlan bare() {
    return cluster("bare", c -> {
      var lan = c.network("lan", net -> {});
      var left = c.ethernetSwitch("sw1", s -> {});
      var pve1 = c.node(
          "pve1",
          n -> n.nic("eno1")
              .cable("eno1", left.port(1))
              .bond(lacp("bond0", "eno2", "eno3"))
              .bridge("vmbr0", b -> {})
              .osds("/dev/sdd"));
      c.corosync(k -> k.link(0, lan));
      c.circuit("feed-a");
      c.storageServer("nas", s -> s.addresses("10.0.0.5"));
      var nas = c.storage(nfs("nas", "10.0.0.5", "/vm"), s -> s.content(ContentType.IMAGES));
      c.usbMapping("key", m -> m.device(pve1, "046d:c52b"));
      var web = c.vm(100, "web", v -> v.hardware(h -> h.hostUsb("1-2")));
      c.container(
          300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(1), t -> t.privileged());
      c.replicate(web, pve1, s -> {});
      c.migrate(web, pve1, m -> {});
      c.ha(h -> h.resources(web).nodeAffinity("home", a -> a.resources(web).nodes(pve1)));
      var zone = c.zone(simple("zone1"), z -> {});
      c.vnet("tenant", zone, b -> b.subnet("10.1.0.0/24", s -> {}));
      c.backup(b -> b.job("nightly", "02:30", nas, p -> p.guests(web)));
    });
  }
}

package com.example.acme.plan;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.NODE;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.storage.ContentType;
import java.util.List;

/** The cluster in Munich. */
public final class AcmeCluster {

  private record Host(String name, int number, CircuitRef... feeds) {}

  private AcmeCluster() {}

  /** The plan, as it is to be built. */
  public static ClusterPlan plan() {
    return cluster("muc1", c -> {
      c.target(PVE_9).mustSurvive(1, NODE);
      var feedA = c.circuit("feed-a");
      var feedB = c.circuit("feed-b");

      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var bmc = c.network("bmc", "10.20.9.0/24", net -> net.carries(OUT_OF_BAND));
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      var files = c.network(
          "files",
          "10.20.2.0/24",
          net -> net.carries(STORAGE, BACKUP, MIGRATION).redundant());
      var guests =
          c.network("guests", net -> net.carries(GUEST).vlans(2100, 2199).redundant());

      // The third one is older and has one power supply.
      var hosts = List.of(
          new Host("muc1-pve01", 11, feedA, feedB),
          new Host("muc1-pve02", 12, feedA, feedB),
          new Host("muc1-pve03", 13, feedA));
      var nodes = c.nodes(
          hosts,
          Host::name,
          (n, host) -> n.roles(NodeRole.COMPUTE)
              .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
                  .memory(gib(384))
                  .disk("/dev/disk/by-id/nvme-EX_SYSTEM_1", gb(480), DiskKind.NVME)
                  .powerSupplies(host.feeds())
                  .rack("a7")
                  .bmc(BmcKind.IDRAC, bmc.host(host.number())))
              .nic("eno1", ring.host(host.number()))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(host.number())))
              .bond(lacp("bond0", "enp65s0f0", "enp65s0f1"), files.host(host.number()))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond1", "enp66s0f0", "enp66s0f1"))
                      .vlanAware()
                      .carries(guests)));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.migration(m -> m.over(files));

      c.storageServer("filer", s -> s.addresses("10.20.2.5").heads(2));
      var filer =
          c.storage(nfs("filer", "10.20.2.5", "/export/pve"), s -> s.content(ContentType.IMAGES));
      var backups = c.storage(
          pbs("pbs1", "10.20.2.6", "store1", "muc1@pbs!backup", fromFile("/root/pbs-token")),
          s -> s.content(ContentType.BACKUP));

      c.vm(
          2001,
          "shop-web",
          v -> v.node(nodes.get(0))
              .tags("prod", "cc-4711")
              .cores(4)
              .memory(gib(16))
              .cpuType("x86-64-v3")
              .agent()
              .onBoot()
              .disk(filer, gib(64))
              .nic("vmbr1", vlan(2110)));
      c.vm(
          2002,
          "shop-db",
          v -> v.node(nodes.get(1))
              .tags("prod", "cc-4711")
              .cores(8)
              .memory(gib(64))
              .cpuType("x86-64-v3")
              .agent()
              .onBoot()
              .disk(filer, gib(500))
              .nic("vmbr1", vlan(2120)));
      // Came with the company we bought; keeps its VLAN until the branch has moved.
      c.vm(
          2050,
          "branch-erp",
          v -> v.node(nodes.get(2))
              .tags("prod", "cc-0815")
              .cores(4)
              .memory(gib(32))
              .cpuType("x86-64-v3")
              .agent()
              .onBoot()
              .disk(filer, gib(200))
              .nic("vmbr1", vlan(2310)));

      c.backup(b -> b.server("pbs1", "10.20.2.6", "store1")
          .job("nightly", "02:30", backups, p -> p.all().keepDaily(14).keepMonthly(6))
          .hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.REJOIN));
    });
  }
}

package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;

/** Several faults in one object, for every scope there is. */
final class ManyFaults {

  private ManyFaults() {}

  static ClusterPlan hosts() {
    return cluster("-", c -> {
      c.mustSurvive(0, NODE);
      c.everyNode(n -> n.domain("a b")
          .dns("10.0.0.2", "ns1", "ns2")
          .timeServers("ntp 1")
          .packages("ok1", "A", "B"));
      c.circuit("a b", "c d");
      c.network(
          "a\nb",
          "10.0.0.1/24",
          net -> net.gateway("10.0.0.254").mtu(9).vlans(1, 5000).vlan(4095));
      c.network("lan", net -> net.gateway("x"));
      c.storageServer(
          "n s", s -> s.addresses("x", "10.0.0.5", "y").heads(0).latency(milliseconds(-1)));
      c.node(
          "$(id)",
          n -> n.votes(256)
              .packages("A", "b1")
              .hardware(h -> h.cpu("a\nb", 0, b -> b.threads(0))
                  .memory(gib(-1))
                  .rack("r 1")
                  .disk("sda", tb(-1), DiskKind.SSD))
              .nic(
                  "eno$",
                  b -> b.mac("x").mtu(1).speed(gbit(0)).address("10.0.0.1").comment("a\tb"))
              .bond(lacp("lag0", "eno 1", "eno 1").primary("eno3"))
              .bridge(
                  "my-bridge",
                  b -> b.over("eno 4", "eno5", "eno 6")
                      .vlanAware("5000", "x")
                      .mtu(2)
                      .comment("c\td"))
              .vlan("eno1.4095", b -> b.mtu(3).comment("e\tf"))
              .vlan("no-dot", b -> b.mtu(4))
              .zpool("log", ZfsRaid.MIRROR, "sda", "sdb")
              .osd("sdc", "a b"));
      c.corosync(k -> k.link(9, c.network("r1", net -> {}), 256).qdevice("x"));
    });
  }

  static ClusterPlan storages() {
    return cluster("prod", c -> {
      c.storage(
          dir("d", "srv"),
          s -> s.nodes(NodeRef.named("a b")).content(ContentType.NONE).content(ContentType.ISO));
      c.storage(nfs("na\"s", "$(id)", "$(id)"), s -> s.options("$(id)"));
      c.storage(zfs("z", "log"), s -> s.blocksize(mib(3)));
      c.storage(lvm("l", "a b"), s -> s.base("a\nb"));
      c.storage(iscsi("i", "x:", "lun1"), s -> s.portals("10.0.0.5", "y:", "z:"));
      c.storage(rbd("r", "a/b"), s -> s.nodes(NodeRef.named("c d")));
      c.storage(
          pbs("p", "a b", "x", "root", fromFile("pw")), s -> s.namespace("/").fingerprint("00"));
      c.cephPool("p/l", p -> p.size(9).minSize(8));
      c.ceph(s -> s.monitorsOn(List.of(NodeRef.named("a b"), NodeRef.named("c d"))));
      c.backup(b -> b.server("a b", "x", "s 1", "store1", "s 2")
          .job("a\nb", "nope", StorageRef.named("s"), p -> p.keepDaily(-1).keepLast(-2))
          .hosts("never", StorageRef.named("t"), "etc", "/etc/pve"));
    });
  }

  static ClusterPlan guests() {
    return cluster("prod", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var web = c.vm(
          99,
          "${x}",
          v -> v.node(NodeRef.named("n\nn"))
              .cores(0)
              .sockets(65)
              .cpuType("a\nb")
              .memory(mib(1))
              .rpo(minutes(-1))
              .tags("$(id)", "ok", "a b")
              .tags("fine")
              .description("a\nb")
              .iso(StorageRef.named("local"), "a b")
              .disk(
                  StorageRef.named("local"),
                  gib(-2),
                  p -> p.importFrom(StorageRef.named("local"), "c d"))
              .nic("vm br", b -> b.tag(4095).mac("x"))
              .cloudInit(s -> s.user("A B")
                  .sshKeys("x", "y")
                  .address(40, lan.host(300), "z")
                  .dns("ns1", "ns2")
                  .searchDomain("a b")
                  .packages("A")));
      c.container(
          98,
          "$(id)",
          containerTemplate(StorageRef.named("local"), "a b"),
          StorageRef.named("x"),
          gib(-3),
          t -> t.cores(0).memory(mib(2)).nic("x", vlan(4095)).tags("a b").description("a\nb"));
      c.replicate(
          web, NodeRef.named("a b"), s -> s.schedule("nope").rate(mbit(0)).comment("a\nb"));
      c.migrate(GuestRef.of(5), NodeRef.named("a b"), m -> m.targetStorage(StorageRef.named("s")));
      c.ha(h -> h.resource(GuestRef.of(6), r -> r.maxRestart(-1).maxRelocate(-2).comment("a\nb"))
          .nodeAffinity(
              "n",
              a -> a.resources(GuestRef.of(7), GuestRef.of(8)).node(NodeRef.named("a b"), 1001)));
      c.terraform(t -> t.guests(GuestRef.of(9), GuestRef.of(10)).apiHost("a b"));
    });
  }

  static ClusterPlan software() {
    return cluster("prod", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var ev = c.evpnController("e", -1, lan);
      c.zone(
          evpn("evpn-zone", ev, 0),
          z -> z.mtu(9).exitNodes(NodeRef.named("a b")).ipam("-"));
      c.zone(qinq("q-q", "vm br", 4095), z -> z.mtu(1));
      var zone = c.zone(simple("1lab"), z -> z.nodes(NodeRef.named("a b"), NodeRef.named("c d")));
      c.vnet(
          "a-b",
          zone,
          b -> b.tag(0)
              .alias("a\nb")
              .subnet("10.1.0.1/24", s -> s.gateway("x").dhcpRange("y", "10.1.0.9")));
    });
  }

  static ClusterPlan cabling() {
    return cluster("prod", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> net.bandwidth(gbit(0)));
      c.rack("r 1", "a\nb");
      var sw1 = c.ethernetSwitch(
          "s w",
          s ->
              s.mtu(9).stack("a b").rack("r 2").powerSupplies(17).managementAddress(lan.host(300)));
      var sw2 = c.ethernetSwitch(
          "sw2", s -> s.ports("$(id)", 5, 1, p -> p.speed(gbit(-1)).mtu(3)).ports(2000, gbit(1)));
      c.node(
          "pve1",
          n -> n.nic("eno1")
              .cable("eno1", sw1.port("a b"), k -> k.label("a\nb").length(meters(0)))
              .cable("e$", sw2.port(1))
              .bmcCable(sw2.port(2), k -> k.length(centimeters(-1))));
    });
  }
}

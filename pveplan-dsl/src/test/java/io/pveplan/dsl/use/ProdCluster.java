package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.ha.Affinity.*;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.NodeRole;
import java.util.List;
import java.util.function.Consumer;

/** A cluster of three nodes with Ceph, written with everything the language is good for. */
final class ProdCluster {

  record Host(String name, int number) {}

  static final List<Host> HOSTS =
      List.of(new Host("pve1", 11), new Host("pve2", 12), new Host("pve3", 13));

  private ProdCluster() {}

  static ClusterPlan plan() {
    return cluster("prod", c -> {
      c.target(PVE_9);

      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      var ceph = c.network(
          "ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC, CEPH_CLUSTER).mtu(9000));
      var move = c.network("move", "10.20.3.0/24", net -> net.carries(MIGRATION));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b");

      var nodes = c.nodes(
          HOSTS,
          Host::name,
          (n, host) -> n.roles(NodeRole.COMPUTE, NodeRole.STORAGE)
              .with(serverModel(feedA, feedB))
              .nic("eno1", ring.host(host.number()))
              .bridge(
                  "vmbr0",
                  b -> b.over(activeBackup("bond0", "eno2", "eno3"))
                      .address(mgmt.host(host.number())))
              .bond(lacp("bond1", "enp65s0f0", "enp65s0f1"), ceph.host(host.number()))
              .vlan("bond1.30", move.host(host.number()))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond2", "enp66s0f0", "enp66s0f1"))
                      .vlanAware()
                      .carries(guests))
              .osds("/dev/nvme0n1", "/dev/nvme1n1"));

      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.migration(m -> m.over(move));
      c.ceph(s -> s.publicNetwork(ceph).clusterNetwork(ceph).monitorsOn(nodes));
      var vmDisks = c.cephPool("vm-disks", p -> p.size(3).minSize(2));

      var web1 = c.vm(200, "web1", v -> v.with(webServer(110)).disk(vmDisks, gib(32)));
      var web2 = c.vm(201, "web2", v -> v.with(webServer(110)).disk(vmDisks, gib(32)));
      var db = c.vm(
          210,
          "db",
          v -> v.cores(8).memory(gib(64)).disk(vmDisks, gib(500)).nic("vmbr1", vlan(120)));

      c.ha(h -> h.resources(web1, web2, db)
          .resourceAffinity("web-apart", NEGATIVE, web1, web2)
          .nodeAffinity(
              "db-home", a -> a.resources(db).node(nodes.get(0), 2).node(nodes.get(1), 1)));
    });
  }

  // Power supplies hang on circuits, and a circuit knows its UPS: so the fragment takes the feeds.
  private static Consumer<NodeSpec> serverModel(CircuitRef... feeds) {
    return n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1).memory(gib(384)).powerSupplies(feeds));
  }

  // A fragment with parameters is a method that returns a lambda.
  private static Consumer<VmSpec> webServer(int vlanTag) {
    return v -> v.cores(4).memory(gib(8)).nic("vmbr1", vlan(vlanTag));
  }
}

package io.pveplan.samples.benchmark;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A plan of any size: each node has six ports, each guest a disk on Ceph, every fifth is under HA. */
final class GeneratedPlan {

  private GeneratedPlan() {}

  static ClusterPlan of(int nodeCount, int guestCount) {
    return plan(nodeCount, guestCount, c -> (n, number) -> {});
  }

  /** With a guest on each node, and all ports cabled to the two switches of an MLAG pair. */
  static ClusterPlan cabled(int nodeCount) {
    return plan(nodeCount, nodeCount, c -> {
      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");
      Consumer<SwitchSpec> leaf = s -> s.ports(3 * nodeCount, gbit(10))
          .mtu(9216)
          .lacp()
          .stack("leaves")
          .powerSupplies(feedA, feedB);
      var left = c.ethernetSwitch("leaf-a", leaf);
      var right = c.ethernetSwitch("leaf-b", leaf);
      return (n, number) -> {
        for (int port = 1; port <= 6; port++) {
          n.cable("eno" + port, (port % 2 == 1 ? left : right).port(3 * number + (port + 1) / 2));
        }
      };
    });
  }

  private static ClusterPlan plan(
      int nodeCount, int guestCount, Function<ClusterSpec, BiConsumer<NodeSpec, Integer>> cabling) {
    return cluster("bench", c -> {
      var cables = cabling.apply(c);
      var mgmt =
          c.network("mgmt", "10.0.0.0/16", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      var ring = c.network("ring", "10.1.0.0/16", net -> net.carries(COROSYNC));
      var ceph = c.network(
          "ceph", "10.2.0.0/16", net -> net.carries(CEPH_PUBLIC, CEPH_CLUSTER).mtu(9000));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(2, 4000));
      List<Integer> numbers = IntStream.range(0, nodeCount).boxed().toList();
      List<NodeRef> nodes = c.nodes(
          numbers,
          number -> "pve" + number,
          (n, number) -> n.roles(NodeRole.COMPUTE, NodeRole.STORAGE)
              .hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64).level(CpuLevel.V4))
                  .memory(gib(512))
                  .powerSupplies(2)
                  .rack("rack-" + number % 4))
              .nic("eno1", ring.host(11 + number))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(11 + number)))
              .bond(lacp("bond0", "eno3", "eno4"), ceph.host(11 + number))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond1", "eno5", "eno6")).vlanAware().carries(guests))
              .osds("/dev/disk/by-id/nvme-1", "/dev/disk/by-id/nvme-2")
              .with(it -> cables.accept(it, number)));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.ceph(s -> s.publicNetwork(ceph)
          .clusterNetwork(ceph)
          .monitorsOn(nodes.subList(0, Math.min(3, nodeCount))));
      var disks = c.cephPool("vm-disks", p -> {});
      List<GuestRef> machines = new ArrayList<>();
      for (int i = 0; i < guestCount; i++) {
        int number = i;
        machines.add(c.vm(
            1000 + i,
            "vm" + i,
            v -> v.node(nodes.get(number % nodeCount))
                .cores(2)
                .memory(gib(4))
                .cpuType("x86-64-v3")
                .disk(disks, gib(32))
                .nic("vmbr1", vlan(2 + number % 3000))
                .tags("bench")));
      }
      var backups = c.storage(
          pbs("pbs1", "10.0.255.1", "store1", "bench@pbs", fromFile("/root/pbs")), s -> {});
      c.backup(b -> b.job("nightly", "02:30", backups, p -> p.all().keepDaily(7))
          .hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.REJOIN));
      c.migration(m -> m.over(mgmt));
      c.ha(h -> {
        for (int i = 0; i < machines.size(); i += 5) {
          h.resources(machines.get(i));
        }
      });
    });
  }
}

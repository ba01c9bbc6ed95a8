package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.RackRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SharedPart;
import java.util.List;

/** The plans that docs/network.md shows; a test compares them with the page. */
final class NetworkPage {

  private NetworkPage() {}

  private record Networks(NetworkRef mgmt, NetworkRef oob, NetworkRef ring, NetworkRef storage) {}

  record Switches(SwitchRef left, SwitchRef right, SwitchRef access) {}

  /** Plugs in the cables of a node. */
  interface Wiring {
    void of(NodeSpec n, int number, Switches to);
  }

  static ClusterPlan plan(Wiring wiring) {
    return cluster("lab", c -> {
      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");
      var racks = List.of(c.rack("rack-1", "room-1"), c.rack("rack-2", "room-2"));

      var nets = networks(c);

      var left = c.ethernetSwitch(
          "leaf-1",
          s -> s.ports("Ethernet1/", 1, 40, p -> p.speed(gbit(25)).carries(nets.storage))
              .ports("Ethernet1/", 41, 48, p -> p.speed(gbit(25)).carries(nets.mgmt))
              .mtu(9216)
              .lacp()
              .stack("leaves")
              .rack(racks.get(0))
              .powerSupplies(feedA, feedB));
      var right = c.ethernetSwitch(
          "leaf-2",
          s -> s.ports("Ethernet1/", 1, 40, p -> p.speed(gbit(25)).carries(nets.storage))
              .ports("Ethernet1/", 41, 48, p -> p.speed(gbit(25)).carries(nets.mgmt))
              .mtu(9216)
              .lacp()
              .stack("leaves")
              .rack(racks.get(1))
              .powerSupplies(feedA, feedB));
      var access = c.ethernetSwitch(
          "access",
          s -> s.ports("", 1, 12, p -> p.speed(gbit(1)).carries(nets.ring))
              .ports("", 13, 20, p -> p.speed(gbit(1)).carries(nets.oob))
              .ports("", 21, 24, p -> p.speed(gbit(1)).carries(nets.mgmt))
              .mtu(1500)
              .rack(racks.get(0))
              .powerSupplies(feedA));

      nodes(c, racks, nets, new Switches(left, right, access), wiring);
    });
  }

  private static Networks networks(ClusterSpec c) {
    var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
    var oob = c.network("oob", "10.0.9.0/24", net -> net.carries(OUT_OF_BAND));
    var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
    var storage = c.network(
        "storage",
        "10.0.2.0/24",
        net -> net.carries(STORAGE, MIGRATION).mtu(9000).bandwidth(gbit(20)).redundant());
    return new Networks(mgmt, oob, ring, storage);
  }

  private static void nodes(
      ClusterSpec c, List<RackRef> racks, Networks nets, Switches switches, Wiring wiring) {
    c.nodes(
        List.of(1, 2),
        number -> "pve" + number,
        (n, number) -> n.hardware(
                h -> h.rack(racks.get(number - 1)).bmc(BmcKind.REDFISH, nets.oob.host(10 + number)))
            .nic("eno1", nets.ring.host(10 + number))
            .bridge("vmbr0", b -> b.over("eno2").address(nets.mgmt.host(10 + number)))
            .bond(lacp("bond0", "enp1s0f0", "enp1s0f1"), nets.storage.host(10 + number))
            .with(it -> wiring.of(it, number, switches)));
    c.corosync(k -> k.link(0, nets.ring, 20).link(1, nets.mgmt, 10));
    c.migration(m -> m.over(nets.storage));
  }

  static void right(NodeSpec n, int number, Switches to) {
    n.cable("eno1", to.access().port(number))
        .cable("eno2", to.right().port("Ethernet1/" + (40 + number)))
        .cable("enp1s0f0", to.left().port("Ethernet1/" + number), k -> k.length(meters(3)))
        .cable("enp1s0f1", to.right().port("Ethernet1/" + number), k -> k.label("B" + number))
        .bmcCable(to.access().port(12 + number));
  }

  static void swapped(NodeSpec n, int number, Switches to) {
    if (number != 1) {
      right(n, number, to);
      return;
    }
    n.cable("enp1s0f1", to.access().port(number))
        .cable("eno1", to.right().port("Ethernet1/" + number))
        .cable("enp1s0f0", to.left().port("Ethernet1/" + number))
        .cable("eno2", to.right().port("Ethernet1/" + (40 + number)));
  }

  static void oneSwitch(NodeSpec n, int number, Switches to) {
    n.cable("enp1s0f0", to.left().port("Ethernet1/" + number))
        .cable("enp1s0f1", to.left().port("Ethernet1/" + (20 + number)))
        .cable("eno1", to.access().port(number))
        .cable("eno2", to.access().port(20 + number));
  }

  static List<SharedPart> sharedByTheLinks(ClusterPlan plan) {
    var paths = ResolvedPlan.of(plan).paths();
    NetworkPath ring = paths.path("pve1", "ring").orElseThrow();
    NetworkPath mgmt = paths.path("pve1", "mgmt").orElseThrow();
    return ring.sharedWith(mgmt);
  }
}

package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;

import io.pveplan.model.ClusterPlan;
import java.util.List;

/** The plans that README.md shows; a test compares them with the page. */
public final class ReadmePlan {

  private ReadmePlan() {}

  /** The first plan of the page. */
  public static ClusterPlan plan() {
    return cluster("prod", c -> {
      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));

      var nodes = c.nodes(
          List.of(1, 2),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", ring.host(10 + number))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(10 + number)))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond0", "eno3", "eno4")).vlanAware().carries(guests)));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));

      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.nodes(nodes));
      var db = c.vm(
          200,
          "db",
          v -> v.node(nodes.get(0))
              .memory(gib(16))
              .disk(tank, gib(100))
              .nic("vmbr1", vlan(120))
              .tags("team-db"));
      c.ha(h -> h.resources(db));
    });
  }

  /** The refused plan of the page. */
  static ClusterPlan refused() {
    return cluster("a-cluster-with-a-long-name", c -> {
      var mgmt = c.network("mgmt", "10.20.0.1/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      c.node("pve1", n -> n.nic("eno1", ring.host(300)).nic("eno2", mgmt.host(11)));
      c.vm(99, "db", v -> v.nic("vmbr1", vlan(4095)));
    });
  }
}

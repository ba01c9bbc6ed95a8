package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.ha.Affinity.NEGATIVE;

import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import java.util.List;

/** One plan with everything that somebody gets wrong, used further on as if it were right. */
final class BadInput {

  private BadInput() {}

  static ClusterPlan plan() {
    return cluster("sixteen-letters-", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.0.1.1/24", net -> net.carries(COROSYNC));
      var lab = c.network("la\nb", net -> net.carries(GUEST));

      var pve1 = c.node(
          "pve1",
          n -> n.nic("eno1", ring.host(11))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.address("10.0.9.11")))
              .bond(lacp("bond0", "eno3", "eno3"))
              .bridge("vmbr1", b -> b.over("bond0").carries(lab)));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(300)));
      var pve2 = c.node("pve$(id)", n -> n.bridge("vmbr7", b -> b.over("eno1")));

      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      c.ceph(s -> s.publicNetwork(ring).monitorsOn(List.of(pve1, pve2)));
      var nas = c.storage(nfs("na\"s", "10.0.0.5", "/export"), s -> s.nodes(pve2));

      var web = c.vm(99, "web", v -> v.disk(nas, gib(8)).nic("vmbr0"));
      var app = c.vm(200, "${x}", v -> v.node(pve2).disk(nas, gib(8)).nic("vmbr7"));
      var db = c.vm(201, "db", v -> v.node(pve2).disk(nas, gib(8)).nic("vmbr1", vlan(4095)));
      c.vm(202, "log", v -> v.disk(StorageRef.named("nope"), gib(8)).nic("vmbr7"));

      c.replicate(app, pve1, s -> s.schedule("*/15"));
      c.migrate(web, pve2, m -> m.online());
      c.ha(h -> h.resources(web, app, db)
          .nodeAffinity("home", a -> a.resources(web, db).node(pve2, 1))
          .resourceAffinity("apart", NEGATIVE, web, db));
      c.backup(b -> b.job("nightly", "02:30", nas, p -> p.guests(web, app)));
      c.terraform(t -> t.guests(web, db));
    });
  }
}

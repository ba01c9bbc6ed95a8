package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import java.util.List;
import java.util.function.Consumer;

/** Four nodes pve1 to pve4 with a guest each on shared storage, all under HA: what rules can say. */
final class HaLab {

  static final NodeRef PVE1 = NodeRef.named("pve1");
  static final NodeRef PVE2 = NodeRef.named("pve2");
  static final NodeRef PVE3 = NodeRef.named("pve3");
  static final NodeRef PVE4 = NodeRef.named("pve4");

  static final GuestRef APP = GuestRef.of(200);
  static final GuestRef WEB = GuestRef.of(201);
  static final GuestRef DB = GuestRef.of(202);
  static final GuestRef LOG = GuestRef.of(203);

  static final StorageRef NAS = StorageRef.named("nas");

  private HaLab() {}

  /** The plan for Proxmox VE 9 with rules. */
  static ClusterPlan nine(Consumer<HaSpec> rules) {
    return plan(ProductVersion.PVE_9, c -> c.ha(rules));
  }

  /** The plan for Proxmox VE 8.4 with rules. */
  static ClusterPlan eight(Consumer<HaSpec> rules) {
    return plan(ProductVersion.PVE_8_4, c -> c.ha(rules));
  }

  /** The plan with whatever else. */
  static ClusterPlan plan(ProductVersion release, Consumer<ClusterSpec> rest) {
    return cluster("lab", c -> {
      c.target(release);
      var nodes = c.nodes(List.of("pve1", "pve2", "pve3", "pve4"), it -> it, (n, name) -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      String[] names = {"app", "web", "db", "log"};
      for (int i = 0; i < names.length; i++) {
        var node = nodes.get(i);
        c.vm(200 + i, names[i], v -> v.node(node).disk(NAS, gib(8)));
      }
      c.ha(h -> h.resources(APP, WEB, DB, LOG));
      rest.accept(c);
    });
  }
}

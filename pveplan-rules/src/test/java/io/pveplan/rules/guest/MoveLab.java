package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Three nodes with an NFS storage and a pool and thin pool on each, to plan moves in. */
final class MoveLab {

  private MoveLab() {}

  static final NodeRef PVE1 = NodeRef.named("pve1");

  static final NodeRef PVE2 = NodeRef.named("pve2");

  static final NodeRef PVE3 = NodeRef.named("pve3");

  static final StorageRef NAS = StorageRef.named("nas");

  static final StorageRef TANK = StorageRef.named("tank");

  static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.node("pve3", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(lvmThin("thin", "pve", "data"), s -> {});
      block.accept(c);
    });
  }

  static ClusterPlan moving(Consumer<VmSpec> machine, Consumer<MigrationSpec> move) {
    return lab(c -> c.migrate(c.vm(200, "app", v -> v.node(PVE1).with(machine)), PVE2, move));
  }

  /** A machine of 8 GiB that moves to pve2 under HA, whose strict rule has pve1 only. */
  static ClusterPlan movingOut(Consumer<NodeSpec> target, Consumer<VmSpec> machine) {
    return movingOut(
        target, (c, pve1) -> c.vm(200, "app", v -> v.node(pve1).memory(gib(8)).with(machine)));
  }

  /** A guest of pve1, with two bridges, that moves to pve2 under HA, whose strict rule has pve1 only. */
  static ClusterPlan movingOut(
      Consumer<NodeSpec> target, BiFunction<ClusterSpec, NodeRef, GuestRef> guest) {
    return cluster("lab", c -> {
      var pve1 = c.node(
          "pve1",
          n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.threads(32)))
              .bridge("vmbr0", b -> b.mtu(9000))
              .bridge("vmbr1", b -> {}));
      var pve2 = c.node("pve2", target);
      var app = guest.apply(c, pve1);
      c.ha(h -> h.resources(app)
          .nodeAffinity("west", a -> a.resources(app).nodes(pve1).strict()));
      c.migrate(app, pve2, m -> m.online());
    });
  }

  /** A node with an older processor and one bridge. */
  static Consumer<NodeSpec> older(int gib, int threads) {
    return n -> n.hardware(h -> h.memory(gib(gib)).cpu("AMD EPYC 7313", 1, p -> p.threads(threads)))
        .bridge("vmbr0", b -> {});
  }

  static GuestRef container(ClusterSpec c) {
    return c.container(
        300, "dns", containerTemplate(NAS, "a.tar.zst"), NAS, gib(1), t -> t.node(PVE1));
  }
}

package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import java.util.function.Consumer;

/** Three nodes with an NFS storage and a pool and thin pool on each, to plan moves in. */
final class MoveLab {

  private MoveLab() {}

  static final NodeRef PVE1 = NodeRef.named("pve1");

  static final NodeRef PVE2 = NodeRef.named("pve2");

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

  static GuestRef container(ClusterSpec c) {
    return c.container(
        300, "dns", containerTemplate(NAS, "a.tar.zst"), NAS, gib(1), t -> t.node(PVE1));
  }
}

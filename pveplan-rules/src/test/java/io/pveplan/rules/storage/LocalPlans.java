package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.Pveplan;
import io.pveplan.dsl.ReplicationSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.StorageSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.dsl.ZfsPoolSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Plans with pools on local disks, for the tests of the rules about them. */
final class LocalPlans {

  private LocalPlans() {}

  static final String LOG = "/dev/disk/by-id/log";

  static ClusterPlan memory(DataSize memory, Consumer<NodeSpec> more) {
    return plan(
        n -> n.hardware(h -> {
              h.memory(memory);
              names(2).forEach(disk -> h.disk(disk, DataSize.tib(4), DiskKind.SSD));
            })
            .zpool("tank", ZfsRaid.MIRROR, names(2))
            .with(more),
        s -> {});
  }

  static ClusterPlan log(DataSize memory, DataSize log) {
    return plan(
        n -> n.hardware(h -> h.memory(memory).disk(LOG, log, DiskKind.NVME))
            .zpool("tank", ZfsRaid.MIRROR, names(2), p -> p.log(LOG)),
        s -> {});
  }

  static ClusterPlan pool(ZfsRaid raid, int disks, Consumer<ZfsPoolSpec> more) {
    return plan(n -> n.zpool("tank", raid, names(disks), more), s -> {});
  }

  static ClusterPlan plan(Consumer<NodeSpec> node, Consumer<StorageSpec.Zfs> storage) {
    return cluster("lab", c -> {
      c.node("pve1", n -> n.with(node));
      c.storage(zfs("tank-vm", "tank/vm"), storage);
    });
  }

  static List<String> names(int disks) {
    return IntStream.range(0, disks)
        .mapToObj(number -> "/dev/disk/by-id/disk" + number)
        .toList();
  }

  static final List<String> DISKS = List.of("/dev/disk/by-id/a", "/dev/disk/by-id/b");

  /** A plan as it is built: pve1 and pve2 with a pool, a storage on it, guest 100 on pve1. */
  record Parts(ClusterSpec c, NodeRef pve1, NodeRef pve2, StorageRef tank, GuestRef guest) {}

  interface Guest {
    void describe(VmSpec v, StorageRef tank);
  }

  static ClusterPlan lab(Guest guest, Consumer<ReplicationSpec> job) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      c.replicate(c.vm(100, "web", v -> guest.describe(v.node(pve1), tank)), pve2, job);
    });
  }

  static ClusterPlan with(Consumer<Parts> more) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      var guest = c.vm(100, "web", v -> v.node(pve1).disk(tank, gib(8)));
      more.accept(new Parts(c, pve1, pve2, tank, guest));
    });
  }

  static ClusterPlan replicated(Consumer<NodeSpec> source, Consumer<NodeSpec> target) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.with(source));
      var pve2 = c.node("pve2", n -> n.with(target));
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      c.replicate(c.vm(100, "web", v -> v.node(pve1).disk(tank, gib(8))), pve2, s -> {});
    });
  }

  static void pool(NodeSpec n) {
    DISKS.forEach(disk -> n.hardware(h -> h.disk(disk, DataSize.tib(1), DiskKind.SSD)));
    n.zpool("tank", ZfsRaid.MIRROR, DISKS);
  }

  static ClusterPlan filled(DataSize own, DataSize copied) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", LocalPlans::pool);
      var pve2 = c.node("pve2", LocalPlans::pool);
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      c.vm(101, "db", v -> v.node(pve2).disk(tank, own));
      c.replicate(c.vm(100, "web", v -> v.node(pve1).disk(tank, copied)), pve2, s -> {});
    });
  }

  static ClusterPlan lvmThin(String vgname, DataSize size) {
    return cluster("lab", c -> {
      var pve1 = c.node(
          "pve1",
          n -> n.hardware(h -> h.disk(DISKS.get(0), DataSize.tib(2), DiskKind.SSD))
              .lvmThin("vg_local", "data", DISKS.get(0)));
      var thin = c.storage(Pveplan.lvmThin("thin", vgname, "data"), s -> {});
      c.vm(100, "web", v -> v.node(pve1).disk(thin, size));
    });
  }

  static ClusterPlan thin(DataSize size, Consumer<StorageSpec.Zfs> storage) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", LocalPlans::pool);
      var tank = c.storage(zfs("tank-vm", "tank/vm"), storage);
      c.vm(100, "web", v -> v.node(pve1).disk(tank, size));
    });
  }
}

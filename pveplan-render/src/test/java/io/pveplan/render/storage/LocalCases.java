package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.kib;
import static io.pveplan.dsl.Pveplan.megabytesPerSecond;
import static io.pveplan.dsl.Pveplan.tb;
import static io.pveplan.dsl.Pveplan.zfs;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.stream.IntStream;

/** Plans with pools on local disks, and with replication between them. */
final class LocalCases {

  private LocalCases() {}

  /** Every layout, each with something else besides. */
  static ResolvedPlan pools() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {
        disks(n, tb(2), 1, 14);
        n.zpool(
                "tank",
                ZfsRaid.RAID10,
                names(1, 4),
                p -> p.special(name(5), name(6))
                    .log(name(7))
                    .cache(name(8))
                    .ashift(13)
                    .compression(ZfsCompression.ZSTD))
            .zpool("bulk-1", ZfsRaid.RAIDZ2, names(9, 14))
            .arcMax(gib(16))
            .arcMin(gib(4));
      });
      c.node("pve2", n -> {
        disks(n, tb(1), 1, 7);
        n.zpool("tank", ZfsRaid.MIRROR, names(1, 2), p -> p.encrypted())
            .zpool("wide", ZfsRaid.DRAID2, names(3, 9), p -> p.draid(4, 1).log(name(10), name(11)))
            .zpool("one", ZfsRaid.SINGLE, names(12, 12), p -> p.swap());
      });
      c.node("pve3", n -> {
        disks(n, tb(2), 1, 2);
        n.lvmThin("vg_local", "data", name(1), name(2)).lvmThin("vg_old", "data", name(3));
      });
      c.node("pve4", n -> {
        n.hardware(h -> h.memory(gib(64))).arcMin(gib(2));
        disks(n, tb(2), 1, 1);
        disks(n, tb(1), 2, 15);
        n.zpool("odd", ZfsRaid.MIRROR, names(1, 2))
            .zpool("fast", ZfsRaid.RAIDZ, names(3, 5), p -> p.special(name(6)))
            .zpool(
                "safe", ZfsRaid.RAIDZ2, names(7, 10), p -> p.special(name(11), name(12), name(13)))
            .zpool("pairs", ZfsRaid.SINGLE, names(14, 14), p -> p.special(name(15)));
      });
      c.storage(zfs("tank-vm", "tank/vm"), s -> s.blocksize(kib(16)));
      c.storage(zfs("bulk-vm", "bulk-1"), s -> s.nodes(pve1));
      c.storage(zfs("bulk-small", "bulk-1/a/b"), s -> s.nodes(pve1).blocksize(kib(8)));
    }));
  }

  /** Jobs of all kinds. */
  static ResolvedPlan jobs() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pve3 = c.node("pve3", n -> {});
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      var web = c.vm(200, "web", v -> v.node(pve1).disk(tank, gib(8)));
      var db = c.vm(201, "db", v -> v.node(pve2).disk(tank, gib(8)));
      var old = c.vm(202, "old", v -> v.disk(tank, gib(8)));
      c.replicate(
          web,
          pve2,
          s -> s.schedule("mon..fri 22:00")
              .rate(io.pveplan.model.unit.DataRate.mbit(100))
              .comment("50 % to über: 'there'"));
      c.replicate(web, pve3, s -> {});
      c.replicate(db, pve1, s -> s.rate(megabytesPerSecond(100)).disabled());
      c.replicate(db, pve3, s -> s.removed(ReplicationRemoval.LOCAL));
      c.replicate(old, pve1, s -> s.removed(ReplicationRemoval.FULL));
      c.replicate(old, pve2, s -> s.schedule("*/5"));
    }));
  }

  private static void disks(NodeSpec n, DataSize size, int first, int last) {
    names(first, last).forEach(device -> n.hardware(h -> h.disk(device, size, DiskKind.NVME)));
  }

  private static List<String> names(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(LocalCases::name).toList();
  }

  private static String name(int number) {
    return "/dev/disk/by-id/nvme-EX_" + number;
  }
}

package io.pveplan.rules.testing;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;

/**
 * What a generated plan says more of local storage and replication. It has dice of its own, so that
 * the rest of a plan does not change with it.
 */
final class LocalParts {

  private static final String BY_ID = "/dev/disk/by-id/nvme-";
  private static final String SPECIAL = BY_ID + "6";
  private static final String LOG = BY_ID + "7";
  // The third disk may be an OSD.
  private static final List<String> DISKS =
      List.of(BY_ID + 1, BY_ID + 2, BY_ID + 4, BY_ID + 5, BY_ID + 10);

  private final Dice dice;

  LocalParts(Dice dice) {
    this.dice = dice;
  }

  List<Node> nodes(List<Node> nodes) {
    return nodes.stream().map(this::node).toList();
  }

  List<Guest> guests(List<Guest> guests) {
    return guests.stream().map(this::guest).toList();
  }

  List<ReplicationJob> jobs(List<ReplicationJob> jobs) {
    return jobs.stream().map(this::job).toList();
  }

  private Node node(Node node) {
    if (node.zfsPools().isEmpty()) {
      return node;
    }
    Node.Builder more = Node.builder().from(node);
    if (dice.chance(60)) {
      more.zfsPools(List.of(pool()));
    }
    return more.hardware(node.hardware().map(this::hardware))
        .arcMax(dice.maybe(30, () -> DataSize.gib(dice.of(1, 16))))
        .build();
  }

  private ZfsPool pool() {
    ZfsRaid raid = dice.of(ZfsRaid.MIRROR, ZfsRaid.RAIDZ, ZfsRaid.RAIDZ2, ZfsRaid.RAID10);
    int disks = raid.fewestDisks() + (raid == ZfsRaid.RAIDZ2 ? dice.below(2) : 0);
    ZfsPool.Builder pool = ZfsPool.builder()
        .name(dice.chance(4) ? "tink" : "tank")
        .raid(raid)
        .devices(DISKS.subList(0, disks))
        .encrypted(dice.chance(15))
        .swap(dice.chance(15));
    if (dice.chance(40)) {
      pool.ashift(dice.of(9, 12, 13));
    }
    if (dice.chance(30)) {
      pool.addSpecial(SPECIAL);
    } else if (dice.chance(30)) {
      pool.addSpecial(SPECIAL, BY_ID + "8", BY_ID + "9");
    }
    if (dice.chance(40)) {
      pool.addLog(LOG);
    }
    return pool.build();
  }

  private Hardware hardware(Hardware hardware) {
    List<Disk> disks = new ArrayList<>();
    hardware
        .disks()
        .forEach(disk -> disks.add(Disk.builder()
            .from(disk)
            .sectorSize(dice.told(() -> DataSize.bytes(dice.of(512, 4096))))
            .build()));
    if (dice.told()) {
      disks.add(Disk.builder()
          .device(LOG)
          .size(DataSize.gb(dice.of(10, 400)))
          .diskKind(DiskKind.NVME)
          .build());
    }
    Hardware.Builder more = Hardware.builder().from(hardware).disks(disks);
    return dice.chance(5) ? more.memory(DataSize.gib(4)).build() : more.build();
  }

  private Guest guest(Guest guest) {
    if (!(guest instanceof Vm vm)) {
      return guest;
    }
    Vm.Builder more =
        Vm.builder().from(vm).changeRate(dice.told(() -> DataRate.mbit(dice.of(1, 1, 50, 5000))));
    if (dice.chance(10)) {
      more.disks(vm.disks().stream()
          .map(disk -> GuestDisk.builder().from(disk).size(DataSize.tib(4)).build())
          .toList());
    }
    return more.build();
  }

  private ReplicationJob job(ReplicationJob job) {
    ReplicationJob.Builder more = ReplicationJob.builder()
        .from(job)
        .rate(dice.maybe(60, () -> DataRate.megabytesPerSecond(dice.of(2, 100))));
    return dice.chance(10)
        ? more.schedule(CalendarEvent.parse(dice.of("*:*:0/20", "monthly"))).build()
        : more.build();
  }
}

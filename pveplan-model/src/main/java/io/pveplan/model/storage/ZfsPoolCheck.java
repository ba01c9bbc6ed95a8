package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;

/** What the disks API refuses of a pool (pve-storage, src/PVE/API2/Disks/ZFS.pm). */
final class ZfsPoolCheck {

  private static final String DISK_COUNT = "LOC-011";
  private static final int MOST_DISKS = 255;

  private ZfsPoolCheck() {}

  static void requireDisks(ZfsPool pool) {
    int disks = pool.devices().size();
    ZfsRaid raid = pool.raid();
    if (raid == ZfsRaid.SINGLE && disks != 1) {
      throw refusal(pool, "has one disk, not " + disks, "Name one disk, or use another layout.");
    }
    if (raid == ZfsRaid.RAID10 && disks % 2 != 0) {
      throw refusal(pool, "has pairs of disks, not " + disks, "Name an even number of disks.");
    }
    int fewest = Math.max(
        raid.fewestDisks(),
        raid.draid() ? raid.parity() + pool.draidData().orElse(0) + spares(pool) : 0);
    if (disks < fewest) {
      throw refusal(
          pool,
          "has at least " + fewest + " disks, not " + disks,
          "Name more disks, or use another layout.");
    }
  }

  static void requireDraid(ZfsPool pool, OptionalInt disks, int fewest) {
    if (disks.isPresent()) {
      if (!pool.raid().draid()) {
        throw refusal(
            pool, "has no groups and no spares of a dRAID", "Use draid, draid2 or draid3.");
      }
      Ranges.require("number of dRAID disks", disks.getAsInt(), fewest, MOST_DISKS, DISK_COUNT);
    }
  }

  static void requireAshift(ZfsPool pool) {
    if (pool.ashift().isPresent()) {
      Ranges.require("ashift", pool.ashift().getAsInt(), 9, 16);
    }
  }

  private static int spares(ZfsPool pool) {
    return pool.draidSpares().orElse(0);
  }

  private static InvalidValueException refusal(ZfsPool pool, String what, String advice) {
    return new InvalidValueException(
        "a ZFS pool of layout " + pool.raid() + " " + what, advice, DISK_COUNT);
  }
}

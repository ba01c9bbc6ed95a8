package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;

/**
 * Options that the bus of a disk does not have (qemu-server, src/PVE/QemuServer/Drive.pm), nor a root
 * file system (pve-container, src/PVE/LXC/Config.pm).
 */
final class DiskOptionCheck {

  private DiskOptionCheck() {}

  static void require(GuestDisk disk) {
    String slot = disk.slot();
    boolean mounted = DiskSlotCheck.isOfContainer(slot);
    boolean threaded = slot.startsWith("scsi") || slot.startsWith("virtio");
    new Faults()
        .check("cache", () -> refuse(mounted && disk.cache().isPresent(), slot, "cache"))
        .check("aio", () -> refuse(mounted && disk.aio().isPresent(), slot, "aio"))
        .check("discard", () -> refuse(mounted && disk.discard(), slot, "discard"))
        .check("backup", () -> refuse(mounted && !disk.backup(), slot, "backup"))
        .check("iothread", () -> refuse(!threaded && disk.iothread(), slot, "iothread"))
        .check(
            "ssd", () -> refuse((mounted || slot.startsWith("virtio")) && disk.ssd(), slot, "ssd"))
        .end();
  }

  private static void refuse(boolean wrong, String slot, String option) {
    if (wrong) {
      throw new InvalidValueException(
          "a disk at " + slot + " has no option " + option, "Leave it out, or use another slot.");
    }
  }
}

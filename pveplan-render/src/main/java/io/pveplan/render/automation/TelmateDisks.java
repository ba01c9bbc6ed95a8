package io.pveplan.render.automation;

import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.render.text.HclSink;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The block {@code disks} of a {@code proxmox_vm_qemu}: bus, slot, kind of drive. */
final class TelmateDisks {

  // By bus, then by number: scsi2 before scsi10.
  private static final Comparator<String> SLOTS = Comparator.comparing(TelmateDisks::bus)
      .thenComparingInt(slot -> Integer.parseInt(slot.substring(bus(slot).length())));

  private TelmateDisks() {}

  static void write(HclSink to, PlannedVm guest) {
    Map<String, Runnable> drives = new TreeMap<>(SLOTS);
    guest.disks().forEach(disk -> drives.put(disk.slot(), () -> disk(to, disk, guest.drives())));
    guest
        .cloudInitSlot()
        .ifPresent(slot -> drives.put(
            slot,
            () -> to.open("cloudinit").set("storage", guest.cloudInitStorage().orElseThrow())));
    guest
        .isoSlot()
        .ifPresent(slot -> drives.put(
            slot, () -> to.open("cdrom").set("iso", guest.iso().orElseThrow().toString())));
    if (drives.isEmpty()) {
      return;
    }
    to.open("disks");
    String open = "";
    for (Map.Entry<String, Runnable> drive : drives.entrySet()) {
      String bus = bus(drive.getKey());
      if (!bus.equals(open)) {
        if (!open.isEmpty()) {
          to.close();
        }
        to.open(bus);
        open = bus;
      }
      to.open(drive.getKey());
      drive.getValue().run();
      to.close().close();
    }
    to.close().close();
  }

  private static void disk(HclSink to, GuestDisk disk, PlannedDrives drives) {
    to.open("disk")
        .set("storage", disk.storage())
        .set("size", DriveSize.text(disk.size()))
        // The provider's own is raw, to which it converts what a clone has.
        .set("format", drives.format(disk))
        // Proxmox VE replicates a disk unless told otherwise; the provider tells it otherwise.
        .set("replicate", disk.replicate())
        .set("cache", disk.cache().map(DiskCache::text))
        .set("asyncio", disk.aio().map(DiskAio::text));
    if (disk.discard()) {
      to.set("discard", true);
    }
    if (disk.iothread()) {
      to.set("iothread", true);
    }
    if (disk.ssd()) {
      to.set("emulatessd", true);
    }
    if (!disk.backup()) {
      to.set("backup", false);
    }
  }

  private static String bus(String slot) {
    return slot.replaceAll("[0-9]", "");
  }
}

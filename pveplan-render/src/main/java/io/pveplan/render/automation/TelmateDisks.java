package io.pveplan.render.automation;

import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.render.text.HclBlock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The block {@code disks} of a {@code proxmox_vm_qemu}: bus, slot, kind of drive. */
final class TelmateDisks {

  // By bus, then by number: scsi2 before scsi10.
  private static final Comparator<String> SLOTS = Comparator.comparing(TelmateDisks::bus)
      .thenComparingInt(slot -> Integer.parseInt(slot.substring(bus(slot).length())));

  private TelmateDisks() {}

  static HclBlock of(PlannedVm guest) {
    Map<String, HclBlock> drives = new TreeMap<>(SLOTS);
    guest.disks().forEach(disk -> drives.put(disk.slot(), disk(disk)));
    guest
        .cloudInitSlot()
        .ifPresent(slot -> drives.put(
            slot,
            HclBlock.of("cloudinit").set("storage", guest.cloudInitStorage().orElseThrow())));
    guest
        .isoSlot()
        .ifPresent(slot -> drives.put(
            slot, HclBlock.of("cdrom").set("iso", guest.vm().iso().orElseThrow().toString())));
    Map<String, HclBlock> buses = new LinkedHashMap<>();
    drives.forEach((slot, drive) -> buses.merge(
        bus(slot),
        HclBlock.of(bus(slot)).block(HclBlock.of(slot).block(drive)),
        (bus, one) -> bus.block(HclBlock.of(slot).block(drive))));
    HclBlock disks = HclBlock.of("disks");
    for (HclBlock bus : buses.values()) {
      disks = disks.block(bus);
    }
    return disks;
  }

  private static HclBlock disk(GuestDisk disk) {
    HclBlock block = HclBlock.of("disk")
        .set("storage", disk.storage())
        .set("size", DriveSize.text(disk.size()))
        .set("format", disk.format().map(DiskFormat::text))
        // Proxmox VE replicates a disk unless told otherwise; the provider tells it otherwise.
        .set("replicate", disk.replicate())
        .set("cache", disk.cache().map(DiskCache::text))
        .set("asyncio", disk.aio().map(DiskAio::text));
    if (disk.discard()) {
      block = block.set("discard", true);
    }
    if (disk.iothread()) {
      block = block.set("iothread", true);
    }
    if (disk.ssd()) {
      block = block.set("emulatessd", true);
    }
    return disk.backup() ? block : block.set("backup", false);
  }

  private static String bus(String slot) {
    return slot.replaceAll("[0-9]", "");
  }
}

package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.HashSet;
import java.util.Set;

/** What virtual machines and containers have in common. */
final class GuestCheck {

  private GuestCheck() {}

  static void require(Guest guest) {
    new Faults()
        .check(() -> NameFormat.GUEST.require(guest.name()))
        .check("fleet", () -> guest.fleet().ifPresent(NameFormat.FLEET::require))
        .check("node", () -> guest.node().ifPresent(NameFormat.NODE::require))
        .check(
            "cores",
            () ->
                guest.cores().ifPresent(cores -> Ranges.require("number of cores", cores, 1, 8192)))
        .check("memory", () -> guest.memory().ifPresent(memory -> requireMemory(guest, memory)))
        .check("rpo", () -> guest.rpo().ifPresent(rpo -> Ranges.requireNotNegative("RPO", rpo)))
        .check("rto", () -> guest.rto().ifPresent(rto -> Ranges.requireNotNegative("RTO", rto)))
        .each("tags", guest.tags(), NameFormat.TAG::require)
        .check("description", () -> guest.description().ifPresent(NameFormat.LINE::require))
        // net0 to net31 (qemu-server, src/PVE/QemuServer/Network.pm).
        .check(
            "nics", () -> Ranges.require("number of network cards", guest.nics().size(), 0, 32))
        .each("nics", guest.nics(), nic -> NicOptionCheck.require(guest, nic))
        .check("pool", () -> guest.pool().ifPresent(NameFormat.POOL::require))
        .check("cpuLimit", () -> guest.cpuLimit().ifPresent(limit -> requireLimit(guest, limit)))
        .check("cpuUnits", () -> guest.cpuUnits().ifPresent(units -> requireUnits(guest, units)))
        .check("disks", () -> requireSlots(guest))
        .each("disks", guest.disks(), disk -> requireBus(guest, disk))
        .end();
  }

  // A root file system has no format in its configuration (pve-container, src/PVE/LXC/Config.pm).
  static void requireNoFormat(GuestDisk rootfs) {
    rootfs.format().ifPresent(format -> {
      throw new InvalidValueException(
          "a container has no disk format " + format, "Leave the format out.");
    });
  }

  // qemu-server, src/PVE/QemuServer.pm, and pve-container, src/PVE/LXC/Config.pm.
  private static void requireLimit(Guest guest, double limit) {
    int most = guest instanceof Vm ? 128 : 8192;
    if (!(limit >= 0 && limit <= most)) {
      throw new InvalidValueException(
          "CPU limit " + limit + " is outside 0 to " + most,
          "Use a number from 0 to " + most + "; 0 is no limit.",
          "GST-007");
    }
  }

  private static void requireUnits(Guest guest, int units) {
    boolean vm = guest instanceof Vm;
    Ranges.require("CPU units", units, vm ? 1 : 0, vm ? 262_144 : 500_000, "GST-007");
  }

  private static void requireSlots(Guest guest) {
    Set<String> slots = new HashSet<>();
    for (GuestDisk disk : guest.disks()) {
      if (!slots.add(disk.slot())) {
        throw new InvalidValueException(
            "two disks are attached at " + disk.slot(), "Give each disk a slot of its own.");
      }
    }
  }

  private static void requireBus(Guest guest, GuestDisk disk) {
    if (guest instanceof Vm && !DiskSlotCheck.isOfVm(disk.slot())) {
      throw new InvalidValueException(
          "a virtual machine has no disk slot " + disk.slot(),
          "Use scsi0 to scsi30 or another bus.",
          "GST-018");
    }
  }

  // pve-container, src/PVE/LXC/Config.pm: swap in whole MiB.
  static void requireMib(DataSize swap) {
    if (swap.bytes() % DataSize.mib(1).bytes() != 0) {
      throw new InvalidValueException(
          "swap " + swap + " is not in whole MiB", "Use gib(..) or mib(..).");
    }
  }

  private static void requireMemory(Guest guest, DataSize memory) {
    if (memory.bytes() < DataSize.mib(16).bytes()
        || memory.bytes() % DataSize.mib(1).bytes() != 0) {
      throw new InvalidValueException(
          "memory " + memory + " of " + guest.name() + " is not at least 16 whole MiB",
          "Proxmox VE counts the memory of guests in MiB; use gib(..) or mib(..).");
    }
  }
}

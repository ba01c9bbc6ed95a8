package io.pveplan.model.hardware;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the installer refuses (proxmox-installer-types, answer.rs; proxmox-auto-installer, utils.rs). */
final class SystemDisksCheck {

  private static final Pattern KERNEL_NAME = Pattern.compile("/dev/[a-z][a-z0-9]*");
  private static final DataSize LEAST = DataSize.gib(2);

  private final SystemDisks system;
  private final boolean onLvm;

  private SystemDisksCheck(SystemDisks system) {
    this.system = system;
    this.onLvm =
        system.filesystem() == SystemFilesystem.EXT4 || system.filesystem() == SystemFilesystem.XFS;
  }

  static void require(SystemDisks system) {
    SystemDisksCheck check = new SystemDisksCheck(system);
    new Faults()
        .check("raid", check::raid)
        .check("disks", check::disks)
        .each("disks", system.disks(), check::device)
        .check("filters", check::filters)
        .check("size", () -> check.size(system.size(), LEAST))
        .check("swap", check::swap)
        .end();
  }

  private void raid() {
    Optional<SystemRaid> raid = system.raid();
    if (onLvm && raid.isPresent()) {
      throw new InvalidValueException(
          "the installer lays out no " + raid.get() + " for " + system.filesystem(),
          "Leave the layout out, or install on ZFS.");
    }
    if (!onLvm && raid.isEmpty()) {
      throw new InvalidValueException(
          system.filesystem() + " has no layout",
          "Name one: raid0 for a single disk, raid1 for two that hold the same.");
    }
    boolean zfsOnly = raid.map(SystemRaid.RAIDZ1::compareTo).orElse(1) <= 0;
    if (system.filesystem() == SystemFilesystem.BTRFS && zfsOnly) {
      throw new InvalidValueException(
          "Btrfs has no layout " + raid.orElseThrow(), "Use raid0, raid1 or raid10, or ZFS.");
    }
  }

  private void disks() {
    if (system.disks().isEmpty() && system.filters().isEmpty()) {
      throw new InvalidValueException(
          "neither disks nor filters tell where to install", "Name the disks, or a filter.");
    }
    if (onLvm && system.disks().size() > 1) {
      throw new InvalidValueException(
          system.filesystem() + " is installed on one disk, not on "
              + system.disks().size(),
          "Name one disk, or install on ZFS.");
    }
    Set<String> seen = new HashSet<>();
    for (Disk disk : system.disks()) {
      if (!seen.add(disk.device())) {
        throw new InvalidValueException(disk.device() + " is named twice", "Name each disk once.");
      }
    }
  }

  private void device(Disk disk) {
    if (system.filters().isEmpty() && !KERNEL_NAME.matcher(disk.device()).matches()) {
      throw new InvalidValueException(
          "the installer does not know " + disk.device() + " by this name",
          "Use the name of the kernel, for example /dev/sda, or a filter.");
    }
  }

  private void filters() {
    if (onLvm && system.filters().size() > 1) {
      throw new InvalidValueException(
          "of several filters, " + system.filesystem() + " is installed where any matches",
          "Use one filter.");
    }
    Set<String> seen = new HashSet<>();
    for (DiskFilter filter : system.filters()) {
      if (!seen.add(filter.property())) {
        throw new InvalidValueException(
            "there are two filters for " + filter.property(), "Use one for each property.");
      }
    }
  }

  private void size(Optional<DataSize> size, DataSize least) {
    if (size.isPresent()) {
      size.get().toMib();
      if (size.get().compareTo(least) < 0) {
        throw new InvalidValueException(
            size.get() + " is less than " + least, "Use " + least + " or more.");
      }
    }
  }

  private void swap() {
    if (!onLvm && system.swap().isPresent()) {
      throw new InvalidValueException(
          "the installer makes no swap on " + system.filesystem(),
          "Leave it out, or install on ext4 or XFS.");
    }
    size(system.swap(), DataSize.bytes(0));
  }
}

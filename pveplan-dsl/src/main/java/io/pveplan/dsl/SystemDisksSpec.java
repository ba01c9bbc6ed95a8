package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.DiskFilter;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.unit.DataSize;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of the disks that Proxmox VE is installed on.
 *
 * <pre>{@code
 * n.hardware(h -> h.systemDisks(SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD)
 *     .hardwareRaid().swap(gib(8))));
 * n.hardware(h -> h.systemDisks(SystemFilesystem.EXT4, d -> d.filter("model", "x"))); // refused: is not a udev property
 * }</pre>
 *
 * @since 0.1
 */
public final class SystemDisksSpec extends Scope {

  final SystemDisks.Builder system = SystemDisks.builder();

  SystemDisksSpec(Definition definition, PlanPath at, SystemFilesystem filesystem) {
    super(definition, at);
    system.filesystem(Objects.requireNonNull(filesystem, "filesystem")).declaredAt(line);
  }

  /** Sets the layout; ZFS and Btrfs need one, ext4 and XFS have none. */
  public SystemDisksSpec raid(SystemRaid raid) {
    set("raid", raid, system::raid);
    return this;
  }

  /** Says that a controller presents several disks as one, so that one of them may fail. */
  public SystemDisksSpec hardwareRaid() {
    set("hardwareRaid", true, system::hardwareRaid);
    return this;
  }

  /**
   * Adds a disk.
   *
   * @param device name of the kernel, {@code /dev/sda}; any name of the device where filters find it
   * @param size raw capacity
   * @param kind what it is made of
   * @return this scope
   */
  public SystemDisksSpec disk(String device, DataSize size, DiskKind kind) {
    return disk(device, size, kind, b -> {});
  }

  /**
   * Adds a disk, with what else is known of it.
   *
   * <pre>{@code
   * n.hardware(h -> h.systemDisks(SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD,
   *     b -> b.powerLossProtection(true))));
   * n.hardware(h -> h.systemDisks(SystemFilesystem.EXT4, d -> d.disk("sda", gb(480), DiskKind.SSD, b -> {}))); // refused: is not a device path
   * }</pre>
   *
   * @param device name of the kernel, {@code /dev/sda}; any name of the device where filters find it
   * @param size raw capacity
   * @param kind what it is made of
   * @param block its controller, and whether it is protected against the loss of power
   * @return this scope
   */
  public SystemDisksSpec disk(
      String device, DataSize size, DiskKind kind, Consumer<? super HardwareSpec.DiskSpec> block) {
    HardwareSpec.DiskSpec spec =
        new HardwareSpec.DiskSpec(definition, at.child(Objects.requireNonNull(device, "device")));
    declare(
            spec,
            block,
            () -> spec.disk.device(device).size(size).diskKind(kind).build(),
            size)
        .ifPresentOrElse(system::addDisk, this::oneLess);
    return this;
  }

  // That a disk is missing without the one that was refused is not told again.
  private void oneLess() {
    leaveOut("disks");
    breakOff();
  }

  /**
   * Adds what the installer finds the disks by; all filters have to match.
   *
   * @param property udev property, for example {@code ID_MODEL}
   * @param pattern its value; {@code *} and {@code ?} stand for any characters
   * @return this scope
   */
  public SystemDisksSpec filter(String property, String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    if (!set("filters", property, it -> system.addFilter(new DiskFilter(it, pattern)))) {
      oneLess();
    }
    return this;
  }

  /** Sets how much of each disk is used; all of it when not set. */
  public SystemDisksSpec size(DataSize size) {
    set("size", size, system::size);
    return this;
  }

  /** Sets the swap space, on ext4 and XFS; what the installer thinks right when not set. */
  public SystemDisksSpec swap(DataSize swap) {
    set("swap", swap, system::swap);
    return this;
  }
}

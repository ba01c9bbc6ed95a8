package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A virtual machine.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVm.class)
@JsonDeserialize(as = ImmutableVm.class)
@JsonTypeName("vm")
public non-sealed interface Vm extends Guest {

  /** CPU sockets; 1 when absent. */
  OptionalInt sockets();

  /**
   * CPU type: host, a level such as {@code x86-64-v2-AES}, a model, or a {@code custom-} one; kvm64
   * when absent.
   */
  Optional<String> cpuType();

  /**
   * Memory that it keeps when the node takes some back: it balloons between this and its memory.
   * Zero switches ballooning off; all its memory when absent.
   */
  Optional<DataSize> balloon();

  /**
   * How much of its memory it writes in a time: what is copied again while it moves. There is nothing
   * to set.
   */
  Optional<DataRate> dirtyRate();

  /** Flags of the CPU that are switched on or off: {@code +aes}, {@code -pcid}. */
  @Value.NaturalOrder
  SortedSet<String> cpuFlags();

  /** Whether memory and cores are laid out in nodes, one for each socket. */
  @Value.Default
  default boolean numa() {
    return false;
  }

  /** Type of the machine, for example q35; pc when absent. */
  Optional<String> machine();

  /** Firmware; SeaBIOS when absent. */
  Optional<Bios> bios();

  /** Disk of UEFI firmware. */
  Optional<EfiDisk> efiDisk();

  /** Virtual TPM. */
  Optional<TpmState> tpmState();

  /** Operating system it is made for; other when absent. */
  Optional<OsType> ostype();

  /** Controller of its SCSI disks; lsi when absent. */
  Optional<ScsiController> scsihw();

  /** Graphics card; std when absent. */
  Optional<VgaType> vga();

  /** Whether it has a first serial port, for a console. */
  @Value.Default
  default boolean serial0() {
    return false;
  }

  /** Disks and network cards it is started from, the first one first; what it finds when empty. */
  List<String> boot();

  /** Disks. */
  List<GuestDisk> disks();

  /** Devices and directories of its node. */
  List<GuestDevice> devices();

  /**
   * Where a device is attached: hostpci0, usb1, virtiofs0, counted by kind in the order of the plan.
   *
   * @param index number of the device in {@link #devices}
   */
  default String deviceSlot(int index) {
    DeviceKind kind = devices().get(index).deviceKind();
    long earlier = devices().subList(0, index).stream()
        .filter(device -> device.deviceKind() == kind)
        .count();
    return kind.slot() + earlier;
  }

  /** ISO image in the CD drive. */
  Optional<Volume> iso();

  /** Settings of cloud-init. */
  Optional<CloudInit> cloudInit();

  /** Whether it is a template: never started, only cloned. */
  @Value.Default
  default boolean template() {
    return false;
  }

  /** The template it is cloned from. */
  Optional<Clone> clone();

  /** Whether the QEMU guest agent runs in it. */
  @Value.Default
  default boolean agent() {
    return false;
  }

  /** Whether it is made for Windows, which has cloudbase-init in the place of cloud-init. */
  default boolean forWindows() {
    return ostype().filter(OsType::isWindows).isPresent();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Vm}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVm.Builder {
    Builder() {}

    @Override
    public Vm build() {
      Vm built = super.build();
      new Faults()
          .check(() -> GuestCheck.require(built))
          .check(
              "sockets",
              () -> built
                  .sockets()
                  .ifPresent(sockets -> Ranges.require("number of sockets", sockets, 1, 64)))
          .check("devices", () -> requireFewDevices(built))
          .check("balloon", () -> built.balloon().ifPresent(it -> requireBalloon(built, it)))
          .check("cpuType", () -> built.cpuType().ifPresent(NameFormat.CPU_TYPE::require))
          .check("machine", () -> built.machine().ifPresent(NameFormat.MACHINE::require))
          .check("cpuFlags", () -> VmCheck.requireFlags(built.cpuFlags()))
          .check("boot", () -> VmCheck.requireBoot(built.boot()))
          .check("cloudInit", () -> CloudInitCheck.requireUserOf(built))
          .end();
      return built;
    }

    private static void requireFewDevices(Vm vm) {
      for (DeviceKind kind : DeviceKind.values()) {
        long number =
            vm.devices().stream().filter(device -> device.deviceKind() == kind).count();
        if (number > kind.most()) {
          throw new InvalidValueException(
              vm.name() + " has " + number + " devices of kind " + kind,
              "Give it " + kind.most() + " at most.",
              "GST-026");
        }
      }
    }

    // qemu-server, src/PVE/API2/Qemu.pm: "balloon value too large (must be smaller than memory)";
    // unset memory counts 512 MiB there. A clone has that of its template, which PlanIntegrity
    // knows.
    private static void requireBalloon(Vm vm, DataSize balloon) {
      boolean inherits = vm.memory().isEmpty() && vm.clone().isPresent();
      DataSize memory = vm.memory().orElse(DataSize.mib(512));
      if (!inherits && balloon.compareTo(memory) > 0) {
        throw new InvalidValueException(
            "balloon " + balloon + " of " + vm.name() + " is more than its memory of " + memory,
            "Give it at most the memory, or leave it out.",
            "GST-008");
      }
      if (balloon.bytes() % DataSize.mib(1).bytes() != 0) {
        throw new InvalidValueException(
            "balloon " + balloon + " of " + vm.name() + " is not in whole MiB",
            "Proxmox VE counts the memory of guests in MiB; use gib(..) or mib(..).");
      }
    }
  }
}

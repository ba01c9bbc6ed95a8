package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of machine, firmware and controllers of a virtual machine, and of devices of its node that it gets.
 *
 * <pre>{@code
 * c.vm(
 *     300, "win", v -> v.hardware(h -> h.machine("q35").bios(Bios.OVMF).efiDisk(vmDisks).tpmState(vmDisks)));
 * c.vm(301, "old", v -> v.hardware(h -> h.machine("q36"))); // refused: is not a machine type
 * }</pre>
 *
 * @since 0.1
 */
public final class VmHardwareSpec extends Scope {

  private final VmSpec guest;
  private final Vm.Builder vm;

  VmHardwareSpec(VmSpec guest) {
    super(guest.definition, guest.at);
    this.guest = guest;
    this.vm = guest.vm;
  }

  /** Sets the type of the machine, for example {@code q35}; pc when not set. */
  public VmHardwareSpec machine(String type) {
    set("machine", type, it -> vm.machine(NameFormat.MACHINE.require(it)));
    return this;
  }

  /** Sets the firmware; SeaBIOS when not set. */
  public VmHardwareSpec bios(Bios bios) {
    set("bios", bios, vm::bios);
    return this;
  }

  /** Gives UEFI firmware a disk for its settings, of type 4m. */
  public VmHardwareSpec efiDisk(StorageRef storage) {
    return efiDisk(storage, p -> {});
  }

  /** Gives UEFI firmware a disk for its settings, with what else there is to say of it. */
  public VmHardwareSpec efiDisk(StorageRef storage, Consumer<? super EfiDiskSpec> block) {
    EfiDiskSpec spec = new EfiDiskSpec(definition, at.child("efidisk0"));
    declare(spec, block, () -> spec.disk.storage(storage.name()).build(), storage)
        .ifPresent(vm::efiDisk);
    return this;
  }

  /** Gives it a virtual TPM of version 2.0, which keeps its state on a storage. */
  public VmHardwareSpec tpmState(StorageRef storage) {
    return tpmState(storage, TpmVersion.V2_0);
  }

  /** Gives it a virtual TPM, which keeps its state on a storage. */
  public VmHardwareSpec tpmState(StorageRef storage, TpmVersion version) {
    make(
            at.child("tpmstate0"),
            () -> TpmState.builder()
                .storage(storage.name())
                .version(version)
                .declaredAt(CallSite.here())
                .build(),
            storage)
        .ifPresent(vm::tpmState);
    return this;
  }

  /** Sets the controller of its SCSI disks; lsi when not set. */
  public VmHardwareSpec scsihw(ScsiController controller) {
    set("scsihw", controller, vm::scsihw);
    return this;
  }

  /** Sets the graphics card; std when not set. */
  public VmHardwareSpec vga(VgaType type) {
    set("vga", type, vm::vga);
    return this;
  }

  /** Gives it a first serial port, for a console. */
  public VmHardwareSpec serial0() {
    set("serial0", true, vm::serial0);
    return this;
  }

  /** Lays out memory and cores in nodes, one for each socket. */
  public VmHardwareSpec numa() {
    set("numa", true, vm::numa);
    return this;
  }

  /** Switches flags of the CPU on or off: {@code "+aes", "-pcid"}. */
  public VmHardwareSpec cpuFlags(String... flags) {
    setEach("cpuFlags", flags, vm::addCpuFlag);
    return this;
  }

  /** Gives it a device or directory that the cluster has a name for. */
  public VmHardwareSpec device(MappingRef mapping) {
    return addDevice(
        GuestDevice.builder().deviceKind(mapping.kind()).mapping(mapping.id()), mapping);
  }

  /**
   * Gives it a mediated device that a PCI device makes.
   *
   * @param mapping names the PCI devices
   * @param type type of the mediated device: {@code i915-GVTg_V5_4}
   */
  public VmHardwareSpec mediatedDevice(MappingRef mapping, String type) {
    Objects.requireNonNull(type, "type");
    return addDevice(
        GuestDevice.builder().deviceKind(mapping.kind()).mapping(mapping.id()).mediatedType(type),
        mapping);
  }

  /**
   * Gives it a PCI device of its node. It starts only there: a mapping is the better way.
   *
   * @param address as {@code lspci -D} shows it: {@code 0000:41:00.0}
   */
  public VmHardwareSpec hostPci(String address) {
    Objects.requireNonNull(address, "address");
    return addDevice(GuestDevice.builder().deviceKind(DeviceKind.PCI).host(address));
  }

  /**
   * Gives it a USB device of its node. It starts only there: a mapping is the better way.
   *
   * @param device port ({@code 1-2.3}), or vendor and product ({@code 0529:0001})
   */
  public VmHardwareSpec hostUsb(String device) {
    Objects.requireNonNull(device, "device");
    return addDevice(GuestDevice.builder().deviceKind(DeviceKind.USB).host(device));
  }

  // Slots are counted: without one of them the others would have other numbers.
  private VmHardwareSpec addDevice(GuestDevice.Builder device, Object... references) {
    requireOpen();
    make(at.child("device"), () -> device.declaredAt(CallSite.here()).build(), references)
        .ifPresentOrElse(vm::addDevice, guest::breakOff);
    return this;
  }

  /**
   * Scope of the disk of UEFI firmware.
   *
   * <pre>{@code
   * c.vm(300, "win", v -> v.hardware(h -> h.bios(Bios.OVMF).efiDisk(vmDisks, p -> p.preEnrolledKeys())));
   * c.vm(301, "web", v -> v.hardware(h -> h.efiDisk(StorageRef.named("nope")))); // refused: there is no storage
   * }</pre>
   *
   * @since 0.1
   */
  public static final class EfiDiskSpec extends Scope {

    final EfiDisk.Builder disk = EfiDisk.builder();

    EfiDiskSpec(Definition definition, PlanPath at) {
      super(definition, at);
      disk.declaredAt(line);
    }

    /** Sets size and form; 4m when not set. */
    public EfiDiskSpec efitype(EfiType type) {
      set("efitype", type, disk::efitype);
      return this;
    }

    /** Puts the keys of Microsoft and the distributions in it, so that Secure Boot is on. */
    public EfiDiskSpec preEnrolledKeys() {
      set("preEnrolledKeys", true, disk::preEnrolledKeys);
      return this;
    }
  }
}

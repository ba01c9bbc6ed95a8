package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.unit.DataSize;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of the hardware of a node.
 *
 * <pre>{@code
 * n.hardware(h -> h.cpu("AMD EPYC 9354P", 1).memory(gib(384)).rack("r1"));
 * n.hardware(h -> h.powerSupplies(17)); // refused: are not in one machine
 * }</pre>
 *
 * @since 0.1
 */
public final class HardwareSpec extends Scope {

  // More than any server has; without a bound a slip of the pen fills the memory.
  private static final int MOST_POWER_SUPPLIES = 16;

  private final String node;
  private final Hardware.Builder hardware;

  HardwareSpec(Definition definition, PlanPath at, String node, Hardware.Builder hardware) {
    super(definition, at);
    this.node = node;
    this.hardware = hardware;
  }

  /** Sets the processors by model, as the maker writes it, and their number. */
  public HardwareSpec cpu(String model, int sockets) {
    return cpu(model, sockets, b -> {});
  }

  /** Sets the processors with what else is known of them. */
  public HardwareSpec cpu(String model, int sockets, Consumer<? super CpuSpec> block) {
    CpuSpec spec = new CpuSpec(definition, at.child("cpu"), model, sockets);
    declare(spec, block, spec.cpu::build).ifPresent(hardware::cpu);
    return this;
  }

  /** Sets the installed memory. */
  public HardwareSpec memory(DataSize memory) {
    set("memory", memory, hardware::memory);
    return this;
  }

  /**
   * Adds power supplies of which nothing more is known.
   *
   * @param count 0 to 16
   * @return this scope
   */
  public HardwareSpec powerSupplies(int count) {
    set("powerSupplies", count, it -> hardware.addAllPowerSupplies(supplies(it)));
    return this;
  }

  static List<PowerSupply> supplies(int count) {
    if (count < 0 || count > MOST_POWER_SUPPLIES) {
      throw new InvalidValueException(
          count + " power supplies are not in one machine",
          "Use a number from 0 to " + MOST_POWER_SUPPLIES + ".");
    }
    PowerSupply each = PowerSupply.builder().declaredAt(CallSite.here()).build();
    return Collections.nCopies(count, each);
  }

  /** Adds one power supply on each of these circuits. */
  public HardwareSpec powerSupplies(CircuitRef... circuits) {
    setEach(
        "powerSupplies",
        circuits,
        circuit -> hardware.addPowerSupply(PowerSupply.builder()
            .circuit(circuit.name())
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /**
   * Adds a disk that is free for pools and OSDs.
   *
   * @param device device, best by stable name
   */
  public HardwareSpec disk(String device, DataSize size, DiskKind kind) {
    return disk(device, size, kind, b -> {});
  }

  /**
   * Adds a disk that is free for pools and OSDs, with what else is known of it.
   *
   * @param device device, best by stable name
   */
  public HardwareSpec disk(
      String device, DataSize size, DiskKind kind, Consumer<? super DiskSpec> block) {
    DiskSpec spec = new DiskSpec(definition, at.child(Objects.requireNonNull(device, "device")));
    declare(
            spec,
            block,
            () -> spec.disk.device(device).size(size).diskKind(kind).build(),
            size)
        .ifPresent(hardware::addDisk);
    return this;
  }

  /**
   * Declares the disks that Proxmox VE is installed on.
   *
   * <pre>{@code
   * n.hardware(h -> h.systemDisks(SystemFilesystem.ZFS, d -> d.raid(SystemRaid.RAID1)
   *     .disk("/dev/sda", gb(480), DiskKind.SSD)
   *     .disk("/dev/sdb", gb(480), DiskKind.SSD)));
   * n.hardware(h -> h.systemDisks(SystemFilesystem.ZFS, d -> {})); // refused: has no layout
   * }</pre>
   *
   * @param filesystem file system of the root directory
   * @param block disks, or filters that find them, and the layout
   * @return this scope
   */
  public HardwareSpec systemDisks(
      SystemFilesystem filesystem, Consumer<? super SystemDisksSpec> block) {
    SystemDisksSpec spec = new SystemDisksSpec(definition, at.child("system-disks"), filesystem);
    declare(spec, block, spec.system::build).ifPresent(hardware::systemDisks);
    return this;
  }

  /** Says that the memory corrects errors (ECC). */
  public HardwareSpec eccMemory() {
    set("eccMemory", true, hardware::eccMemory);
    return this;
  }

  /** Sets the management controller and its own address. */
  public HardwareSpec bmc(BmcKind kind, NetworkAddress address) {
    requireOpen();
    definition
        .resolve(at.child("bmc"), address)
        .ifPresentOrElse(
            resolved -> hardware.bmc(Bmc.builder()
                .controller(kind)
                .address(resolved)
                .declaredAt(CallSite.here())
                .build()),
            () -> refuseName(node, "management controller"));
    return this;
  }

  /** Sets the rack the node stands in. */
  public HardwareSpec rack(String rack) {
    set("rack", rack, it -> hardware.rack(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the rack the node stands in. */
  public HardwareSpec rack(RackRef rack) {
    set("rack", rack, it -> hardware.rack(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /**
   * Scope of the processors of a node.
   *
   * <pre>{@code
   * n.hardware(h -> h.cpu("EPYC 9354P", 1, b -> b.vendor(CpuVendor.AMD).threads(64)));
   * n.hardware(h -> h.cpu("EPYC 9354P", 1, b -> b.threads(0))); // refused: is outside 1 to 8192
   * }</pre>
   *
   * @since 0.1
   */
  public static final class CpuSpec extends Scope {

    final Cpu.Builder cpu = Cpu.builder();

    CpuSpec(Definition definition, PlanPath at, String model, int sockets) {
      super(definition, at);
      cpu.model(Objects.requireNonNull(model, "model")).sockets(sockets).declaredAt(line);
    }

    /** Sets the number of logical CPUs of the whole node, as {@code nproc} shows it. */
    public CpuSpec threads(int threads) {
      set("threads", threads, cpu::threads);
      return this;
    }

    /** Sets the maker; not needed for a model that begins with its name. */
    public CpuSpec vendor(CpuVendor vendor) {
      set("vendor", vendor, cpu::vendor);
      return this;
    }

    /** Says that VT-x or AMD-V is missing or switched off in the firmware. */
    public CpuSpec withoutVirtualization() {
      set("virtualization", false, cpu::virtualization);
      return this;
    }

    /** Says that VT-d or AMD-Vi is missing or switched off, so that no device can be passed through. */
    public CpuSpec withoutIommu() {
      set("iommu", false, cpu::iommu);
      return this;
    }

    /** Sets the instruction set level. */
    public CpuSpec level(CpuLevel level) {
      set("level", level, cpu::level);
      return this;
    }
  }

  /**
   * Scope of a disk of a node.
   *
   * <pre>{@code
   * n.hardware(h -> h.disk("/dev/sda", tb(2), DiskKind.SSD, d -> d.powerLossProtection(true)));
   * }</pre>
   *
   * @since 0.1
   */
  public static final class DiskSpec extends Scope {

    final Disk.Builder disk = Disk.builder();

    DiskSpec(Definition definition, PlanPath at) {
      super(definition, at);
      disk.declaredAt(line);
    }

    /** Sets what its controller makes of it. */
    public DiskSpec controller(DiskController controller) {
      set("controller", controller, disk::controller);
      return this;
    }

    /** Sets the size of a physical sector: 512 bytes or 4 KiB for most. */
    public DiskSpec sectorSize(DataSize size) {
      set("sectorSize", size, disk::sectorSize);
      return this;
    }

    /** Sets whether what it has confirmed is safe when the power fails. */
    public DiskSpec powerLossProtection(boolean there) {
      set("powerLossProtection", there, disk::powerLossProtection);
      return this;
    }
  }
}

package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.unit.DataSize;
import java.util.function.Consumer;

/**
 * Scope of the hardware of a node.
 *
 * @since 0.1
 */
public final class HardwareSpec extends Scope {

  private final Hardware.Builder hardware;

  HardwareSpec(Definition definition, PlanPath node, Hardware.Builder hardware) {
    super(definition, node);
    this.hardware = hardware;
  }

  /** Sets the processors by model, as the maker writes it, and their number. */
  public HardwareSpec cpu(String model, int sockets) {
    return cpu(model, sockets, b -> {});
  }

  /** Sets the processors with what else is known of them. */
  public HardwareSpec cpu(String model, int sockets, Consumer<? super CpuSpec> block) {
    CpuSpec spec = new CpuSpec(definition, at);
    declare(spec, block, () -> spec.cpu.model(model).sockets(sockets).build())
        .ifPresent(hardware::cpu);
    return this;
  }

  /** Sets the installed memory. */
  public HardwareSpec memory(DataSize memory) {
    set(() -> hardware.memory(memory));
    return this;
  }

  /** Adds power supplies of which nothing more is known. */
  public HardwareSpec powerSupplies(int count) {
    requireOpen();
    for (int i = 0; i < count; i++) {
      hardware.addPowerSupply(PowerSupply.builder().declaredAt(CallSite.here()).build());
    }
    return this;
  }

  /** Adds one power supply on each of these circuits. */
  public HardwareSpec powerSupplies(CircuitRef... circuits) {
    requireOpen();
    for (CircuitRef circuit : circuits) {
      make(
              at,
              () -> PowerSupply.builder()
                  .circuit(circuit.name())
                  .declaredAt(CallSite.here())
                  .build(),
              circuit)
          .ifPresent(hardware::addPowerSupply);
    }
    return this;
  }

  /**
   * Adds a disk that is free for pools and OSDs.
   *
   * @param device device, best by stable name
   */
  public HardwareSpec disk(String device, DataSize size, DiskKind kind) {
    make(
            at.child(device),
            () -> Disk.builder()
                .device(device)
                .size(size)
                .diskKind(kind)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(hardware::addDisk);
    return this;
  }

  /** Sets the management controller and its own address. */
  public HardwareSpec bmc(BmcKind kind, NetworkAddress address) {
    requireOpen();
    definition
        .resolve(at.child("bmc"), address)
        .ifPresent(resolved -> hardware.bmc(Bmc.builder()
            .controller(kind)
            .address(resolved)
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /** Sets the rack the node stands in. */
  public HardwareSpec rack(String rack) {
    set(() -> hardware.rack(NameFormat.LABEL.require(rack)));
    return this;
  }

  /**
   * Scope of the processors of a node.
   *
   * @since 0.1
   */
  public static final class CpuSpec extends Scope {

    final Cpu.Builder cpu = Cpu.builder();

    CpuSpec(Definition definition, PlanPath node) {
      super(definition, node);
      cpu.declaredAt(line);
    }

    /** Sets the number of logical CPUs of the whole node, as {@code nproc} shows it. */
    public CpuSpec threads(int threads) {
      set(() -> cpu.threads(threads));
      return this;
    }

    /** Sets the maker; not needed for a model that begins with its name. */
    public CpuSpec vendor(CpuVendor vendor) {
      set(() -> cpu.vendor(vendor));
      return this;
    }

    /** Sets the instruction set level. */
    public CpuSpec level(CpuLevel level) {
      set(() -> cpu.level(level));
      return this;
    }
  }
}

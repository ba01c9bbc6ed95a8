package io.pveplan.model.guest;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import java.util.Optional;

/**
 * A CPU type that virtual machines may have, and what it asks of the processor of a node.
 *
 * <pre>{@code
 * CpuType.named("EPYC-Milan").orElseThrow().vendor(); // AMD
 * CpuType.named("Pentium 5");                         // empty: Proxmox VE has no such type
 * }</pre>
 *
 * @param name spelling of the configuration file
 * @param vendor maker of the processors it stands for; empty for types that all makers can run
 * @param generation the processors it stands for; empty for generic types, and for those that are
 *     older or newer than any node a cluster is planned with
 * @param level instruction set level that it asks for; empty when it asks for none, for all that the
 *     node has, or for the flags of processors that are older or newer than any level here tells
 * @param wide whether it has 64 bits
 * @since 0.1
 */
public record CpuType(
    String name,
    Optional<CpuVendor> vendor,
    Optional<CpuGeneration> generation,
    Optional<CpuLevel> level,
    boolean wide) {

  /** The type that passes on all that the processor of the node has. */
  public static final String HOST = "host";

  /**
   * {@return the type of a name; empty if Proxmox VE has none of that name, custom ones included,
   * for they are what an administrator makes them}
   *
   * @param name spelling of the configuration file
   */
  public static Optional<CpuType> named(String name) {
    return CpuTypes.named(name);
  }

  /** Whether a name stands for a custom type, which is defined on the cluster. */
  public static boolean isCustom(String name) {
    return name.startsWith("custom-");
  }

  /**
   * Whether a release has it; Proxmox VE 8.4 does not get the QEMU that newer types came with
   * (qemu-server, commit 0538c83c; pve-qemu, debian/cpu-models-x86_64.json).
   */
  public boolean isIn(ProductVersion release) {
    return release != ProductVersion.PVE_8_4 || !CpuTypes.isOfRelease9(name);
  }

  /** Whether it asks the processor for anything that not all of 64 bits have. */
  public boolean asks() {
    return vendor.isPresent() || level.filter(it -> it != CpuLevel.V1).isPresent();
  }

  /**
   * {@return whether a processor has what the type asks for; empty if the plan does not tell enough
   * of the processor}
   *
   * @param cpu the processors of a node, maker and level filled in
   */
  public Optional<Boolean> runsOn(Cpu cpu) {
    if (!asks()) {
      return Optional.of(true);
    }
    if (vendor.isPresent() && cpu.vendor().isPresent() && !vendor.equals(cpu.vendor())) {
      return Optional.of(false);
    }
    Optional<CpuGeneration> there = CpuGeneration.ofModel(cpu.model());
    if (there.filter(it -> CpuTypes.lacks(it, name)).isPresent()) {
      return Optional.of(false);
    }
    return generation.isPresent() ? runsGeneration(there, cpu) : runsLevel(cpu);
  }

  private Optional<Boolean> runsGeneration(Optional<CpuGeneration> there, Cpu cpu) {
    // A level that is high enough does not tell whether the other flags are there.
    return there.isPresent()
        ? there.map(it -> it.runs(generation.orElseThrow()))
        : runsLevel(cpu).filter(runs -> !runs);
  }

  private Optional<Boolean> runsLevel(Cpu cpu) {
    if (level.isEmpty()) {
      return cpu.vendor().filter(it -> CpuTypes.isKept(name)).map(it -> true);
    }
    return cpu.level().map(it -> it.compareTo(level.get()) >= 0);
  }
}

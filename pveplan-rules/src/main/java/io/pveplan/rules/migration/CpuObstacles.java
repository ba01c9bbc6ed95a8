package io.pveplan.rules.migration;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the processors of nodes lack for a virtual machine (pve-docs, qm.adoc, CPU Type; qemu-server,
 * src/PVE/QemuServer.pm, config_to_command).
 */
final class CpuObstacles implements Obstacles {

  /** Names of nodes without something, and the facts that are missing to tell. */
  private record Lack(List<String> nodes, List<OpenFact> open) {}

  /** Flags that a machine on a node asks for beside those of its type. */
  private record Asked(String from, List<String> flags) {}

  private static final String AES = "+aes";

  private final List<String> names;
  private final ProductVersion release;
  private final Map<String, Cpu> cpus = new HashMap<>();
  private final Map<CpuType, Lack> types = new ConcurrentHashMap<>();
  // By the node that a machine comes from.
  private final Map<String, Lack> vendors = new ConcurrentHashMap<>();
  private final Map<String, Lack> flags = new ConcurrentHashMap<>();
  private final Map<Asked, List<OpenFact>> asked = new ConcurrentHashMap<>();
  private final Lack aes;
  private final List<String> withoutVirtualization;

  CpuObstacles(ResolvedPlan plan) {
    this.names = plan.nodes().stream().map(Node::name).toList();
    this.release = plan.release();
    for (Node node : plan.nodes()) {
      node.hardware().flatMap(Hardware::cpu).ifPresent(cpu -> cpus.put(node.name(), cpu));
    }
    this.aes = withoutAes();
    this.withoutVirtualization = names.stream()
        .filter(node -> cpu(node).flatMap(Cpu::virtualization).filter(it -> !it).isPresent())
        .toList();
  }

  @Override
  public void addTo(RowDraft row) {
    if (row.guest() instanceof Vm vm && !vm.template()) {
      row.block(
          BlockerKind.CPU_TYPE,
          "",
          "hardware virtualization",
          "the CPU there has no hardware virtualization, or it is switched off",
          withoutVirtualization);
      addCount(row, vm);
      String name = vm.cpuType().orElseThrow();
      Optional<CpuType> type = CpuType.named(name).filter(it -> it.isIn(release));
      if (type.isPresent()) {
        addType(row, vm, type.get());
      } else {
        addUnknown(row, name);
      }
      if (!vm.cpuFlags().isEmpty() && !name.equals(CpuType.HOST)) {
        addAsked(row, vm);
      }
      addVendor(row, vm);
    }
  }

  private void addCount(RowDraft row, Vm vm) {
    int vcpus = vm.sockets().orElse(1) * vm.cores().orElse(1);
    List<String> small = new ArrayList<>();
    for (String node : names) {
      OptionalInt threads = cpu(node).map(Cpu::threads).orElse(OptionalInt.empty());
      if (threads.isPresent() && threads.getAsInt() < vcpus) {
        small.add(node);
      } else if (threads.isEmpty() && vcpus > 1) {
        row.open(BlockerKind.CPU_COUNT, "CPU threads of " + node, List.of(node));
      }
    }
    row.block(
        BlockerKind.CPU_COUNT,
        "",
        Integer.toString(vcpus),
        "it has " + vcpus + " CPUs, more than there are",
        small);
  }

  private void addType(RowDraft row, Vm vm, CpuType type) {
    if (type.asks()) {
      Lack lack = types.computeIfAbsent(type, this::lack);
      row.block(
          BlockerKind.CPU_TYPE,
          "",
          type.name(),
          "the CPU there lacks what type " + type.name() + " asks for",
          lack.nodes());
      lack.open().forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
    } else if (type.passesOn()) {
      addFlags(row, vm, type);
    }
  }

  private void addUnknown(RowDraft row, String name) {
    if (CpuType.isCustom(name)) {
      row.open(BlockerKind.CPU_TYPE, "definition of CPU type " + name, names);
    } else {
      row.block(
          BlockerKind.CPU_TYPE,
          "",
          name,
          "Proxmox VE " + release + " has no CPU type " + name,
          names);
    }
  }

  private Lack lack(CpuType type) {
    List<String> lacking = new ArrayList<>();
    List<OpenFact> open = new ArrayList<>();
    for (String node : names) {
      Optional<Cpu> cpu = cpu(node);
      Optional<Boolean> runs = cpu.flatMap(type::runsOn);
      if (runs.isEmpty()) {
        String fact = cpu.map(type::missing).orElseGet(type::missing);
        open.add(open(BlockerKind.CPU_TYPE, fact + " of " + node, node));
      } else if (!runs.get()) {
        lacking.add(node);
      }
    }
    return new Lack(lacking, open);
  }

  // The machine does not start without a flag that it asks for, unless its type is host
  // (qemu-server, PVE/QemuServer/CPUConfig.pm, enforce).
  private void addAsked(RowDraft row, Vm vm) {
    List<String> others = new ArrayList<>();
    for (String flag : vm.cpuFlags()) {
      if (flag.equals(AES)) {
        addAes(row);
      } else if (flag.startsWith("+")) {
        others.add(flag.substring(1));
      }
    }
    if (!others.isEmpty()) {
      asked
          .computeIfAbsent(new Asked(vm.node().orElse(""), others), this::notTold)
          .forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
    }
  }

  // No level has the flags that microcode or firmware may lack; equal models are taken as equal.
  private List<OpenFact> notTold(Asked one) {
    String flags = (one.flags().size() == 1 ? "CPU flag " : "CPU flags ")
        + String.join(", ", one.flags())
        + " of ";
    return names.stream()
        .filter(node -> !sameModel(one.from(), node))
        .map(node -> open(BlockerKind.CPU_TYPE, flags + node, node))
        .toList();
  }

  private boolean sameModel(String from, String to) {
    Optional<String> model = cpu(from).map(Cpu::model);
    return model.isPresent() && model.equals(cpu(to).map(Cpu::model));
  }

  private void addAes(RowDraft row) {
    row.block(BlockerKind.CPU_TYPE, "", AES, "the CPU there lacks AES", aes.nodes());
    aes.open().forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
  }

  private Lack withoutAes() {
    List<String> lacking = new ArrayList<>();
    List<OpenFact> open = new ArrayList<>();
    for (String node : names) {
      Optional<CpuLevel> level = cpu(node).flatMap(Cpu::level);
      if (level.isEmpty()) {
        open.add(open(BlockerKind.CPU_TYPE, "CPU level of " + node, node));
      } else if (level.get().compareTo(CpuLevel.V2_AES) < 0) {
        lacking.add(node);
      }
    }
    return new Lack(lacking, open);
  }

  private void addFlags(RowDraft row, Vm vm, CpuType type) {
    if (vm.node().isEmpty()) {
      row.open(BlockerKind.CPU_FLAGS, "node of guest " + vm.vmid(), names);
      return;
    }
    Lack lack = flags.computeIfAbsent(vm.node().get(), this::fewerFlags);
    row.blockLive(
        BlockerKind.CPU_FLAGS,
        "",
        type.name(),
        "the CPU there lacks what type " + type.name() + " passes on here",
        lack.nodes());
    lack.open().forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
  }

  // Of two models a plan tells only the levels. A lower one settles it; an equal or higher one may
  // lack a flag all the same.
  private Lack fewerFlags(String from) {
    Optional<Cpu> source = cpu(from);
    Optional<CpuLevel> used = source.flatMap(Cpu::level);
    List<String> lacking = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<OpenFact> open = new ArrayList<>();
    for (String to : names) {
      Optional<Cpu> target = cpu(to);
      if (sameModel(from, to) || to.equals(from)) {
        continue;
      }
      others.add(to);
      Optional<CpuLevel> offered = target.flatMap(Cpu::level);
      if (offered.isEmpty()) {
        open.add(open(BlockerKind.CPU_FLAGS, "CPU level of " + to, to));
      } else if (used.isPresent()) {
        if (used.get().compareTo(offered.get()) > 0) {
          lacking.add(to);
        } else {
          open.add(open(BlockerKind.CPU_FLAGS, "CPU flags of " + from + " and " + to, to));
        }
      }
    }
    if (used.isEmpty() && !others.isEmpty()) {
      open.add(0, new OpenFact(BlockerKind.CPU_FLAGS, "CPU level of " + from, others));
    }
    return new Lack(lacking, open);
  }

  private void addVendor(RowDraft row, Vm vm) {
    if (vm.node().isEmpty()) {
      row.open(BlockerKind.CPU_VENDOR, "node of guest " + vm.vmid(), names);
    }
    Lack lack = vendors.computeIfAbsent(vm.node().orElse(""), this::otherVendor);
    row.blockLive(
        BlockerKind.CPU_VENDOR,
        "",
        cpu(vm.node().orElse("")).flatMap(Cpu::vendor).map(Enum::toString).orElse(""),
        "the CPU there is of another vendor",
        lack.nodes());
    lack.open().forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
  }

  private Lack otherVendor(String from) {
    Optional<CpuVendor> source = cpu(from).flatMap(Cpu::vendor);
    List<String> other = new ArrayList<>();
    List<OpenFact> open = new ArrayList<>();
    if (source.isEmpty() && !from.isEmpty()) {
      open.add(new OpenFact(BlockerKind.CPU_VENDOR, "CPU vendor of " + from, names));
    }
    for (String to : names) {
      Optional<CpuVendor> target = cpu(to).flatMap(Cpu::vendor);
      if (target.isEmpty()) {
        open.add(open(BlockerKind.CPU_VENDOR, "CPU vendor of " + to, to));
      } else if (source.isPresent() && !source.equals(target)) {
        other.add(to);
      }
    }
    return new Lack(other, open);
  }

  private static OpenFact open(BlockerKind kind, String fact, String node) {
    return new OpenFact(kind, fact, List.of(node));
  }

  private Optional<Cpu> cpu(String node) {
    return Optional.ofNullable(cpus.get(node));
  }
}

package io.pveplan.rules.migration;

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

  private static final String AES = "+aes";

  private final List<Node> nodes;
  private final List<String> names;
  private final Map<String, Cpu> cpus = new HashMap<>();
  private final Map<CpuType, Lack> types = new ConcurrentHashMap<>();
  // By the node that a machine comes from.
  private final Map<String, Lack> vendors = new ConcurrentHashMap<>();
  private final Map<String, Lack> flags = new ConcurrentHashMap<>();

  CpuObstacles(ResolvedPlan plan) {
    this.nodes = plan.nodes();
    this.names = nodes.stream().map(Node::name).toList();
    for (Node node : nodes) {
      node.hardware().flatMap(Hardware::cpu).ifPresent(cpu -> cpus.put(node.name(), cpu));
    }
  }

  @Override
  public void addTo(RowDraft row) {
    if (row.guest() instanceof Vm vm && !vm.template()) {
      addCount(row, vm);
      vm.cpuType()
          .flatMap(CpuType::named)
          .filter(CpuType::asks)
          .ifPresent(type -> addType(row, type));
      if (vm.cpuFlags().contains(AES)) {
        addAes(row);
      }
      if (vm.cpuType().equals(Optional.of(CpuType.HOST))) {
        addFlags(row, vm);
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

  private void addType(RowDraft row, CpuType type) {
    Lack lack = types.computeIfAbsent(type, this::lack);
    row.block(
        BlockerKind.CPU_TYPE,
        "",
        type.name(),
        "the CPU there lacks what type " + type.name() + " asks for",
        lack.nodes());
    lack.open().forEach(fact -> row.open(fact.kind(), fact.fact(), fact.nodes()));
  }

  private Lack lack(CpuType type) {
    List<String> lacking = new ArrayList<>();
    List<OpenFact> open = new ArrayList<>();
    String fact = type.vendor().isPresent() ? "CPU model of " : "CPU level of ";
    for (String node : names) {
      Optional<Boolean> runs = cpu(node).flatMap(type::runsOn);
      if (runs.isEmpty()) {
        open.add(new OpenFact(BlockerKind.CPU_TYPE, fact + node, List.of(node)));
      } else if (!runs.get()) {
        lacking.add(node);
      }
    }
    return new Lack(lacking, open);
  }

  private void addAes(RowDraft row) {
    row.block(
        BlockerKind.CPU_TYPE,
        "",
        AES,
        "the CPU there lacks AES",
        names.stream()
            .filter(node -> cpu(node)
                .flatMap(Cpu::level)
                .filter(level -> level.compareTo(CpuLevel.V2_AES) < 0)
                .isPresent())
            .toList());
  }

  private void addFlags(RowDraft row, Vm vm) {
    if (vm.node().isEmpty()) {
      row.open(BlockerKind.CPU_FLAGS, "node of guest " + vm.vmid(), names);
      return;
    }
    Lack lack = flags.computeIfAbsent(vm.node().get(), this::fewerFlags);
    row.blockLive(
        BlockerKind.CPU_FLAGS,
        "",
        CpuType.HOST,
        "the CPU there lacks what type host passes on here",
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
      boolean same = source.isPresent() && source.map(Cpu::model).equals(target.map(Cpu::model));
      if (same || to.equals(from)) {
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

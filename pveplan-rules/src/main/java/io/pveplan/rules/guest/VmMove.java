package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A planned move of a virtual machine. */
record VmMove(Migration move, Vm vm) {

  /** Moves of machines that run at that time; a template never does. */
  static List<VmMove> running(ResolvedPlan plan) {
    return plan.plan().migrations().stream()
        .filter(Migration::running)
        .flatMap(move -> of(plan, move))
        .filter(it -> !it.vm.template())
        .toList();
  }

  /** Moves of machines that go on running meanwhile. */
  static List<VmMove> live(ResolvedPlan plan) {
    return running(plan).stream().filter(it -> it.move.online()).toList();
  }

  private static Stream<VmMove> of(ResolvedPlan plan, Migration move) {
    return plan.guest(move.guest()).stream()
        .filter(Vm.class::isInstance)
        .map(guest -> new VmMove(move, (Vm) guest));
  }

  /** The CPU of the node it leaves, as far as that is known. */
  Optional<Cpu> sourceCpu(ResolvedPlan plan) {
    return vm.node().flatMap(plan::node).flatMap(VmMove::cpu);
  }

  /** The CPU of the node it moves to, as far as that is known. */
  Optional<Cpu> targetCpu(ResolvedPlan plan) {
    return plan.node(move.target()).flatMap(VmMove::cpu);
  }

  private static Optional<Cpu> cpu(Node node) {
    return node.hardware().flatMap(Hardware::cpu);
  }
}

package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a node without VT-x or AMD-V on which a virtual machine may run. A CPU that does not say
 * otherwise has it, as all that Proxmox VE runs on do.
 */
@RuleInfo(
    id = "NODE-006",
    severity = Severity.ERROR,
    summary = "Virtual machines may run on a node without hardware virtualization",
    why = "Proxmox VE refuses to start them: KVM is configured, and not available.",
    remedy = "Switch VT-x or AMD-V on in the firmware, or replace the CPU.",
    sources =
        "qemu-server: src/PVE/QemuServer.pm (KVM virtualisation configured, but not available)",
    since = "0.1")
final class NoVirtualization implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Node> without = new HashMap<>();
    for (Node node : plan.nodes()) {
      if (node.hardware()
          .flatMap(Hardware::cpu)
          .flatMap(Cpu::virtualization)
          .equals(Optional.of(false))) {
        without.put(node.name(), node);
      }
    }
    List<Vm> machines = plan.vms().stream().filter(vm -> !vm.template()).toList();
    if (machines.isEmpty()) {
      return;
    }
    plan.nodes().forEach(node -> findings.looksAt(node.path()));
    // Each node is reported once, with the first of its machines.
    for (Vm vm : machines) {
      if (without.isEmpty()) {
        return;
      }
      for (String name : plan.placement().eligibleNodes(vm)) {
        Optional.ofNullable(without.remove(name)).ifPresent(node -> report(node, vm, findings));
      }
    }
  }

  private static void report(Node node, Vm vm, Findings findings) {
    findings
        .on(node.path())
        .says(
            "node %s has no hardware virtualization, and guest %s (%s) may run there",
            node.name(), vm.vmid(), vm.name())
        .because("guest", vm.vmid().value())
        .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
  }
}

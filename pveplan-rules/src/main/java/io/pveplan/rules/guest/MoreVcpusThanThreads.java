package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reports a virtual machine with more virtual CPUs than a node it may run on has logical ones.
 *
 * <p>Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-006",
    severity = Severity.ERROR,
    summary = "A VM has more virtual CPUs than a node it may run on has logical CPUs",
    why = """
        Proxmox VE does not start a VM whose sockets times cores are more than the logical CPUs \
        of the node; limits of CPU time do not matter for that.""",
    remedy =
        "Give the VM fewer cores, or keep it off the small nodes by a strict node affinity rule.",
    sources = "qemu-server: PVE/QemuServer.pm, config_to_command",
    since = "0.1")
final class MoreVcpusThanThreads implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, OptionalInt> threads = new HashMap<>();
    plan.nodes().forEach(node -> threads.put(node.name(), threads(node)));
    int least = threads.values().stream().mapToInt(it -> it.orElse(1)).min().orElse(1);
    for (Vm vm : plan.vms()) {
      if (!vm.template()) {
        findings.looksAt(vm.path());
        int vcpus = vm.sockets().orElse(1) * vm.cores().orElse(1);
        // Every node has one, and most have enough for all.
        if (vcpus > least) {
          check(vm, vcpus, threads, plan.placement().eligibleNodes(vm), findings);
        }
      }
    }
  }

  private static void check(
      Vm vm, int vcpus, Map<String, OptionalInt> threads, List<String> nodes, Findings findings) {
    List<String> small = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String node : nodes) {
      OptionalInt there = threads.get(node);
      if (there.isEmpty()) {
        unknown.add(node);
      } else if (there.getAsInt() < vcpus) {
        small.add(node + " has " + there.getAsInt());
      }
    }
    if (!small.isEmpty()) {
      findings
          .on(vm.path())
          .says("%s has %s virtual CPUs, %s", vm.name(), vcpus, String.join(", ", small))
          .because("vcpus", vcpus)
          .because("logicalCpus", small)
          .declaredAt(vm.declaredAt());
    } else {
      unknown.forEach(node -> findings.undecided(vm.path(), "CPU threads of " + node));
    }
  }

  private static OptionalInt threads(Node node) {
    return node.hardware().flatMap(Hardware::cpu).map(Cpu::threads).orElseGet(OptionalInt::empty);
  }
}

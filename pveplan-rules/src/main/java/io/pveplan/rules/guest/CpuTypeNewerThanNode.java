package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports a virtual machine with a CPU type that a node it may run on does not have.
 *
 * <p>A level is compared with the level of the node, a named type with the generation that the
 * model of the node tells, and where that is not known with maker and level. Types host and max
 * take what is there. What a custom type asks for is not in a plan, nor whether transactional
 * memory (TSX) is on, so that machines of such types are left undecided. Templates are left out:
 * they never run.
 */
@RuleInfo(
    id = "GST-010",
    severity = Severity.ERROR,
    summary = "A VM has a CPU type that a node it may run on does not have",
    why = """
        QEMU asks the processor for each flag of the CPU type. A VM whose type has flags that the \
        processor lacks does not start there, and can not be moved there while it runs.""",
    remedy = """
        Give the VM the CPU type that all nodes it may run on have, or keep it off the older nodes \
        by a strict node affinity rule. Of a type with transactional memory, which most nodes have \
        off, take the form without, for example Haswell-noTSX, or a level.""",
    sources = {
      "pve-docs: qm.adoc, QEMU CPU Types",
      "pve-docs: qm-vcpu-list.adoc",
      "qemu-server: PVE/QemuServer/CPUConfig.pm, get_cpu_options",
      "QEMU: target/i386/cpu.c"
    },
    since = "0.1")
final class CpuTypeNewerThanNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      Optional<CpuType> type = vm.cpuType().flatMap(CpuType::named);
      if (vm.template()) {
        continue;
      }
      if (type.filter(CpuType::asks).isPresent()) {
        findings.looksAt(vm.path());
        check(vm, type.get(), plan, findings);
      } else if (vm.cpuType().filter(CpuType::isCustom).isPresent()) {
        findings.looksAt(vm.path());
        findings.undecided(vm.path(), "definition of CPU type " + vm.cpuType().get());
      }
    }
  }

  private static void check(Vm vm, CpuType type, ResolvedPlan plan, Findings findings) {
    List<String> lacking = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String node : plan.placement().eligibleNodes(vm)) {
      Optional<Cpu> cpu = plan.node(node).flatMap(it -> it.hardware()).flatMap(Hardware::cpu);
      Optional<Boolean> has = cpu.flatMap(type::runsOn);
      if (has.isEmpty()) {
        unknown.add(cpu.map(type::missing).orElseGet(type::missing) + " of " + node);
      } else if (!has.get()) {
        lacking.add(node);
      }
    }
    if (!lacking.isEmpty()) {
      findings
          .on(vm.path())
          .says(
              "%s has CPU type %s, which the CPU of %s lacks",
              vm.name(), type.name(), String.join(", ", lacking))
          .because("cpuType", type.name())
          .because("nodesWithoutIt", lacking)
          .because("baseline", plan.cpuBaseline().cpuType().orElse("not known"))
          .declaredAt(vm.declaredAt());
    } else {
      unknown.forEach(fact -> findings.undecided(vm.path(), fact));
    }
  }
}

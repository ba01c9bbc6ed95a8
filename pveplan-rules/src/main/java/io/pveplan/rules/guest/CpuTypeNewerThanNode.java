package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  /**
   * How nodes meet a type.
   *
   * @param lacking names of those without it
   * @param unknown what the plan does not tell of others, by their names
   */
  private record Fit(Set<String> lacking, Map<String, String> unknown) {

    static Fit of(CpuType type, ResolvedPlan plan) {
      Set<String> lacking = new HashSet<>();
      Map<String, String> unknown = new HashMap<>();
      for (Node node : plan.nodes()) {
        Optional<Cpu> cpu = node.hardware().flatMap(Hardware::cpu);
        Optional<Boolean> has = cpu.flatMap(type::runsOn);
        if (has.isEmpty()) {
          unknown.put(
              node.name(), cpu.map(type::missing).orElseGet(type::missing) + " of " + node.name());
        } else if (!has.get()) {
          lacking.add(node.name());
        }
      }
      return new Fit(lacking, unknown);
    }

    boolean everywhere() {
      return lacking.isEmpty() && unknown.isEmpty();
    }
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    // Many guests share a few types.
    Map<CpuType, Fit> fits = new HashMap<>();
    for (Vm vm : plan.vms()) {
      Optional<CpuType> type = vm.cpuType().flatMap(CpuType::named);
      if (vm.template()) {
        continue;
      }
      if (type.filter(CpuType::asks).isPresent()) {
        findings.looksAt(vm.path());
        Fit fit = fits.computeIfAbsent(type.get(), key -> Fit.of(key, plan));
        if (!fit.everywhere()) {
          check(vm, type.get(), fit, plan, findings);
        }
      } else if (vm.cpuType().filter(CpuType::isCustom).isPresent()) {
        findings.looksAt(vm.path());
        findings.undecided(vm.path(), "definition of CPU type " + vm.cpuType().get());
      }
    }
  }

  private static void check(Vm vm, CpuType type, Fit fit, ResolvedPlan plan, Findings findings) {
    List<String> eligible = plan.placement().eligibleNodes(vm);
    List<String> lacking = eligible.stream().filter(fit.lacking()::contains).toList();
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
      eligible.stream()
          .map(fit.unknown()::get)
          .filter(Objects::nonNull)
          .forEach(fact -> findings.undecided(vm.path(), fact));
    }
  }
}

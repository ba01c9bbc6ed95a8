package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reports a virtual machine with a CPU type that a node it may run on does not have.
 *
 * <p>A level is compared with the level of the node, a named type with the generation that the
 * model of the node tells, and where that is not known with maker and level. Types host and max
 * take what is there. Templates are left out: they never run.
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
        by a strict node affinity rule.""",
    sources = {"pve-docs: qm.adoc, QEMU CPU Types", "pve-docs: qm-vcpu-list.adoc"},
    since = "0.1")
final class CpuTypeNewerThanNode implements Rule {

  /** The nodes that lack a type, and those of which the plan does not tell. */
  private record Fit(Set<String> lacking, Set<String> unknown) {

    static Fit of(CpuType type, ResolvedPlan plan) {
      Set<String> lacking = new HashSet<>();
      Set<String> unknown = new HashSet<>();
      for (Node node : plan.nodes()) {
        Optional<Boolean> has = node.hardware().flatMap(Hardware::cpu).flatMap(type::runsOn);
        if (has.isEmpty()) {
          unknown.add(node.name());
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
      if (!vm.template() && type.filter(CpuType::asks).isPresent()) {
        findings.looksAt(vm.path());
        Fit fit = fits.computeIfAbsent(type.get(), key -> Fit.of(key, plan));
        if (!fit.everywhere()) {
          check(vm, type.get(), fit, plan, findings);
        }
      }
    }
  }

  private static void check(Vm vm, CpuType type, Fit fit, ResolvedPlan plan, Findings findings) {
    List<String> eligible = plan.placement().eligibleNodes(vm);
    List<String> lacking = eligible.stream().filter(fit.lacking()::contains).toList();
    List<String> unknown = eligible.stream().filter(fit.unknown()::contains).toList();
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
      unknown.forEach(node -> findings.undecided(vm.path(), missing(type, node)));
    }
  }

  /** The fact that tells whether a node has a type: a level for the generic ones, else the model. */
  static String missing(CpuType type, String node) {
    return (type.vendor().isPresent() ? "CPU model of " : "CPU level of ") + node;
  }
}

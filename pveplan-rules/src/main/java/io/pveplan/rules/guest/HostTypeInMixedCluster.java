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
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Reports a virtual machine of CPU type host or max that may run on nodes with different CPU
 * models.
 *
 * <p>The nodes are those that HA may put it on, or its own and those it is planned to move to.
 * Different microcode on equal models counts as mixed too, but no plan speaks of microcode.
 * Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-011",
    severity = Severity.WARNING,
    summary = "A VM of CPU type host or max may run on nodes with different CPU models",
    why = """
        The types host and max pass all flags of the node's CPU on to the guest. On a node whose CPU \
        lacks one of them QEMU stops when the VM arrives, and with other microcode the flags \
        differ even between equal models.""",
    remedy = "Use the type of the oldest CPU in the cluster, or a level such as x86-64-v3.",
    sources = {"article Proxmox-Cluster planen, hardware", "pve-docs: qm.adoc, CPU Type"},
    since = "0.1")
final class HostTypeInMixedCluster implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (!vm.template()
          && vm.cpuType().flatMap(CpuType::named).filter(CpuType::passesOn).isPresent()) {
        check(vm, plan, findings);
      }
    }
  }

  private static void check(Vm vm, ResolvedPlan plan, Findings findings) {
    findings.looksAt(vm.path());
    List<String> nodes = plan.placement().eligibleNodes(vm);
    if (nodes.size() < 2) {
      return;
    }
    Map<String, List<String>> byModel = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (String node : nodes) {
      Optional<String> model =
          plan.node(node).flatMap(it -> it.hardware()).flatMap(Hardware::cpu).map(Cpu::model);
      model.ifPresentOrElse(
          it -> byModel.computeIfAbsent(it, key -> new ArrayList<>()).add(node),
          () -> unknown.add(node));
    }
    if (byModel.size() > 1) {
      findings
          .on(vm.path())
          .says(
              "%s has CPU type %s and may run on %d CPU models: %s",
              vm.name(), vm.cpuType().orElseThrow(), byModel.size(), text(byModel))
          .because("nodesByModel", byModel)
          .because("baseline", plan.cpuBaseline().cpuType().orElse("not known"))
          .declaredAt(vm.declaredAt());
    } else {
      unknown.forEach(node -> findings.undecided(vm.path(), "CPU model of " + node));
    }
  }

  private static String text(Map<String, List<String>> byModel) {
    StringJoiner all = new StringJoiner(", ");
    byModel.forEach((model, nodes) -> all.add(model + " (" + String.join(", ", nodes) + ")"));
    return all.toString();
  }
}

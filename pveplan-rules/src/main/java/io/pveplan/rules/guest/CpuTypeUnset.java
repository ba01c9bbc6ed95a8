package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a virtual machine whose plan does not say its CPU type.
 *
 * <p>Clones are not looked at.
 */
@RuleInfo(
    id = "GST-012",
    severity = Severity.INFO,
    summary = "A VM has no CPU type and gets the oldest",
    why = """
        Without a type Proxmox VE takes kvm64, which has none of the instructions that newer \
        distributions are built for; its web interface would choose x86-64-v2-AES.""",
    remedy = "Say the type: the highest level that all nodes have, for example x86-64-v2-AES.",
    sources = "pve-docs: qm.adoc, CPU Type",
    since = "0.1")
final class CpuTypeUnset implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.written().guests()) {
      if (guest instanceof Vm vm && vm.clone().isEmpty()) {
        findings.looksAt(vm.path());
        if (vm.cpuType().isEmpty()) {
          findings
              .on(vm.path())
              .says("%s has no CPU type and gets kvm64", vm.name())
              .because("baseline", plan.cpuBaseline().cpuType().orElse("not known"))
              .declaredAt(vm.declaredAt());
        }
      }
    }
  }
}

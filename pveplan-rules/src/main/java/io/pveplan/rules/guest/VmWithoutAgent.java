package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a virtual machine without the QEMU guest agent.
 *
 * <p>Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-029",
    severity = Severity.INFO,
    summary = "A VM has no guest agent",
    why = """
        Without the agent a backup can not have the file systems of the guest frozen: it is what a \
        power failure would leave. Proxmox VE does not see its addresses either.""",
    remedy = "Install the QEMU guest agent in it, and say agent().",
    sources = {"pve-docs: vzdump.adoc, VM backup modes", "cv4pve-diag: WG0003"},
    since = "0.1")
final class VmWithoutAgent implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (!vm.template()) {
        findings.looksAt(vm.path());
        if (!vm.agent()) {
          findings
              .on(vm.path())
              .says("%s has no guest agent", vm.name())
              .declaredAt(vm.declaredAt());
        }
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a virtual machine with a CPU type that Proxmox VE does not have.
 *
 * <p>Whether a custom type is defined on the cluster is not in a plan, so such a machine is left
 * undecided.
 */
@RuleInfo(
    id = "GST-009",
    severity = Severity.ERROR,
    summary = "A VM has a CPU type that Proxmox VE does not have",
    why = """
        Proxmox VE knows its own levels and the CPU types of QEMU by exact name, and custom ones \
        that begin with custom-. It refuses every other name when the VM is made.""",
    remedy = "Correct the name of the type; x86-64-v2-AES, x86-64-v3 and x86-64-v4 are generic.",
    sources = "qemu-server: PVE/QemuServer/CPUConfig.pm, validate_vm_cpu_conf",
    since = "0.1")
final class CpuTypeUnknown implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      findings.looksAt(vm.path());
      vm.cpuType().ifPresent(type -> check(vm, type, findings));
    }
  }

  private static void check(Vm vm, String type, Findings findings) {
    if (CpuType.isCustom(type)) {
      findings.undecided(vm.path(), "definition of CPU type " + type);
    } else if (CpuType.named(type).isEmpty()) {
      findings
          .on(vm.path())
          .says("%s has CPU type %s, which Proxmox VE does not have", vm.name(), type)
          .because("cpuType", type)
          .declaredAt(vm.declaredAt());
    }
  }
}

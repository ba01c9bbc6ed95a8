package io.pveplan.rules.guest;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a virtual machine with a CPU type that Proxmox VE does not have, or with a type or CPU flag
 * that only a later release has.
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

  // qemu-server, commit 9e319737.
  private static final String SINCE_9 = "nested-virt";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      findings.looksAt(vm.path());
      vm.cpuType().ifPresent(type -> check(vm, type, plan.release(), findings));
    }
  }

  private static void check(Vm vm, String type, ProductVersion release, Findings findings) {
    if (CpuType.isCustom(type)) {
      findings.undecided(vm.path(), "definition of CPU type " + type);
    } else if (CpuType.named(type).isEmpty()) {
      findings
          .on(vm.path())
          .says("%s has CPU type %s, which Proxmox VE does not have", vm.name(), type)
          .because("cpuType", type)
          .declaredAt(vm.declaredAt());
    } else if (!CpuType.named(type).get().isIn(release)) {
      findings
          .on(vm.path())
          .says("%s has CPU type %s, which Proxmox VE %s does not have", vm.name(), type, release)
          .because("cpuType", type)
          .because("release", release)
          .declaredAt(vm.declaredAt());
    } else if (release == ProductVersion.PVE_8_4 && hasNewFlag(vm)) {
      findings
          .on(vm.path())
          .says(
              "%s has CPU flag nested-virt, which Proxmox VE %s does not have", vm.name(), release)
          .because("cpuFlags", vm.cpuFlags())
          .because("release", release)
          .declaredAt(vm.declaredAt());
    }
  }

  private static boolean hasNewFlag(Vm vm) {
    return vm.cpuFlags().stream().anyMatch(flag -> flag.substring(1).equals(SINCE_9));
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a virtual machine with UEFI and a CPU type of 32 bits.
 */
@RuleInfo(
    id = "GST-023",
    severity = Severity.ERROR,
    summary = "A VM with UEFI has a CPU type of 32 bits",
    why = """
        Proxmox VE does not start it: its UEFI firmware is one of 64 bits.""",
    remedy = "Give it a CPU type of 64 bits, or take SeaBIOS.",
    sources = "qemu-server: PVE/QemuServer.pm, config_to_command",
    since = "0.1")
final class UefiOnNarrowCpu implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.bios().filter(Bios.OVMF::equals).isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      String type = vm.cpuType().orElseThrow();
      if (CpuType.isCustom(type)) {
        findings.undecided(vm.path(), "definition of CPU type " + type);
      } else if (CpuType.named(type).filter(it -> !it.wide()).isPresent()) {
        findings
            .on(vm.path())
            .says("%s has UEFI and CPU type %s, which has 32 bits", vm.name(), type)
            .because("cpuType", type)
            .declaredAt(vm.declaredAt());
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a virtual machine with UEFI that has no EFI disk, or one of the old form.
 *
 * <p>A clone has the disk of its template.
 */
@RuleInfo(
    id = "GST-021",
    severity = Severity.WARNING,
    summary = "A VM with UEFI has no EFI disk, or one of type 2m",
    why = """
        Without an EFI disk the firmware forgets its boot entries when the VM stops; one of type \
        2m can not hold what Secure Boot needs.""",
    remedy = "Add an EFI disk of type 4m.",
    sources = "pve-docs: qm.adoc, BIOS and UEFI",
    since = "0.1")
final class UefiWithoutDisk implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.bios().filter(Bios.OVMF::equals).isPresent()) {
        findings.looksAt(vm.path());
        check(vm, Origins.of(vm, plan, Vm::efiDisk).map(EfiDisk::efitype), findings);
      }
    }
  }

  private static void check(Vm vm, Optional<EfiType> type, Findings findings) {
    if (type.filter(EfiType.LARGE::equals).isEmpty()) {
      findings
          .on(vm.path())
          .says(
              "%s has UEFI and %s",
              vm.name(), type.isEmpty() ? "no EFI disk" : "an EFI disk of type " + type.get())
          .because("efitype", type.map(EfiType::text))
          .declaredAt(vm.declaredAt());
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports a virtual machine for Windows 11 or its servers that lacks UEFI, its disk or a TPM 2.0.
 *
 * <p>A clone has the disks of its template.
 */
@RuleInfo(
    id = "GST-020",
    severity = Severity.WARNING,
    summary = "A VM for Windows 11 lacks UEFI, an EFI disk or a TPM 2.0",
    why = """
        The installer of Windows 11 refuses a machine without UEFI and a TPM 2.0, and without an \
        EFI disk the firmware forgets what it boots.""",
    remedy = "Set bios to OVMF and add an EFI disk and a TPM state of version 2.0.",
    sources = {"pve-docs: qm.adoc, BIOS and UEFI", "pve-docs: qm.adoc, Trusted Platform Module"},
    since = "0.1")
final class WindowsWithoutTpm implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.ostype().filter(OsType.WIN11::equals).isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      List<String> lacking = lacking(vm, plan);
      if (!lacking.isEmpty()) {
        findings
            .on(vm.path())
            .says("%s is for Windows 11 and has no %s", vm.name(), String.join(", no ", lacking))
            .because("lacking", lacking)
            .declaredAt(vm.declaredAt());
      }
    }
  }

  private static List<String> lacking(Vm vm, ResolvedPlan plan) {
    List<String> lacking = new ArrayList<>();
    if (vm.bios().filter(Bios.OVMF::equals).isEmpty()) {
      lacking.add("UEFI");
    }
    if (Origins.of(vm, plan, Vm::efiDisk).isEmpty()) {
      lacking.add("EFI disk");
    }
    if (Origins.of(vm, plan, Vm::tpmState)
        .map(TpmState::version)
        .filter(TpmVersion.V2_0::equals)
        .isEmpty()) {
      lacking.add("TPM 2.0");
    }
    return lacking;
  }
}

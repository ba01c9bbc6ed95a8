package io.pveplan.rules.guest;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports a virtual machine whose machine type has a version that Proxmox VE 9 drops while it lives.
 *
 * <p>Machine types without a version are the newest that the node has.
 */
@RuleInfo(
    id = "GST-032",
    severity = Severity.WARNING,
    summary = "A VM has a machine type of a version that Proxmox VE 9 drops",
    why = """
        Proxmox VE 9 may get QEMU up to 11.2, which removes versions before 6.0: the VM does not \
        start any more after such an update.""",
    remedy =
        "Leave the version out, or name 6.0 or later; a Windows guest may have to find its devices anew.",
    sources = "pve-manager: PVE/CLI/pve8to9.pm, check_qemu_machine_versions",
    since = "0.1")
final class MachineTypeTooOld implements Rule {

  private static final Pattern VERSION = Pattern.compile(".*-([0-9]+)\\..*");
  private static final int OLDEST = 6;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() != ProductVersion.PVE_9) {
      return;
    }
    for (Vm vm : plan.vms()) {
      vm.machine().ifPresent(type -> {
        findings.looksAt(vm.path());
        Matcher version = VERSION.matcher(type);
        if (version.matches() && Integer.parseInt(version.group(1)) < OLDEST) {
          findings
              .on(vm.path())
              .says("%s has machine type %s, older than 6.0", vm.name(), type)
              .because("machine", type)
              .declaredAt(vm.declaredAt());
        }
      });
    }
  }
}

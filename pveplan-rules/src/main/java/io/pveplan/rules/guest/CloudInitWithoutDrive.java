package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a guest with cloud-init settings and no storage for the drive that brings them to it. */
@RuleInfo(
    id = "CI-001",
    severity = Severity.WARNING,
    summary = "Cloud-init settings without a cloud-init drive",
    why = """
        Settings and documents reach the guest on a drive of their own. Without one Proxmox VE \
        takes the settings, and the guest never sees them.""",
    remedy = "Name the storage of the cloud-init drive, or give the guest a disk to put it beside.",
    sources = "pve-docs: qm-cloud-init.adoc, Preparing Cloud-Init Templates",
    since = "0.1")
final class CloudInitWithoutDrive implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.cloudInit().isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      if (plan.placement().lacksCloudInitStorage(vm)) {
        findings
            .on(vm.path())
            .says(
                "%s has cloud-init settings, and the plan names neither a storage for the drive nor"
                    + " a disk",
                vm.name())
            .declaredAt(vm.cloudInit().get().declaredAt().or(vm::declaredAt));
      }
    }
  }
}

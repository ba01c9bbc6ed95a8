package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a machine made of the image of a cloud that looks elsewhere for a system, too. */
@RuleInfo(
    id = "CI-015",
    severity = Severity.INFO,
    summary = "A machine made of a cloud image starts from more than its disk",
    why = """
        The drive of cloud-init is a CD drive, and the firmware tries that and the network where \
        the order does not leave them out: each start takes longer.""",
    remedy = "Name the disk made of the image as the only one in the boot order.",
    sources = "pve-docs: qm-cloud-init.adoc, Preparing Cloud-Init Templates",
    since = "0.1")
final class BootOrderOpen implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CloudImages images = CloudImages.of(plan);
    for (Vm vm : plan.vms()) {
      List<GuestDisk> disks = images.disks(vm);
      if (disks.isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      if (disks.stream().noneMatch(disk -> vm.boot().equals(List.of(disk.slot())))) {
        findings
            .on(vm.path())
            .says(
                "%s is made of a cloud image at %s and starts from %s",
                vm.name(),
                disks.get(0).slot(),
                vm.boot().isEmpty() ? "whatever it finds" : String.join(", ", vm.boot()))
            .because("boot", vm.boot())
            .declaredAt(vm.declaredAt());
      }
    }
  }
}

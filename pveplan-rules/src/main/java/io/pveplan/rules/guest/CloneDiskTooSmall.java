package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a clone one of whose disks is to be smaller than that of its template. */
@RuleInfo(
    id = "CI-022",
    severity = Severity.ERROR,
    summary = "A clone has a smaller disk than its template",
    why = """
        A clone begins with disks as large as those of its template, and they can grow only: \
        Proxmox VE refuses to shrink a disk, and Terraform ends with the same error.""",
    remedy = "Make the disk at least as large as that of the template, or the template smaller.",
    sources = "qemu-server: src/PVE/API2/Qemu.pm, resize_vm",
    since = "0.1")
final class CloneDiskTooSmall implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      Optional<Guest> template = vm.clone().map(Clone::template).flatMap(plan::guest);
      if (template.isPresent()) {
        findings.looksAt(vm.path());
        vm.disks().forEach(disk -> check(plan, vm, disk, template.get(), findings));
      }
    }
  }

  private static void check(
      ResolvedPlan plan, Vm vm, GuestDisk disk, Guest template, Findings findings) {
    for (GuestVolume volume : plan.placement().volumes(template)) {
      if (volume.name().equals(disk.slot())) {
        Optional<DataSize> larger = volume.size().filter(size -> disk.size().compareTo(size) < 0);
        larger.ifPresent(size -> findings
            .on(vm.path().child(disk.slot()))
            .says(
                "%s of %s has %s, and that of its template %s has %s",
                disk.slot(), vm.name(), disk.size(), template.vmid(), size)
            .because("size", disk.size())
            .because("template", template.vmid())
            .because("templateSize", size)
            .declaredAt(disk.declaredAt().or(vm::declaredAt)));
      }
    }
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports a linked clone whose disks are to be elsewhere, or on a storage that can not link. */
@RuleInfo(
    id = "CI-020",
    severity = Severity.ERROR,
    summary = "A linked clone can not be made as planned",
    why = """
        A linked clone keeps using the disks of its template: they stay on their storage and in \
        their format, and that storage has to be one that links. Thick LVM and raw iSCSI are not, and \
        Proxmox VE refuses the clone. Only the state of a TPM is always copied.""",
    remedy = "Make it a full clone, or leave the disks where the template has them.",
    sources = {
      "qemu-server: src/PVE/API2/Qemu.pm, clone_vm",
      "pve-storage: src/PVE/Storage/LVMPlugin.pm, volume_has_feature",
      "pve-storage: src/PVE/Storage/Plugin.pm, volume_has_feature"
    },
    since = "0.1")
final class LinkedCloneImpossible implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      Optional<Guest> template =
          vm.clone().filter(it -> !it.full()).map(Clone::template).flatMap(plan::guest);
      if (template.isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      List<String> faults = faults(plan, vm, template.get());
      if (!faults.isEmpty()) {
        findings
            .on(vm.path())
            .says("%s is a linked clone, but %s", vm.name(), String.join("; ", faults))
            .declaredAt(vm.clone().flatMap(Clone::declaredAt).or(vm::declaredAt));
      }
    }
  }

  private static List<String> faults(ResolvedPlan plan, Vm vm, Guest template) {
    List<String> faults = new ArrayList<>();
    for (GuestVolume volume : plan.placement().volumes(template)) {
      if (!volume.linkable()) {
        continue;
      }
      Storage storage = plan.storage(volume.storage()).orElseThrow();
      if (!storage.hasBaseImages()) {
        faults.add("%s of its template is on %s, which can not link"
            .formatted(volume.name(), storage.id()));
      }
      for (GuestDisk disk : vm.disks()) {
        if (disk.slot().equals(volume.name())) {
          compare(disk, volume).ifPresent(faults::add);
        }
      }
    }
    return faults;
  }

  private static Optional<String> compare(GuestDisk disk, GuestVolume volume) {
    if (!disk.storage().equals(volume.storage())) {
      return Optional.of("%s is to be on %s, and that of its template is on %s"
          .formatted(disk.slot(), disk.storage(), volume.storage()));
    }
    return disk.format().isPresent() && !disk.format().equals(volume.format())
        ? Optional.of("%s is to have a format of its own".formatted(disk.slot()))
        : Optional.empty();
  }
}

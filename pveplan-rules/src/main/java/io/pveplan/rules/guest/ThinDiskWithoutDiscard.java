package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Set;

/**
 * Reports a disk without discard on a storage that takes only what is written: sparse ZFS, LVM-thin,
 * RBD, and qcow2 on any.
 */
@RuleInfo(
    id = "GST-028",
    severity = Severity.INFO,
    summary = "A disk on thin storage does not free what its guest frees",
    why = """
        A thin disk grows with each block that is written for the first time. Without discard it \
        never shrinks: deleted files keep their place on the storage until it is full.""",
    remedy = "Say discard() for the disk, and have the guest trim its file systems.",
    sources = {"pve-docs: qm.adoc, Trim/Discard", "pve-docs: pveceph.adoc, Trim"},
    since = "0.1")
final class ThinDiskWithoutDiscard implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<String> thin = new HashSet<>();
    plan.storages().stream()
        .filter(ThinDiskWithoutDiscard::isThin)
        .forEach(storage -> thin.add(storage.id()));
    for (Vm vm : plan.vms()) {
      for (GuestDisk disk : vm.disks()) {
        if (thin.contains(disk.storage())
            || disk.format().filter(DiskFormat.QCOW2::equals).isPresent()) {
          PlanPath subject = vm.path().child(disk.slot());
          findings.looksAt(subject);
          if (!disk.discard()) {
            findings
                .on(subject)
                .says(
                    "%s of %s on %s does not free what the guest frees",
                    disk.slot(), vm.name(), disk.storage())
                .because("storage", disk.storage())
                .declaredAt(disk.declaredAt().or(vm::declaredAt));
          }
        }
      }
    }
  }

  private static boolean isThin(Storage storage) {
    return storage instanceof RbdStorage
        || storage instanceof LvmThinStorage
        || storage instanceof ZfsPoolStorage zfs && zfs.sparse()
        || storage instanceof ZfsOverIscsiStorage over && over.sparse();
  }
}

package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports a disk without discard on a storage that takes only what is written: sparse ZFS, LVM-thin,
 * RBD, and qcow2 in files.
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
      Set<String> qcow2 = inQcow2(plan, vm);
      for (GuestDisk disk : vm.disks()) {
        if (thin.contains(disk.storage()) || qcow2.contains(disk.slot())) {
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

  // A logical volume that holds qcow2 has all of its place from the start. What the plan names no
  // format for may have that of its storage or of what it is a copy of.
  private static Set<String> inQcow2(ResolvedPlan plan, Vm vm) {
    return plan.placement().volumes(vm).stream()
        .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
        .filter(volume -> plan.storage(volume.storage())
            .filter(FileStorage.class::isInstance)
            .filter(storage -> VolumeFormats.of(volume, storage) == DiskFormat.QCOW2)
            .isPresent())
        .map(GuestVolume::name)
        .collect(Collectors.toSet());
  }

  private static boolean isThin(Storage storage) {
    return storage instanceof RbdStorage
        || storage instanceof LvmThinStorage
        || storage instanceof ZfsPoolStorage zfs && zfs.sparse()
        || storage instanceof ZfsOverIscsiStorage over && over.sparse();
  }
}

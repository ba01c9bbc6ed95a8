package io.pveplan.rules.storage;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmStorage;
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
import java.util.List;

/**
 * Reports a guest that snapshots are to be taken of, with a disk on a storage that has none. A guest
 * whose disks the plan does not tell is left undecided.
 */
@RuleInfo(
    id = "SHR-007",
    severity = Severity.ERROR,
    summary = "Snapshots of a guest are planned, and a storage of its disks has none",
    why = """
        A snapshot is one of all disks of a guest, or none. Proxmox VE refuses it when one of them \
        is a raw file, a plain logical volume or a LUN.""",
    remedy = "Put the disk on ZFS, Ceph or LVM-thin, or make it qcow2 on a storage of files.",
    sources = {
      "pve-docs: pvesm.adoc, table of storage types",
      "pve-storage: src/PVE/Storage, volume_has_feature of each type",
      "pve-container: src/PVE/LXC/Config.pm, has_feature"
    },
    since = "0.1")
final class SnapshotsImpossible implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      if (guest.snapshots()) {
        findings.looksAt(guest.path());
        check(guest, plan, findings);
      }
    }
  }

  private static void check(Guest guest, ResolvedPlan plan, Findings findings) {
    List<String> without = plan.placement().volumes(guest).stream()
        .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
        .filter(volume -> !possible(volume, guest, plan))
        .map(volume -> volume.name() + " on " + volume.storage())
        .toList();
    if (!without.isEmpty()) {
      findings
          .on(guest.path())
          .says(
              "snapshots of %s are planned, and there can be none of %s",
              guest.name(), String.join(", ", without))
          .because("disks", without)
          .declaredAt(guest.declaredAt());
    } else if (plan.placement().lacksDisks(guest)) {
      findings.undecided(guest.path(), "disks of guest " + guest.vmid());
    }
  }

  private static boolean possible(GuestVolume volume, Guest guest, ResolvedPlan plan) {
    Storage storage = plan.storage(volume.storage()).orElseThrow();
    if (storage instanceof ZfsPoolStorage
        || storage instanceof LvmThinStorage
        || storage instanceof RbdStorage
        || storage instanceof BtrfsStorage
        || storage instanceof ZfsOverIscsiStorage) {
      return true;
    }
    // A container has raw files and logical volumes only.
    if (!(guest instanceof Vm) || VolumeFormats.of(volume, storage) != DiskFormat.QCOW2) {
      return false;
    }
    return storage instanceof FileStorage
        || storage instanceof LvmStorage lvm
            && lvm.snapshotAsVolumeChain()
            && plan.release() != ProductVersion.PVE_8_4;
  }
}

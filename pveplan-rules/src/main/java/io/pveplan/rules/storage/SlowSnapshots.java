package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a disk in qcow2 on NFS or CIFS of a machine that snapshots are to be taken of. */
@RuleInfo(
    id = "SHR-006",
    severity = Severity.WARNING,
    summary = "Snapshots are planned of a disk in qcow2 on NFS or CIFS",
    why = """
        A snapshot inside of qcow2 stops the guest while it is made and while it is removed. On a \
        storage in the network that takes minutes, with large disks up to hours.""",
    remedy = "Take and remove snapshots while the machine is off, or put the disk elsewhere.",
    sources = "pve-docs: pvesm.adoc, table of storage types, note 2",
    since = "0.1")
final class SlowSnapshots implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm && guest.snapshots()) {
        for (GuestVolume volume : plan.placement().volumes(guest)) {
          Storage storage = plan.storage(volume.storage()).orElseThrow();
          boolean network = storage instanceof NfsStorage || storage instanceof CifsStorage;
          if (network && volume.kind() == GuestVolume.Kind.DISK) {
            check(guest, volume, storage, findings);
          }
        }
      }
    }
  }

  private static void check(Guest guest, GuestVolume volume, Storage storage, Findings findings) {
    PlanPath subject = guest.path().child(volume.name());
    findings.looksAt(subject);
    boolean inside = VolumeFormats.of(volume, storage) == DiskFormat.QCOW2
        && !VolumeFormats.volumeChain(storage);
    if (inside) {
      findings
          .on(subject)
          .says(
              "snapshots of %s are planned, and %s is qcow2 on %s storage %s",
              guest.name(), volume.name(), storage.type(), storage.id())
          .because("storage", storage.id())
          .because("type", storage.type())
          .declaredAt(volume.declaredAt().or(guest::declaredAt));
    }
  }
}

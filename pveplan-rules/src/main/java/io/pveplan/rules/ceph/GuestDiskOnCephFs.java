package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a disk of a guest on a storage of type cephfs. */
@RuleInfo(
    id = "CEPH-044",
    severity = Severity.ERROR,
    summary = "A disk of a guest lies on CephFS",
    why = """
        A storage of type cephfs takes files: ISO images, templates, snippets and backups. Proxmox VE \
        refuses to make the disk of a machine or the root of a container there.""",
    remedy = "Use a storage of type rbd for disks.",
    sources = "pve-storage: src/PVE/Storage/CephFSPlugin.pm, plugindata",
    since = "0.1")
final class GuestDiskOnCephFs implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      for (GuestVolume volume : plan.placement().volumes(guest)) {
        Optional<Storage> storage = plan.storage(volume.storage());
        if (storage.isEmpty() || !(storage.get() instanceof CephFsStorage)) {
          continue;
        }
        findings.looksAt(guest.path().child(volume.name()));
        if (volume.kind() != GuestVolume.Kind.ISO) {
          findings
              .on(guest.path().child(volume.name()))
              .says(
                  "%s of %s lies on storage %s, which is of type cephfs",
                  volume.name(), guest.name(), volume.storage())
              .because("storage", volume.storage())
              .declaredAt(volume.declaredAt().or(guest::declaredAt));
        }
      }
    }
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports snapshots as volume chains. Of a release that does not have them SHR-008 speaks.
 */
@RuleInfo(
    id = "SHR-010",
    severity = Severity.WARNING,
    summary = "Snapshots as volume chains are a technology preview",
    why = """
        Proxmox VE gives a technology preview no full support. On LVM \
        each snapshot takes the full size of the disk in the volume group, so that the LUN below \
        has to be thin and to take discards.""",
    remedy = "Keep guests in production on ZFS, Ceph or LVM-thin, or take backups instead.",
    sources = {
      "pve-docs: pve-storage-lvm.adoc, snapshot-as-volume-chain",
      "pve-docs: pvesm.adoc, table of storage types, note 4"
    },
    since = "0.1")
final class VolumeChainIsPreview implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() == ProductVersion.PVE_8_4) {
      return;
    }
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage || storage instanceof FileStorage) {
        findings.looksAt(storage.path());
        if (VolumeFormats.volumeChain(storage)) {
          findings
              .on(storage.path())
              .says("storage %s makes snapshots as volume chains", storage.id())
              .because("type", storage.type())
              .declaredAt(storage.declaredAt());
        }
      }
    }
  }
}

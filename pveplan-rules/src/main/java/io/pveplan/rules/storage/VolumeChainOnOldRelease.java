package io.pveplan.rules.storage;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports snapshots as volume chains in a plan for a release that does not have them. */
@RuleInfo(
    id = "SHR-008",
    severity = Severity.ERROR,
    summary = "Snapshots as volume chains are planned for Proxmox VE 8.4",
    why = """
        The option came with Proxmox VE 9. 8.4 does not know it and refuses to define the \
        storage.""",
    remedy = "Leave the option out, or plan for Proxmox VE 9.",
    sources = {
      "pve-docs: pve-storage-lvm.adoc, snapshot-as-volume-chain (since Proxmox VE 9)",
      "pve-storage: src/PVE/Storage/LVMPlugin.pm, options, in branches stable-8 and master"
    },
    since = "0.1")
final class VolumeChainOnOldRelease implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (VolumeFormats.volumeChain(storage)) {
        findings.looksAt(storage.path());
        if (plan.release() == ProductVersion.PVE_8_4) {
          findings
              .on(storage.path())
              .says(
                  "storage %s makes snapshots as volume chains, which %s does not know",
                  storage.id(), plan.release())
              .because("release", plan.release())
              .declaredAt(storage.declaredAt());
        }
      }
    }
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports an LVM storage whose base names no LUN of a storage. */
@RuleInfo(
    id = "SHR-014",
    severity = Severity.ERROR,
    summary = "The base of an LVM storage is not a volume ID",
    why = """
        The base is the LUN on which Proxmox VE makes the volume group, written as storage:volume. \
        A bare storage ID does not say which LUN, and pvesm refuses it.""",
    remedy = "Name storage and LUN, as pvesm list shows them, or make the volume group by hand and"
        + " leave the base out.",
    sources = {
      "article Proxmox-Cluster planen, storage (gives a bare storage ID)",
      "pve-storage: src/PVE/Storage/LVMPlugin.pm, on_add_hook",
      "pve-storage: src/PVE/Storage/Plugin.pm, parse_volume_id"
    },
    since = "0.1")
final class LvmBaseNotVolumeId implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm) {
        lvm.base().ifPresent(base -> check(lvm, base, plan, findings));
      }
    }
  }

  private static void check(LvmStorage lvm, String base, ResolvedPlan plan, Findings findings) {
    findings.looksAt(lvm.path());
    if (LvmBase.storage(base).isPresent()) {
      return;
    }
    String example = plan.storage(base).isPresent() ? base : "san";
    findings
        .on(lvm.path())
        .says("base \"%s\" of storage %s is not storage:volume", base, lvm.id())
        .because("base", base)
        .remedy(
            "Name storage and LUN as pvesm list shows them, for example %s:0.0.1.scsi-36000, or"
                + " make volume group %s by hand and leave the base out.",
            example, lvm.vgname())
        .declaredAt(lvm.declaredAt());
  }
}

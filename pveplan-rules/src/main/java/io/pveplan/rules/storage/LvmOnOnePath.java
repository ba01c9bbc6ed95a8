package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a base that names one path to a LUN that has several. */
@RuleInfo(
    id = "SHR-019",
    severity = Severity.WARNING,
    summary = "A volume group is made on one of several paths to its LUN",
    why = """
        A name that begins with scsi- is that of a path unless multipath has taken it over when \
        the command runs. A volume group that was made on a path hangs on it: the others do not \
        help when it fails.""",
    remedy =
        "Name the multipath device as /dev/disk/by-id shows it, or make the volume group by hand"
            + " on it and leave the base out: pvesm list shows one name of several only.",
    sources = {
      "Proxmox VE wiki: Multipath",
      "pve-storage: src/PVE/Storage/ISCSIPlugin.pm, iscsi_device_list"
    },
    since = "0.1")
final class LvmOnOnePath implements Rule {

  private static final String MULTIPATH = ".dm-uuid-mpath-";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm && lvm.base().isPresent()) {
        plan.luns().below(lvm).forEach(lun -> check(lvm, lun, plan, findings));
      }
    }
  }

  private static void check(LvmStorage lvm, LunId lun, ResolvedPlan plan, Findings findings) {
    findings.looksAt(lvm.path());
    String base = lvm.base().orElseThrow();
    if (base.contains(MULTIPATH) || !plan.luns().multipath(lun)) {
      return;
    }
    String name = base.substring(base.lastIndexOf('.') + 1);
    String wwid = name.startsWith("scsi-") ? name.substring("scsi-".length()) : "36000";
    findings
        .on(lvm.path())
        .says(
            "volume group %s of storage %s is made on %s, one path to a LUN that has several",
            lvm.vgname(), lvm.id(), name)
        .because("base", base)
        .remedy(
            "Name the multipath device, %s:0.0.%d%s%s, or make volume group %s by hand on it and"
                + " leave the base out.",
            lun.storage(), lun.number(), MULTIPATH, wwid, lvm.vgname())
        .declaredAt(lvm.declaredAt());
  }
}

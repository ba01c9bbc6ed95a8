package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Set;

/** Reports an iSCSI target whose LUNs are disks of guests. */
@RuleInfo(
    id = "SHR-026",
    severity = Severity.INFO,
    summary = "LUNs of an iSCSI target are given to guests as disks",
    why = """
        Proxmox VE can neither make nor remove nor snapshot such a disk: each is a LUN that \
        somebody prepares on the target.""",
    remedy = "Put one large LUN under LVM, and set the content of the iSCSI storage to none.",
    sources = "pve-docs: pve-storage-iscsi.adoc",
    since = "0.1")
final class LunAsDisk implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<Storage> carriers = new HashSet<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm) {
        carriers.addAll(LvmBase.carriers(lvm, plan));
      }
    }
    for (Storage storage : plan.storages()) {
      // One below LVM is a matter of SHR-013.
      if (storage instanceof IscsiStorage iscsi && !iscsi.disabled() && !carriers.contains(iscsi)) {
        check(iscsi, plan, findings);
      }
    }
  }

  private static void check(IscsiStorage iscsi, ResolvedPlan plan, Findings findings) {
    findings.looksAt(iscsi.path());
    if (plan.reach().content(iscsi).contains(ContentType.IMAGES)) {
      findings
          .on(iscsi.path())
          .says("storage %s gives the LUNs of %s to guests", iscsi.id(), iscsi.target())
          .because("content", plan.reach().content(iscsi))
          .declaredAt(iscsi.declaredAt());
    }
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports an LVM storage whose base is not on an iSCSI storage of the plan. */
@RuleInfo(
    id = "SHR-015",
    severity = Severity.ERROR,
    summary = "The base of an LVM storage is not on an iSCSI storage",
    why = """
        Proxmox VE makes a volume group only on a LUN of a storage of type iscsi, and refuses \
        any other base.""",
    remedy = "Name a LUN of an iSCSI storage, or make the volume group by hand and leave the"
        + " base out, as on Fibre Channel and multipath devices.",
    sources = "pve-storage: src/PVE/Storage/LVMPlugin.pm, on_add_hook",
    since = "0.1")
final class LvmBaseNotIscsi implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm) {
        lvm.base().flatMap(LvmBase::storage).ifPresent(base -> check(lvm, base, plan, findings));
      }
    }
  }

  private static void check(LvmStorage lvm, String base, ResolvedPlan plan, Findings findings) {
    findings.looksAt(lvm.path());
    Optional<Storage> below = plan.storage(base);
    if (below.filter(IscsiStorage.class::isInstance).isEmpty()) {
      findings
          .on(lvm.path())
          .says(
              "the base of storage %s is on %s, which is %s",
              lvm.id(),
              base,
              below.map(it -> "of type " + it.type()).orElse("no storage of the plan"))
          .because("base", lvm.base())
          .declaredAt(lvm.declaredAt());
    }
  }
}

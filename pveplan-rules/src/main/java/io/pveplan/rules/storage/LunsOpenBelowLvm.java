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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Reports an iSCSI target below LVM whose LUNs guests may be given too. */
@RuleInfo(
    id = "SHR-013",
    severity = Severity.WARNING,
    summary = "LUNs below LVM can be given to guests directly",
    why = """
        An iSCSI storage takes images unless it says otherwise, so that its LUNs are offered \
        as disks. One that carries a volume group, given to a guest, destroys all volumes in \
        the group.""",
    remedy = "Set the content of the iSCSI storage to none.",
    sources = "pve-docs: pve-storage-iscsi.adoc, TIP",
    since = "0.1")
final class LunsOpenBelowLvm implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<IscsiStorage, LvmStorage> carried = new LinkedHashMap<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm
          && LvmBase.carrier(lvm, plan) instanceof IscsiStorage iscsi) {
        carried.putIfAbsent(iscsi, lvm);
      }
    }
    carried.forEach((iscsi, lvm) -> check(iscsi, lvm, plan, findings));
  }

  private static void check(
      IscsiStorage iscsi, LvmStorage lvm, ResolvedPlan plan, Findings findings) {
    SortedSet<ContentType> content = plan.reach().content(iscsi);
    findings.looksAt(iscsi.path());
    if (!content.equals(Set.of(ContentType.NONE))) {
      findings
          .on(iscsi.path())
          .says(
              "storage %s carries volume group %s and offers its LUNs as %s",
              iscsi.id(), lvm.vgname(), content)
          .because("content", content)
          .because("volumeGroup", lvm.vgname())
          .declaredAt(iscsi.declaredAt());
    }
  }
}

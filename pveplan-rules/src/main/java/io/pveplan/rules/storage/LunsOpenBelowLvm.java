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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    Map<Storage, LvmStorage> carried = new HashMap<>();
    Optional<LvmStorage> byHand = Optional.empty();
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm && !lvm.disabled()) {
        LvmBase.carriers(lvm, plan).forEach(below -> carried.putIfAbsent(below, lvm));
        boolean known = lvm.base().isPresent() || !lvm.luns().isEmpty() || !lvm.shared();
        byHand = known || byHand.isPresent() ? byHand : Optional.of(lvm);
      }
    }
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi && !iscsi.disabled()) {
        check(iscsi, Optional.ofNullable(carried.get(iscsi)), byHand, plan, findings);
      }
    }
  }

  private static void check(
      IscsiStorage iscsi,
      Optional<LvmStorage> carried,
      Optional<LvmStorage> byHand,
      ResolvedPlan plan,
      Findings findings) {
    SortedSet<ContentType> content = plan.reach().content(iscsi);
    boolean open = !content.equals(Set.of(ContentType.NONE));
    if (carried.isPresent()) {
      findings.looksAt(iscsi.path());
      if (open) {
        report(iscsi, carried.get(), content, findings);
      }
    } else if (byHand.isPresent()) {
      findings.looksAt(iscsi.path());
      if (open) {
        String group = byHand.get().vgname();
        findings.undecided(iscsi.path(), "whether volume group " + group + " lies on its LUNs");
      }
    }
  }

  private static void report(
      IscsiStorage iscsi, LvmStorage lvm, SortedSet<ContentType> content, Findings findings) {
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

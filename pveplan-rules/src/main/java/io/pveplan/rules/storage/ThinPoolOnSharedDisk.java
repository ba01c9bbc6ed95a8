package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a thin pool in a volume group that more than one node uses. */
@RuleInfo(
    id = "LOC-038",
    severity = Severity.ERROR,
    summary = "A thin pool lies in a volume group on a shared LUN",
    why = """
        A thin pool has one owner: its metadata is written by the node that has it active. Two \
        nodes that have it active at once destroy it, and Proxmox VE has no lock against that.""",
    remedy = "Use thick LVM on the LUN, or give each node a thin pool on a disk of its own.",
    sources = {
      "pve-docs: pve-storage-lvmthin.adoc",
      "pve-storage: src/PVE/Storage/LvmThinPlugin.pm, options"
    },
    since = "0.1")
final class ThinPoolOnSharedDisk implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmThinStorage thin) {
        check(thin, plan, findings);
      }
    }
  }

  private static void check(LvmThinStorage thin, ResolvedPlan plan, Findings findings) {
    findings.looksAt(thin.path());
    plan.storages().stream()
        .filter(it -> it instanceof LvmStorage lvm
            && lvm.vgname().equals(thin.vgname())
            && (lvm.shared() || lvm.base().isPresent() || !lvm.luns().isEmpty()))
        .findFirst()
        .ifPresent(lvm -> findings
            .on(thin.path())
            .says(
                "thin pool %s of storage %s is in volume group %s, which storage %s has on a LUN",
                thin.thinPool(), thin.id(), thin.vgname(), lvm.id())
            .because("vgname", thin.vgname())
            .because("sharedBy", lvm.id())
            .declaredAt(thin.declaredAt()));
  }
}

package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a volume group on a LUN that is not marked as shared. */
@RuleInfo(
    id = "SHR-016",
    severity = Severity.ERROR,
    summary = "A volume group on a LUN of several nodes is not marked as shared",
    why = """
        Without the mark there is no lock between the nodes: two of them that change the \
        volume group at once destroy it. Migration copies the disks onto themselves, and HA \
        finds no guest to recover.""",
    remedy = "Mark the storage as shared, or restrict it to one node.",
    sources = {
      "pve-docs: pve-storage-lvm.adoc, Storage Features",
      "pve-docs: pvesm.adoc, note 3",
      "article Proxmox-Cluster planen, storage (leaves shared out)"
    },
    since = "0.1")
final class SanLvmNotShared implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    boolean anyTarget = plan.storages().stream().anyMatch(IscsiStorage.class::isInstance);
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm && plan.reach().nodesOf(lvm.id()).size() > 1) {
        if (lvm.base().isPresent() || !lvm.luns().isEmpty()) {
          check(lvm, plan, findings);
        } else if (anyTarget) {
          findings.looksAt(lvm.path());
          if (!lvm.shared()) {
            findings.undecided(lvm.path(), "what volume group " + lvm.vgname() + " lies on");
          }
        }
      }
    }
  }

  private static void check(LvmStorage lvm, ResolvedPlan plan, Findings findings) {
    findings.looksAt(lvm.path());
    if (!lvm.shared()) {
      findings
          .on(lvm.path())
          .says(
              "storage %s is volume group %s on a LUN of %s nodes and is not shared",
              lvm.id(), lvm.vgname(), plan.reach().nodesOf(lvm.id()).size())
          .because("base", lvm.base())
          .because("luns", lvm.luns())
          .because("nodes", plan.reach().nodesOf(lvm.id()))
          .declaredAt(lvm.declaredAt());
    }
  }
}
